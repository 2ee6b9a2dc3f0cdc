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
import java.util.Objects;

/**
 * What searches look through besides the ticket itself: its texts, where they are found, and its tags. Written where they change, which
 * the unit knows of the tickets it has read before.
 */
final class TicketText {
    private final Session session;
    private final Fulltext fulltext;
    private final TextRoots roots;
    private final Map<TicketId, TicketData> read = new HashMap<>();

    TicketText(Session session) {
        this.session = session;
        this.fulltext = session.dialect().fulltext();
        this.roots = new TextRoots(session);
    }

    TicketData read(TicketData ticket) {
        read.put(ticket.id(), ticket);
        return ticket;
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

    /** True if it is known to be part of another ticket than before, or no longer part of one. */
    boolean moves(TicketData ticket) {
        TicketData before = read.get(ticket.id());
        return before != null
                && before.version() == ticket.version() - 1
                && !Objects.equals(before.merged(), ticket.merged());
    }

    /** After the ticket was replaced by one that is part of another ticket, or no longer part of one. */
    void move(TicketData ticket) {
        roots.follow(ticket);
    }

    /** After the ticket was replaced. */
    void update(TicketData ticket) {
        TicketData before = read.put(ticket.id(), ticket);
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
