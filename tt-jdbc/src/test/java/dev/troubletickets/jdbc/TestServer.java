// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A database server of the tests. The one of the run is PostgreSQL, or MariaDB in the profile of that name; there, only tests run that
 * have the tag {@link #ANY} or {@link #MARIADB}.
 */
interface TestServer {
    /** Tests that run on any server. */
    String ANY = "server";

    /** Tests that only MariaDB needs. */
    String MARIADB = "mariadb";

    String url();

    void stop();

    /** Again, on what it has left. */
    void start();

    /** One for all tests of the run; each class takes a prefix or a schema of its own. */
    static TestServer ofRun() {
        return isMariaDb() ? MariaDbServer.ofRun() : PostgresServer.ofRun();
    }

    /** One to stop and to start. */
    static TestServer in(Path directory, int port) {
        return isMariaDb() ? MariaDbServer.in(directory, port) : PostgresServer.in(directory, port);
    }

    static DataSource nowhere(int port) {
        return isMariaDb() ? MariaDbServer.nowhere(port) : PostgresServer.nowhere(port);
    }

    static boolean isMariaDb() {
        return MARIADB.equals(System.getProperty("tt.server"));
    }

    default HikariConfig config(int connections) {
        return config(url(), connections);
    }

    static HikariConfig config(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(10_000);
        return config;
    }

    default HikariDataSource pool() {
        return new HikariDataSource(config(8));
    }

    /** Each connection begins with the statements. */
    default HikariDataSource poolThatFirst(String statements) {
        HikariConfig config = config(8);
        config.setConnectionInitSql(statements);
        return new HikariDataSource(config);
    }
}
