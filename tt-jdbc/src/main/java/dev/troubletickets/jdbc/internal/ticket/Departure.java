// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.files.References;
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
        session.later("delete from {message} where ticket = ? and shown_in is null", ticket);
    }

    /** Those of its messages and of its actions at a time; to be asked for before all else, and released when the ticket is gone. */
    References files() {
        return References.to(
                session,
                "select a.file_key from {attachment} a join {message} m"
                        + " on m.ticket = a.ticket and m.note = a.note and m.message = a.message where " + GOES
                        + " union select f.file_key from {scheduled_file} f join {scheduled} s on s.id = f.scheduled"
                        + " where s.ticket = ?",
                ticket,
                ticket,
                ticket);
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
