// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Failures;
import dev.troubletickets.jdbc.internal.sql.Names;
import dev.troubletickets.jdbc.internal.sql.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;

/** Runs units of work, each in a transaction and an entity manager of its own. */
public final class Transactions implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final Dialect dialect;
    private final Names names;

    Transactions(EntityManagerFactory factory, Dialect dialect, Names names) {
        this.factory = factory;
        this.dialect = dialect;
        this.names = names;
    }

    public <T> T write(Function<Session, T> work) {
        try (UnitTransaction transaction = begin()) {
            T result = transaction.run(work);
            transaction.commit();
            return result;
        }
    }

    public <T> T read(Function<Session, T> work) {
        return new Reading<>(dialect, names, work).on(manager());
    }

    @Override
    public void close() {
        factory.close();
    }

    private UnitTransaction begin() {
        UnitTransaction transaction = new UnitTransaction(manager(), dialect, names);
        try {
            transaction.begin();
            return transaction;
        } catch (RuntimeException e) {
            transaction.close();
            throw Failures.of(e);
        }
    }

    private EntityManager manager() {
        try {
            return factory.createEntityManager();
        } catch (IllegalStateException e) {
            throw new Unavailable("storage", "it is closed");
        }
    }
}
