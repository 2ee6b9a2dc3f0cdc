// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/** What became of a mail that came in (D1). */
public enum MailOutcome {
    OPENED,
    APPENDED,
    /** A delivery report; it opened nothing. */
    BOUNCE,
    /** A machine's reply to nothing we know; kept, opened nothing. */
    AUTOMATIC,
    /** The same mail had come before. */
    DUPLICATE,
    /** Our own mail, come back. */
    OWN,
    /** Could not be processed; kept for someone to look at. */
    QUARANTINED,
    /** Was quarantined; someone looked and put it away. */
    DISCARDED
}
