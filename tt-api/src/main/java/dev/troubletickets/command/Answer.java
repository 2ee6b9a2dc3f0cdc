// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Priority;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An answer to the customer (A8). The text travels exactly as typed.
 *
 * @param cc added to the ticket's CC: they get a copy of this answer and of later ones, and may reply
 * @param sticky leave as it is if empty (B4)
 * @param priority leave as it is if empty (B11)
 * @param note a note for staff in the same act (A9)
 * @param charge what the customer pays for it (E6); nothing by default
 * @param incidents how many support incidents the ticket uses from then on (E6); as before if empty
 * @param then what becomes of the ticket; as the queue's auto-close says, by default
 * @param encrypted whether its text and files are for the customer's key alone, and the desk's (F2); not, by default
 */
public record Answer(
        String text,
        Set<EmailAddress> cc,
        List<Upload> attachments,
        Optional<Boolean> sticky,
        Optional<Priority> priority,
        Optional<String> note,
        Optional<Charge> charge,
        Optional<Integer> incidents,
        Then then,
        boolean encrypted) {
    private static final int MOST_INCIDENTS = 100;

    /** What becomes of the ticket once the answer is given. */
    public enum Then {
        /** Answered; closed when the auto-close of the queue says so, which by default is at once (A10). */
        AUTO_CLOSE,
        /** <i>Send</i>: stays open, and a reply comes back to the author; an auto-close after days still runs. */
        KEEP_OPEN,
        /** <i>Send and close</i>. */
        CLOSE
    }

    /**
     * What the customer pays.
     *
     * @param words what for, as the customer and the host's billing read it; 1 to {@value #LONGEST_WORDS} characters
     */
    public record Charge(Money amount, String words) {
        public static final int LONGEST_WORDS = 1000;

        /**
         * @throws Invalid if there is nothing to pay, or the words cannot be taken
         * @throws OverLimit {@code charge}, if there are too many words
         */
        public Charge {
            if (amount.isZero() || amount.isNegative()) {
                throw new Invalid("charge", "must be more than nothing");
            }
            MessageText.require("charge", words);
            if (words.length() > LONGEST_WORDS) {
                throw new OverLimit("charge", LONGEST_WORDS);
            }
        }
    }

    /** @throws dev.troubletickets.failure.Invalid if the text, the note or the number of incidents cannot be taken */
    public Answer {
        if (incidents.filter(number -> number < 0 || number > MOST_INCIDENTS).isPresent()) {
            throw new Invalid("incidents", "must be from 0 to " + MOST_INCIDENTS);
        }
        MessageText.require("text", text);
        note.ifPresent(words -> MessageText.require("note", words));
        cc = Set.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public static Answer of(String text) {
        return new Draft(text).answer();
    }

    /** @throws dev.troubletickets.failure.Invalid if it is no e-mail address */
    public Answer cc(String address) {
        Set<EmailAddress> more = new LinkedHashSet<>(cc);
        more.add(Checked.value("cc", address, EmailAddress::of));
        return with(draft -> draft.cc = more);
    }

    /** The same with these files and no others. */
    public Answer attachments(List<Upload> files) {
        return with(draft -> draft.attachments = files);
    }

    public Answer attach(Upload file) {
        List<Upload> more = new ArrayList<>(attachments);
        more.add(file);
        return with(draft -> draft.attachments = more);
    }

    public Answer sticky(boolean value) {
        return with(draft -> draft.sticky = Optional.of(value));
    }

    public Answer priority(Priority value) {
        return with(draft -> draft.priority = Optional.of(value));
    }

    /** <i>Place at the beginning of the queue</i>: the highest priority (B11). */
    public Answer atBeginningOfQueue() {
        return priority(Priority.HIGHEST);
    }

    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public Answer note(String noteText) {
        return with(draft -> draft.note = Optional.of(noteText));
    }

    /**
     * Charges the ticket's customer for it (E6). Needs the permission {@code CHARGE}, a ticket of an account, and a panel that does billing.
     *
     * @param words what for, as the customer reads it
     * @throws dev.troubletickets.failure.Invalid if there is nothing to pay, or the words cannot be taken
     */
    public Answer charge(Money amount, String words) {
        return with(draft -> draft.charge = Optional.of(new Charge(amount, words)));
    }

    /**
     * The same of what was typed, such as {@code 12.50} and {@code EUR}.
     *
     * @throws dev.troubletickets.failure.Invalid also if that is no amount, or no currency
     */
    public Answer charge(String amount, String currency, String words) {
        return charge(Checked.value("charge", amount, typed -> Money.of(typed, currency)), words);
    }

    /**
     * Says how many support incidents the ticket uses (E6): one by itself, where its queue uses them. What is more is taken from the packs of
     * the account that opened it, what is less is given back to them; where too few are left, the rest is uncovered. Needs the permission
     * {@code CHARGE}.
     *
     * @param number 0 to 100
     * @throws dev.troubletickets.failure.Invalid for another number
     */
    public Answer incidents(int number) {
        return with(draft -> draft.incidents = Optional.of(number));
    }

    public Answer keepOpen() {
        return with(draft -> draft.then = Then.KEEP_OPEN);
    }

    public Answer andClose() {
        return with(draft -> draft.then = Then.CLOSE);
    }

    /**
     * Encrypts its text and files to the customer's public key, and to the desk's own (F2). They go out so, in PGP/MIME, and are kept so: staff
     * read them by {@code reveal}, the customer with their private key. Who is in CC and has no public key is told of the answer, not
     * what it says. The subject, the note and what the customer pays are not encrypted.
     */
    public Answer encrypt() {
        return with(draft -> draft.encrypted = true);
    }

    private Answer with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.answer();
    }

    /** The answer while a part of it is being replaced. */
    private static final class Draft {
        private final String text;
        private Set<EmailAddress> cc = Set.of();
        private List<Upload> attachments = List.of();
        private Optional<Boolean> sticky = Optional.empty();
        private Optional<Priority> priority = Optional.empty();
        private Optional<String> note = Optional.empty();
        private Optional<Charge> charge = Optional.empty();
        private Optional<Integer> incidents = Optional.empty();
        private Then then = Then.AUTO_CLOSE;
        private boolean encrypted;

        Draft(String text) {
            this.text = text;
        }

        Draft(Answer a) {
            text = a.text;
            cc = a.cc;
            attachments = a.attachments;
            sticky = a.sticky;
            priority = a.priority;
            note = a.note;
            charge = a.charge;
            incidents = a.incidents;
            then = a.then;
            encrypted = a.encrypted;
        }

        Answer answer() {
            return new Answer(text, cc, attachments, sticky, priority, note, charge, incidents, then, encrypted);
        }
    }
}
