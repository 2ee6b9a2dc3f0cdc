// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Failures;
import dev.troubletickets.jdbc.internal.sql.Names;
import dev.troubletickets.jdbc.internal.sql.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction of one unit of work that writes. Closing it without a commit rolls back. */
final class UnitTransaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnitTransaction.class);

    private final EntityManager manager;
    private final Dialect dialect;
    private final Names names;
    private final BorrowedIsolation isolation;

    UnitTransaction(EntityManager manager, Dialect dialect, Names names) {
        this.manager = manager;
        this.dialect = dialect;
        this.names = names;
        this.isolation = new BorrowedIsolation(dialect);
    }

    void begin() {
        manager.getTransaction().begin();
        if (isolation.isWanted()) {
            manager.<Connection>runWithConnection(isolation::set);
        }
    }

    <T> T run(Function<Session, T> work) {
        Attempt<T> attempt = new Attempt<>(work);
        try {
            manager.<Connection>runWithConnection(
                    connection -> attempt.on(Session.writing(connection, dialect, names)));
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
        return attempt.result();
    }

    void commit() {
        try {
            manager.getTransaction().commit();
        } catch (RuntimeException e) {
            throw Failures.ofCommit(e);
        }
    }

    @Override
    public void close() {
        quietly(this::rollBack);
        if (isolation.isChanged()) {
            quietly(() -> manager.<Connection>runWithConnection(isolation::restore));
        }
        quietly(manager::close);
    }

    private void rollBack() {
        EntityTransaction transaction = manager.getTransaction();
        if (transaction.isActive()) {
            transaction.rollback();
        }
    }

    /** The outcome is known by now; what fails here concerns the connection, and the pool will see to that. */
    static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.debug("a unit of work was not put away cleanly", e);
        }
    }
}
