// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.TakenMail;
import java.io.OutputStream;
import java.util.List;

/**
 * Mail in and out, for administrators (D1, D8). Every method needs the permission {@code MAILROOM}, else throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface Mailroom {
    MailroomView state();

    /**
     * The mails that have come to an outcome, the newest first, at most 100: what became of each, and why (G1).
     *
     * @param before only those with a lower number, for the next page; {@link Long#MAX_VALUE} for the first
     */
    List<TakenMail> taken(long before);

    /** Writes the original of a mail that came in, byte for byte. */
    void original(long mail, OutputStream into);

    /** Processes a quarantined mail again with the next background round. */
    void replay(long mail);

    /** Puts a quarantined mail away; its original stays. */
    void discard(long mail);

    /** The addresses that mails did not reach, the latest first; at most 100. */
    List<Bounce> bounced();

    /**
     * Takes the mark from an address, whose mail works again; an audit line says so.
     *
     * @throws dev.troubletickets.failure.NotFound if it has none
     */
    void clearBounce(EmailAddress address);

    /** Sends an outgoing mail that failed or is uncertain once more with the next background round. */
    void retry(long mail);
}
