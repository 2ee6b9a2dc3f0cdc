// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.jdbc.JpaOptions;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A support center with tables of its own, and what hand-written JDBC needs to work on the same tables. */
final class Site implements AutoCloseable {
    private final int size;
    private final String schema;
    private final HikariDataSource librarys;
    private final HikariDataSource plain;
    private final JpaStorage storage;
    private final SupportCenter center;
    private final List<Table> tables;

    /** @param size how many tickets it is going to have */
    Site(PostgresServer server, int size) throws SQLException {
        this(server, "s" + size, size);
    }

    Site(PostgresServer server, String schema, int size) throws SQLException {
        this.size = size;
        this.schema = schema;
        librarys = server.pool(schema);
        storage = JpaStorage.on(librarys, JpaOptions.defaults().withSchema(schema));
        center = SupportCenter.builder()
                .storage(storage)
                .identity(new Hosting())
                .mail(InMemoryMail.with(new MimeFormat(), "memory"))
                .secret(Secret.of("0123456789abcdef0123456789abcdef"))
                .installation("Example Hosting", "support@example.com")
                .build();
        plain = server.pool(schema);
        staff();
        try (Connection connection = plain.getConnection()) {
            tables = Table.all(connection, schema);
        }
    }

    int size() {
        return size;
    }

    String schema() {
        return schema;
    }

    JpaStorage storage() {
        return storage;
    }

    SupportCenter center() {
        return center;
    }

    StaffDesk john() {
        return center.staff(Hosting.JOHN);
    }

    HikariDataSource plain() {
        return plain;
    }

    List<Table> tables() {
        return tables;
    }

    Snapshot snapshot(long ticket) throws SQLException {
        try (Connection connection = plain.getConnection()) {
            return Snapshot.of(connection, tables, ticket);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = plain.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ten technicians; three queues besides the default one, of which each sees two. */
    private void staff() {
        var admin = center.administration(Hosting.ANNA);
        List<QueueId> queues = new ArrayList<>();
        for (String name : List.of("Sales", "Domains", "Servers")) {
            queues.add(admin.createQueue(QueueSettings.named(name)));
        }
        for (int i = 0; i < Hosting.TECHNICIANS; i++) {
            var technician = dev.troubletickets.people.StaffId.of("tech" + i);
            admin.entitle(technician, Set.of(queues.get(0), queues.get(1)));
            center.staff(technician)
                    .saveProfile(StaffProfile.of("Technician " + i, EmailAddress.of("tech" + i + "@example.com"))
                            .withSignature("Technician " + i + "\nExample Hosting"));
        }
    }

    @Override
    public void close() {
        storage.close();
        librarys.close();
        plain.close();
    }
}
