// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.time.Duration;

/**
 * How many automatic mails go out at most (D4). What goes beyond is not sent, is told in the ticket, and is counted in the {@code
 * MailroomView}. Whatever is set here, a mail is answered automatically only if its sender got no automatic mail in the window.
 *
 * @param minutes the window's length, 1 to 1,440; 10 by default
 * @param toAddress mails to one address in the window, 1 to 1,000,000; 2 by default: a receipt, and that the ticket is closed
 * @param ofTicket mails about one ticket in the window, 1 to 1,000,000; 5 by default
 * @param ofInstallation mails of the whole installation in the window, 1 to 1,000,000; 1,000 by default
 */
public record AutomaticMailLimits(int minutes, int toAddress, int ofTicket, int ofInstallation) {
    private static final int MOST_MINUTES = 1440;
    private static final int MOST_MAILS = 1_000_000;

    /** Which limit holds a mail back. */
    public enum Limit {
        ADDRESS,
        TICKET,
        INSTALLATION
    }

    /** @throws IllegalArgumentException if the window is not 1 to 1,440 minutes, or a number of mails not 1 to 1,000,000 */
    public AutomaticMailLimits {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("the window is 1 to " + MOST_MINUTES + " minutes");
        }
        if (isOutside(toAddress) || isOutside(ofTicket) || isOutside(ofInstallation)) {
            throw new IllegalArgumentException("limits of automatic mails are 1 to " + MOST_MAILS);
        }
    }

    public static AutomaticMailLimits defaults() {
        return new AutomaticMailLimits(10, 2, 5, 1000);
    }

    public Duration window() {
        return Duration.ofMinutes(minutes);
    }

    private static boolean isOutside(int mails) {
        return mails < 1 || mails > MOST_MAILS;
    }
}
