// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer that has not left yet is besides its text and the bytes of its files, as it is kept (G8).
 *
 * @param encryptedTo the fingerprint of the customer's key that it is for, if it is encrypted (F2); so are its text and the bytes of its files then
 * @param heldAt when it was given, if it leaves after the time in which it can be taken back; empty if it was to leave at a time
 */
public record KeptAnswer(
        Set<EmailAddress> cc,
        List<Name> files,
        Optional<Boolean> sticky,
        Optional<Priority> priority,
        Optional<String> note,
        Optional<Answer.Charge> charge,
        Optional<Integer> incidents,
        Answer.Then then,
        Optional<Instant> heldAt,
        @Nullable String encryptedTo) {
    /** What a file is besides its bytes. */
    public record Name(String name, String type, long size) {}

    public static KeptAnswer of(Answer answer, Optional<Instant> heldAt) {
        return of(answer, heldAt, Optional.empty());
    }

    public static KeptAnswer of(Answer answer, Optional<Instant> heldAt, Optional<String> encryptedTo) {
        List<Name> files = answer.attachments().stream()
                .map(file -> new Name(file.name(), file.type(), file.size()))
                .toList();
        return new KeptAnswer(
                answer.cc(),
                files,
                answer.sticky(),
                answer.priority(),
                answer.note(),
                answer.charge(),
                answer.incidents(),
                answer.then(),
                heldAt,
                encryptedTo.orElse(null));
    }

    /** Of an action that answers. */
    public static KeptAnswer of(ScheduledData action) {
        return action.answer() == null
                ? of(Answer.of(action.action().text().orElseThrow()), Optional.empty())
                : Json.read(action.answer(), KeptAnswer.class);
    }

    public String json() {
        return Json.write(this);
    }

    /** Whole again. */
    public Answer answer(ScheduledData action, List<Upload> uploads) {
        String text = action.action().text().orElseThrow();
        return new Answer(text, cc, uploads, sticky, priority, note, charge, incidents, then, encryptedTo != null);
    }
}
