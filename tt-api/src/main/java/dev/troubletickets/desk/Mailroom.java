// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.view.MailroomView;
import java.io.OutputStream;

/**
 * Mail in and out, for administrators (D1, D8). Every method needs the permission {@code MAILROOM}, else throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface Mailroom {
    MailroomView state();

    /** Writes the original of a mail that came in, byte for byte. */
    void original(long mail, OutputStream into);

    /** Processes a quarantined mail again with the next background round. */
    void replay(long mail);

    /** Puts a quarantined mail away; its original stays. */
    void discard(long mail);

    /** Sends an outgoing mail that failed or is uncertain once more with the next background round. */
    void retry(long mail);
}
