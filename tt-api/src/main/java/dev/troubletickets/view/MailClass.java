// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/** What kind of writer a mail has, and what a mail of that kind may do (D4). The table in {@code docs/mail.md} is made from this. */
public enum MailClass {
    /** A person. */
    HUMAN(true, true, true, true),
    /** A machine that writes by itself, such as a monitor. */
    GENERATED(true, true, false, false),
    /** A mailing list or a newsletter. */
    BULK(true, true, false, false),
    /** A machine that replies, such as an out-of-office assistant (RFC 3834). */
    AUTO_REPLY(false, true, false, false),
    /** A delivery report (RFC 3464), or what reads like one. */
    BOUNCE(false, false, false, false),
    /** One of our own mails, come back. */
    OWN(false, false, false, false);

    private final boolean opens;
    private final boolean appends;
    private final boolean reopens;
    private final boolean answered;

    MailClass(boolean opens, boolean appends, boolean reopens, boolean answered) {
        this.opens = opens;
        this.appends = appends;
        this.reopens = reopens;
        this.answered = answered;
    }

    /** It may open a ticket. */
    public boolean mayOpen() {
        return opens;
    }

    /** It may be added to a ticket it belongs to. */
    public boolean mayAppend() {
        return appends;
    }

    /** It is a word of the customer's: reopens a ticket, and stops its auto-close. */
    public boolean mayReopen() {
        return reopens;
    }

    /** It may be answered automatically. */
    public boolean mayBeAnswered() {
        return answered;
    }
}
