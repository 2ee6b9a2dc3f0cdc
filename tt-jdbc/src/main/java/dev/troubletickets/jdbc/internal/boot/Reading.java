// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Failures;
import dev.troubletickets.jdbc.internal.sql.Names;
import dev.troubletickets.jdbc.internal.sql.Session;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unit of work that only reads. Under <i>read committed</i> each statement sees what was committed before it, in a transaction or
 * not; so there is none, which saves the round trip of ending it.
 */
final class Reading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Dialect dialect;
    private final Names names;
    private final Attempt<T> attempt;

    Reading(Dialect dialect, Names names, Function<Session, T> work) {
        this.dialect = dialect;
        this.names = names;
        this.attempt = new Attempt<>(work);
    }

    T on(EntityManager manager) {
        try {
            manager.<Connection>runWithConnection(this::run);
        } catch (RuntimeException e) {
            throw Failures.of(e);
        } finally {
            UnitTransaction.quietly(manager::close);
        }
        return attempt.result();
    }

    private void run(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        BorrowedIsolation isolation = new BorrowedIsolation(dialect);
        if (!autoCommit && isolation.isWanted()) {
            isolation.set(connection);
        }
        attempt.on(Session.reading(connection, dialect, names));
        putBack(connection, autoCommit, isolation);
    }

    /** Ends what the host's pool or the work itself began. */
    private static void putBack(Connection connection, boolean autoCommit, BorrowedIsolation isolation) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
            if (isolation.isChanged()) {
                isolation.restore(connection);
            }
        } catch (SQLException e) {
            LOG.debug("a connection was not put back cleanly", e);
        }
    }
}
