// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import javax.sql.DataSource;

/** A persistence unit made in code: the host's DataSource, our provider, nothing read from persistence.xml. */
final class EntityManagers {
    private static final String PROVIDER = "org.hibernate.jpa.HibernatePersistenceProvider";

    private EntityManagers() {}

    static EntityManagerFactory on(DataSource dataSource, Dialect dialect) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("trouble-tickets")
                .provider(PROVIDER)
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .property("jakarta.persistence.nonJtaDataSource", dataSource)
                // told, so that it does not ask and does not log the database's address
                .property("jakarta.persistence.database-product-name", dialect.product())
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                // one connection from the first statement to the end of a unit, also after its commit
                .property("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD");
        return withOwnLoader(configuration);
    }

    /** Providers are looked for by the thread's class loader, which is the host's and may know another one. */
    private static EntityManagerFactory withOwnLoader(PersistenceConfiguration configuration) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EntityManagers.class.getClassLoader());
        try {
            return configuration.createEntityManagerFactory();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
