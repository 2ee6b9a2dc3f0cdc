// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.ticket.TicketId;

/** What goes before a ticket does: the messages shown in it, wherever they were written, and the mails that brought or carry them. */
final class Departure {
    private static final String GOES = "(m.shown_in = ? or (m.ticket = ? and m.shown_in is null))";

    private final Session session;
    private final long ticket;

    Departure(Session session, TicketId ticket) {
        this.session = session;
        this.ticket = ticket.value();
    }

    void ofMessages() {
        empty("id in (select m.mail from {message} m where " + GOES + ")");
        empty("ticket = ? and id not in (select m.mail from {message} m where m.mail is not null and m.ticket = ?"
                + " and m.shown_in is not null)");
        session.later(
                "delete from {outbox} where message is not null and (ticket, message) in"
                        + " (select m.ticket, m.message from {message} m where m.shown_in = ? and not m.note)",
                ticket);
        session.later(
                "update {outbox} set ticket = null where ticket = ? and message in (select m.message from {message} m"
                        + " where m.ticket = ? and m.shown_in is not null and not m.note)",
                ticket,
                ticket);
        session.later(
                "delete from {attachment_part} where (ticket, note, message) in"
                        + " (select m.ticket, m.note, m.message from {message} m where " + GOES + ")",
                ticket,
                ticket);
        session.later("delete from {message} where ticket = ? and shown_in is null", ticket);
    }

    private void empty(String mails) {
        session.later("update {intake} set raw = ? where " + mails, new byte[0], ticket, ticket);
        if (session.dialect().limitsStatements()) {
            session.later(
                    "delete from {intake_rest} where mail in (select id from {intake} where " + mails + ")",
                    ticket,
                    ticket);
        }
    }
}
