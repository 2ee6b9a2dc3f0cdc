// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Priority;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer to the customer (A8). The text travels exactly as typed.
 *
 * @param cc added to the ticket's CC: they get a copy of this answer and of later ones, and may reply
 * @param sticky leave as it is if empty (B4)
 * @param priority leave as it is if empty (B11)
 * @param note a note for staff in the same act (A9)
 * @param then what becomes of the ticket; as the queue's auto-close says, by default
 */
public record Answer(
        String text,
        Set<EmailAddress> cc,
        List<Upload> attachments,
        Optional<Boolean> sticky,
        Optional<Priority> priority,
        Optional<String> note,
        Then then) {
    /** What becomes of the ticket once the answer is given. */
    public enum Then {
        /** Answered; closed when the auto-close of the queue says so, which by default is at once (A10). */
        AUTO_CLOSE,
        /** <i>Send</i>: stays open, and a reply comes back to the author; an auto-close after days still runs. */
        KEEP_OPEN,
        /** <i>Send and close</i>. */
        CLOSE
    }

    /** @throws dev.troubletickets.failure.Invalid if the text or the note cannot be taken */
    public Answer {
        MessageText.require("text", text);
        note.ifPresent(words -> MessageText.require("note", words));
        cc = Set.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public static Answer of(String text) {
        return new Answer(
                text, Set.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Then.AUTO_CLOSE);
    }

    /** @throws dev.troubletickets.failure.Invalid if it is no e-mail address */
    public Answer cc(String address) {
        Set<EmailAddress> more = new LinkedHashSet<>(cc);
        more.add(Checked.value("cc", address, EmailAddress::of));
        return new Answer(text, more, attachments, sticky, priority, note, then);
    }

    public Answer attach(Upload file) {
        List<Upload> more = new ArrayList<>(attachments);
        more.add(file);
        return new Answer(text, cc, more, sticky, priority, note, then);
    }

    public Answer sticky(boolean value) {
        return new Answer(text, cc, attachments, Optional.of(value), priority, note, then);
    }

    public Answer priority(Priority value) {
        return new Answer(text, cc, attachments, sticky, Optional.of(value), note, then);
    }

    /** <i>Place at the beginning of the queue</i>: the highest priority (B11). */
    public Answer atBeginningOfQueue() {
        return priority(Priority.HIGHEST);
    }

    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public Answer note(String noteText) {
        return new Answer(text, cc, attachments, sticky, priority, Optional.of(noteText), then);
    }

    public Answer keepOpen() {
        return new Answer(text, cc, attachments, sticky, priority, note, Then.KEEP_OPEN);
    }

    public Answer andClose() {
        return new Answer(text, cc, attachments, sticky, priority, note, Then.CLOSE);
    }
}
