// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Opening, picking up, answering, replying; each on a ticket that nobody has touched so before. */
final class Writes {
    private static final NewTicket NEW = NewTicket.of("Mail bounces", Words.QUESTION);

    private final Site site;
    private final PlainWrites plain;
    private final Copies copies;

    Writes(Site site) {
        this.site = site;
        this.plain = new PlainWrites(site.plain());
        this.copies = new Copies(site.tables());
    }

    List<Contest> contests() throws SQLException {
        return List.of(open(), pickUp(), answer(), reply());
    }

    private Contest open() throws SQLException {
        Change change = Change.between(Snapshot.none(), site.snapshot(opened()));
        return new Contest(
                "open a ticket",
                turn -> site.center().customer(Hosting.customer(anyone())).open(NEW),
                turn -> plain.open(change, anyone()));
    }

    private Contest pickUp() throws SQLException {
        long still = opened();
        site.john().ticket(TicketId.of(still));
        return contest("pick up a ticket", still, id -> site.john().pickUp(TicketId.of(id)), plain::pickUp);
    }

    private Contest answer() throws SQLException {
        return contest(
                "answer a ticket",
                taken(),
                id -> site.john().answer(TicketId.of(id), Answer.of(Words.ANSWER)),
                plain::answer);
    }

    private Contest reply() throws SQLException {
        long still = taken();
        site.john().answer(TicketId.of(still), Answer.of(Words.ANSWER));
        return contest(
                "reply to an answer",
                still,
                id -> site.center().customer(Hosting.customer(1)).reply(TicketId.of(id), Reply.of(Words.QUESTION)),
                plain::reply);
    }

    /** Both sides on copies of one ticket; what the library does to one is recorded first. */
    private Contest contest(String name, long still, OnTicket library, ByHand byHand) throws SQLException {
        long example = copy(still, 1);
        Snapshot before = site.snapshot(example);
        library.act(example);
        Change change = Change.between(before, site.snapshot(example));
        return new Contest(name, new OnCopies(still, library), new OnCopies(still, id -> byHand.act(change, id)));
    }

    private long opened() {
        return site.center().customer(Hosting.customer(1)).open(NEW).value();
    }

    /** As a technician takes one: looked at, then picked up. */
    private long taken() {
        long ticket = opened();
        site.john().ticket(TicketId.of(ticket));
        site.john().pickUp(TicketId.of(ticket));
        return ticket;
    }

    private long anyone() {
        return ThreadLocalRandom.current().nextLong(site.size() / Corpus.TICKETS_EACH);
    }

    /** The number of the first copy; the others follow. */
    private long copy(long ticket, int times) throws SQLException {
        try (Connection connection = site.plain().getConnection()) {
            long next = Jdbc.number(
                    connection, "select setval('tt_ticket_number', nextval('tt_ticket_number') + ?)", times);
            copies.make(connection, ticket, next - times, next - 1, Map.of());
            return next - times;
        }
    }

    private interface OnTicket {
        void act(long ticket) throws SQLException;
    }

    private interface ByHand {
        void act(Change change, long ticket) throws SQLException;
    }

    private final class OnCopies implements Side {
        private final long still;
        private final OnTicket operation;
        private volatile long first;

        OnCopies(long still, OnTicket operation) {
            this.still = still;
            this.operation = operation;
        }

        @Override
        public void prepare(int turns) throws SQLException {
            first = copy(still, turns);
        }

        @Override
        public void act(int turn) throws SQLException {
            operation.act(first + turn);
        }
    }
}
