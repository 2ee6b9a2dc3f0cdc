// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.ticket.Channel;

/**
 * What the library mails to requesters by itself, and which limits hold for it (D4). The table in {@code docs/mail.md} is made from this.
 */
public enum AutomaticMail {
    /** The receipt of a mail that opened a ticket, or a rule's reply in its place. */
    ANSWER_TO_MAIL(ToAddress.ONE, true),
    /** The same to whoever opened a ticket in a panel, where no mail of theirs can bring another. */
    ANSWER_IN_PANEL(ToAddress.ANY, false),
    /** That the ticket is resolved or closed. */
    SETTLED(ToAddress.AS_SET, true),
    /** That the answered ticket will close by itself; each ticket warns once, and many may on one day. */
    CLOSING_SOON(ToAddress.ANY, true);

    private final ToAddress toAddress;
    private final boolean counted;

    AutomaticMail(ToAddress toAddress, boolean counted) {
        this.toAddress = toAddress;
        this.counted = counted;
    }

    static AutomaticMail answerTo(Channel channel) {
        return channel == Channel.MAIL ? ANSWER_TO_MAIL : ANSWER_IN_PANEL;
    }

    public ToAddress toAddress() {
        return toAddress;
    }

    /** The limits of the ticket and of the installation hold for it. */
    public boolean isCounted() {
        return counted;
    }

    /** How many automatic mails the address may have got in the window for this one still to go out. */
    public enum ToAddress {
        /** None: at most one in the window. */
        ONE,
        AS_SET,
        ANY
    }
}
