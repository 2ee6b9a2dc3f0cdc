// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.examples.benchmarks.Change.Own;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The writes by hand: in one transaction, read what the rules need to decide, then a statement for each row. The decision itself, and the
 * composing of mails, is left out, which is to the advantage of this side.
 */
final class PlainWrites {
    private static final String TICKET =
            "select version, status, queue, assignee, sticky, locked, requester, cc, subject,"
                    + " public_messages, notes from tt_ticket where id = ?";
    private static final String REFERENCES = "select message_id from tt_message where ticket = ? and not note"
            + " and message_id is not null order by message desc limit 10";

    private final DataSource source;
    private final AtomicLong mails = new AtomicLong();

    PlainWrites(DataSource source) {
        this.source = source;
    }

    void open(Change change, long customer) throws SQLException {
        String account = Hosting.customer(customer).value();
        String address = Hosting.address(customer);
        Map<String, Object> owner = Map.of("account", account, "requester", address, "requester_key", address);
        Jdbc.inTransaction(source, connection -> {
            long ticket = Jdbc.number(connection, "select nextval('tt_ticket_number')");
            change.replay(connection, own(ticket, owner));
        });
    }

    void pickUp(Change change, long ticket) throws SQLException {
        Jdbc.inTransaction(source, connection -> {
            PlainRights.of(connection, Hosting.JOHN.value());
            read(connection, ticket);
            change.replay(connection, own(ticket, Map.of()));
        });
    }

    void answer(Change change, long ticket) throws SQLException {
        Jdbc.inTransaction(source, connection -> {
            PlainRights.of(connection, Hosting.JOHN.value());
            read(connection, ticket);
            Jdbc.list(connection, REFERENCES, row -> row.getString(1), ticket);
            change.replay(connection, own(ticket, Map.of()));
        });
    }

    void reply(Change change, long ticket) throws SQLException {
        Jdbc.inTransaction(source, connection -> {
            read(connection, ticket);
            change.replay(connection, own(ticket, Map.of()));
        });
    }

    private Own own(long ticket, Map<String, Object> others) {
        String unique = "by-hand-" + mails.incrementAndGet() + ".";
        return new Own(ticket, OffsetDateTime.now(ZoneOffset.UTC), unique, others);
    }

    private static void read(Connection connection, long ticket) throws SQLException {
        record Ticket(
                long version,
                int status,
                long queue,
                String assignee,
                boolean sticky,
                boolean locked,
                String requester,
                String cc,
                String subject,
                int messages,
                int notes) {}
        Jdbc.list(
                connection,
                TICKET,
                row -> new Ticket(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10),
                        row.getInt(11)),
                ticket);
    }
}
