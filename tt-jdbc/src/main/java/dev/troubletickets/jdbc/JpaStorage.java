// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.jdbc.internal.blobs.SqlBlobs;
import dev.troubletickets.jdbc.internal.boot.Database;
import dev.troubletickets.jdbc.internal.boot.EmbeddedH2;
import dev.troubletickets.jdbc.internal.boot.SqlUnit;
import dev.troubletickets.jdbc.internal.boot.Transactions;
import dev.troubletickets.jdbc.internal.sql.Names;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A storage in a PostgreSQL, MariaDB (10.11 or newer) or H2 database. Safe for any number of threads, and on PostgreSQL and MariaDB for
 * any number of processes.
 *
 * <p>Each unit of work takes one connection from the host's {@link DataSource} and gives it back; bring one that pools, with isolation
 * <i>read committed</i>; on MariaDB each unit of work sees to that itself, and puts back what was before. On H2 bring one with
 * {@code WRITE_DELAY=0}, and neither H2 2.5.250 nor 2.5.252, or committed tickets are lost when the process is killed.
 */
public final class JpaStorage implements Storage {
    private final Transactions transactions;
    private final BlobStore blobs;
    private final Runnable afterwards;

    private JpaStorage(Transactions transactions, Runnable afterwards) {
        this.transactions = transactions;
        this.blobs = new SqlBlobs(transactions);
        this.afterwards = afterwards;
    }

    /** With {@link JpaOptions#defaults}. */
    public static JpaStorage on(DataSource dataSource) {
        return on(dataSource, JpaOptions.defaults());
    }

    /**
     * Opens the storage, and creates or changes its tables unless the options say otherwise.
     *
     * @throws dev.troubletickets.failure.Unavailable if the database does not answer
     * @throws IllegalStateException if the database is of another kind, too old, or takes too little at once ({@code max_allowed_packet}
     *     of MariaDB), or the tables are not as they should be
     */
    public static JpaStorage on(DataSource dataSource, JpaOptions options) {
        return open(dataSource, options, () -> {});
    }

    /**
     * Opens a storage in a file of its own, with an H2 database in this process; made if it is missing. It survives the process being
     * killed; for a machine that loses power take PostgreSQL or MariaDB. Needs {@code com.h2database:h2}, neither 2.5.250 nor 2.5.252, which
     * can lose the newest tickets at a kill.
     *
     * @param file where the database is; H2 adds {@code .mv.db} to the name
     * @throws IllegalArgumentException if the path has a semicolon, which H2 takes for the start of a setting
     */
    public static JpaStorage embedded(Path file) {
        EmbeddedH2 database = EmbeddedH2.in(file);
        try {
            return open(database.dataSource(), JpaOptions.defaults(), database::close);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return transactions.write(session -> work.in(SqlUnit.of(session)));
    }

    @Override
    public <T> T read(Work<T> work) {
        return transactions.read(session -> work.in(SqlUnit.of(session)));
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public void close() {
        transactions.close();
        afterwards.run();
    }

    private static JpaStorage open(DataSource dataSource, JpaOptions options, Runnable afterwards) {
        Database database = Database.of(dataSource);
        Names names = new Names(options.schema(), options.tablePrefix());
        if (options.migrate()) {
            database.migrate(names);
        }
        database.requireTables(names);
        return new JpaStorage(database.open(names), afterwards);
    }
}
