// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.jdbc.internal.sql.Failures;
import dev.troubletickets.jdbc.internal.sql.Names;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables to the state this version needs. Apart from a host's own migrations: another history, another place. */
final class Migration {
    /** Nodes that start together on an empty H2 can come into each other's way. */
    private static final int TRIES = 5;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final Names names;

    Migration(DataSource dataSource, Dialect dialect, Names names) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.names = names;
    }

    void run() {
        for (int attempt = 1; ; attempt++) {
            try {
                migrateAlone();
                return;
            } catch (FlywayException e) {
                if (attempt == TRIES || Failures.of(e) instanceof Unavailable) {
                    throw failure(e);
                }
            }
        }
    }

    /** A migration of H2 that came second half-way would leave its trace; at least within one process none does. */
    private void migrateAlone() {
        synchronized (Migration.class) {
            flyway().migrate();
        }
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:dev/troubletickets/jdbc/migration/" + dialect.folder())
                .failOnMissingLocations(true)
                .table(names.prefix() + "schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("prefix", names.prefix()));
        names.schema().map(this::asStored).ifPresent(configuration::defaultSchema);
        return configuration.load();
    }

    /** Flyway quotes names; statements do not. */
    private String asStored(String schema) {
        return dialect == Dialect.H2 ? schema.toUpperCase(Locale.ROOT) : schema;
    }

    private static RuntimeException failure(FlywayException e) {
        RuntimeException failure = Failures.of(e);
        return failure instanceof Unavailable
                ? failure
                : new IllegalStateException("the tables cannot be brought to this version", e);
    }
}
