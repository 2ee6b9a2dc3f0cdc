// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a mail that came in, and why (D1, G1).
 *
 * @param mail the number to replay, discard or download by; numbers rise in the order the mails came
 * @param mailbox or the source it was handed in from
 * @param sha256 of its bytes, in hex; other words for a mail that was too large and stays in its mailbox
 * @param mailClass empty where a limit or a failure kept the mail from being read
 * @param ticket where it went, or where the copy is that came before; empty without one
 * @param why the reasons, with a semicolon and a space between
 */
public record TakenMail(
        long mail,
        String mailbox,
        Instant receivedAt,
        String sha256,
        MailOutcome outcome,
        Optional<MailClass> mailClass,
        Optional<TicketId> ticket,
        String why) {
    /** The reasons one by one, in the order in which they counted. */
    public List<String> reasons() {
        return why.isEmpty() ? List.of() : List.of(why.split("; "));
    }
}
