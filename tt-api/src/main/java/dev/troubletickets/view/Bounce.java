// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.EmailAddress;
import java.time.Instant;

/**
 * The mark of an address that the latest mail did not reach (D9). It goes when somebody writes from there, or an
 * administrator takes it away.
 *
 * @param at when that was learnt
 * @param permanent the mail server said it is for good (RFC 3463, class 5), not for a reason that may pass, such as a full mailbox
 * @param reason for people, of at most 200 characters
 */
public record Bounce(EmailAddress address, Instant at, boolean permanent, String reason) {
    private static final int LONGEST = 200;

    public Bounce {
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            reason = reason.substring(0, reason.offsetByCodePoints(0, LONGEST));
        }
    }
}
