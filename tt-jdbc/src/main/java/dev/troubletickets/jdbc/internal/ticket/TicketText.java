// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Fulltext;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.HashMap;
import java.util.Map;

/**
 * What searches look through besides the ticket itself: its texts and its tags. Written where they change, which the unit knows of the
 * tickets it has read before.
 */
final class TicketText {
    private final Session session;
    private final Fulltext fulltext;
    private final Map<TicketId, TicketData> read = new HashMap<>();

    TicketText(Session session) {
        this.session = session;
        this.fulltext = session.dialect().fulltext();
    }

    TicketData read(TicketData ticket) {
        read.put(ticket.id(), ticket);
        return ticket;
    }

    void insert(TicketData ticket) {
        session.later(
                "insert into {ticket_text} (subject_key, requester_key, words, ticket) values (?, ?, " + fulltext.mark()
                        + ", ?)",
                subject(ticket),
                requester(ticket),
                words(ticket),
                ticket.id().value());
        insertTags(ticket);
    }

    /** After the ticket was replaced. */
    void update(TicketData ticket) {
        TicketData before = read.remove(ticket.id());
        if (before == null || before.version() != ticket.version() - 1) {
            updateTexts(ticket);
            updateTags(ticket);
            return;
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
                        + " where ticket = ? and (subject_key <> ? or requester_key <> ?)",
                subject(ticket),
                requester(ticket),
                words(ticket),
                ticket.id().value(),
                subject(ticket),
                requester(ticket));
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
