// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** An H2 database in a file, and the pool of its connections. The only class that needs H2. */
public final class EmbeddedH2 implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 20;
    private static final String USER = "sa";

    private final JdbcConnectionPool pool;

    private EmbeddedH2(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    public static EmbeddedH2 in(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new IllegalArgumentException("the path of an H2 database has no semicolon");
        }
        String url = "jdbc:h2:file:" + path + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=100";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, USER, "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        return new EmbeddedH2(pool);
    }

    public DataSource dataSource() {
        return pool;
    }

    /** The last connection that closes closes the database. */
    @Override
    public void close() {
        pool.dispose();
    }
}
