// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Failures;
import dev.troubletickets.jdbc.internal.sql.Fulltext;
import dev.troubletickets.jdbc.internal.sql.Names;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's database: which one it is, and what it needs before the first unit of work. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
    /** They do not always find their newest commits in the file again (decision 17). */
    private static final Set<String> FORGETFUL_H2 = Set.of("2.5.250", "2.5.252");

    /** MariaDB's own default since 10.2. The largest statement of ours has 4 MiB of a mail, twice that if all of it is escaped. */
    private static final long LEAST_PACKET = 16L << 20;

    private final DataSource dataSource;
    private final Dialect dialect;

    private Database(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /**
     * @throws Unavailable if it does not answer
     * @throws IllegalStateException if it is of a kind that is not supported
     */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData facts = connection.getMetaData();
            String product = facts.getDatabaseProductName();
            Dialect dialect = Dialect.ofProduct(product)
                    .orElseThrow(() -> new IllegalStateException("no storage for the database " + product));
            if (dialect == Dialect.H2) {
                warnOfVersion(facts.getDatabaseProductVersion());
                warnOfWriteDelay(connection);
            } else if (dialect == Dialect.MARIADB) {
                requireMariaDb(connection, facts.getDatabaseMajorVersion(), facts.getDatabaseMinorVersion());
            }
            return new Database(dataSource, dialect);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    public void migrate(Names names) {
        new Migration(dataSource, dialect, names).run();
    }

    /** @throws IllegalStateException if they are missing */
    public void requireTables(Names names) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1 from " + names.table("mutex"))) {
            if (result.next()) {
                return;
            }
        } catch (SQLException e) {
            RuntimeException failure = Failures.of(e);
            if (failure instanceof Unavailable) {
                throw failure;
            }
        }
        throw new IllegalStateException(
                "the tables " + names.table("…") + " are missing: let the storage migrate, or run"
                        + " dev/troubletickets/jdbc/migration/" + dialect.folder() + " first");
    }

    public Transactions open(Names names) {
        return new Transactions(EntityManagers.on(dataSource, dialect), dialect, names);
    }

    private static void warnOfVersion(String version) {
        if (FORGETFUL_H2.stream().anyMatch(version::startsWith)) {
            LOG.warn("H2 {} can lose the newest tickets if this process is killed. Take H2 2.4.240.", version);
        }
    }

    /** Older ones were not tried; before 10.6 they cannot pass over locked rows. */
    private static void requireMariaDb(Connection connection, int major, int minor) throws SQLException {
        if (major < 10 || (major == 10 && minor < 11)) {
            throw new IllegalStateException(
                    "MariaDB " + major + "." + minor + " is too old: 10.11 is the oldest supported");
        }
        long packet = setting(connection, "max_allowed_packet");
        if (packet < LEAST_PACKET) {
            throw new IllegalStateException("MariaDB takes no more than " + packet
                    + " bytes at once: set max_allowed_packet to 16M, its default, or more");
        }
        long token = setting(connection, "innodb_ft_max_token_size");
        if (token < Fulltext.LONGEST_TOKEN) {
            throw new IllegalStateException("MariaDB keeps no words of more than " + token
                    + " characters for searches: set innodb_ft_max_token_size to 84, its default");
        }
    }

    private static long setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select @@" + name)) {
            return result.next() ? result.getLong(1) : Long.MAX_VALUE;
        }
    }

    private static void warnOfWriteDelay(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(WRITE_DELAY)) {
            if (result.next() && result.getInt(1) != 0) {
                LOG.warn(
                        "H2 runs with WRITE_DELAY={}: tickets of the last moments are lost if this process is killed."
                                + " Add ;WRITE_DELAY=0 to the URL of the database.",
                        result.getInt(1));
            }
        }
    }
}
