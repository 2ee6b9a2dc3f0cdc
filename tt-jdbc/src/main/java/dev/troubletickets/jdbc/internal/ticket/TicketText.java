// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Fulltext;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Tag;
import java.util.Objects;

/**
 * What searches look through besides the ticket itself: its texts, where they are found, and its tags. Written where they change.
 */
final class TicketText {
    private final Session session;
    private final Fulltext fulltext;
    private final TextRoots roots;

    TicketText(Session session) {
        this.session = session;
        this.fulltext = session.dialect().fulltext();
        this.roots = new TextRoots(session);
    }

    void insert(TicketData ticket) {
        session.later(
                "insert into {ticket_text} (subject_key, requester_key, words, ticket, root, own_root) values (?, ?, "
                        + fulltext.mark() + ", ?, ?, ?)",
                subject(ticket),
                requester(ticket),
                words(ticket),
                ticket.id().value(),
                ticket.id().value(),
                ticket.id().value());
        insertTags(ticket);
        if (ticket.merged() != null) {
            roots.follow(ticket);
        }
    }

    /** After the ticket was replaced. */
    void update(TicketData before, TicketData ticket) {
        if (!Objects.equals(before.merged(), ticket.merged())) {
            roots.follow(ticket);
        }
        if (!subject(before).equals(subject(ticket)) || !requester(before).equals(requester(ticket))) {
            updateTexts(ticket);
        }
        if (!before.header().tags().equals(ticket.header().tags())) {
            updateTags(ticket);
        }
    }

    private void updateTexts(TicketData ticket) {
        session.later(
                "update {ticket_text} set subject_key = ?, requester_key = ?, words = " + fulltext.mark()
                        + " where ticket = ?",
                subject(ticket),
                requester(ticket),
                words(ticket),
                ticket.id().value());
    }

    private void updateTags(TicketData ticket) {
        session.later("delete from {ticket_tag} where ticket = ?", ticket.id().value());
        insertTags(ticket);
    }

    private void insertTags(TicketData ticket) {
        for (Tag tag : ticket.header().tags()) {
            session.later(
                    "insert into {ticket_tag} (tag, ticket) values (?, ?)",
                    tag.value(),
                    ticket.id().value());
        }
    }

    private static String subject(TicketData ticket) {
        return TicketRow.key(ticket.header().subject().value());
    }

    private String words(TicketData ticket) {
        return fulltext.ofTitle(ticket.header().subject().value());
    }

    private static String requester(TicketData ticket) {
        return ticket.header().requester().key();
    }
}
