// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** A storage on the host's own database, over Jakarta Persistence. */
@SuppressWarnings("opens") // Flyway reads the migrations, which are no classes
module dev.troubletickets.jdbc {
    requires transitive dev.troubletickets.api;
    requires transitive java.sql;
    requires flyway.core;
    requires jakarta.persistence;
    requires org.slf4j;
    requires static com.h2database;
    requires static org.jspecify;

    exports dev.troubletickets.jdbc;

    opens dev.troubletickets.jdbc.migration.h2;
    opens dev.troubletickets.jdbc.migration.mariadb;
    opens dev.troubletickets.jdbc.migration.postgresql;
}
