// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Subject;
import java.util.Optional;

/**
 * An abuse case to open from a ticket (A18).
 *
 * @param text what it is about, for staff
 * @param queue who deals with it; the default queue if empty
 */
public record AbuseCase(Subject subject, String text, Optional<QueueId> queue) {
    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public AbuseCase {
        MessageText.require("text", text);
    }

    /** @throws dev.troubletickets.failure.Invalid if the subject or the text cannot be taken */
    public static AbuseCase of(String subject, String text) {
        return new AbuseCase(Checked.value("subject", subject, Subject::of), text, Optional.empty());
    }

    public AbuseCase queue(QueueId value) {
        return new AbuseCase(subject, text, Optional.of(value));
    }
}
