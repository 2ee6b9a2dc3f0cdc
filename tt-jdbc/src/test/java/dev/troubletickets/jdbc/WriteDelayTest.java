// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 keeps committed rows in memory for a while unless it is told not to. */
class WriteDelayTest {
    private static final String WARNING = "WRITE_DELAY=500";

    @Test
    void anH2ThatForgetsAtAKillIsWarnedOf(@TempDir Path directory) {
        assertThat(loggedOn("jdbc:h2:file:" + directory.resolve("careless")))
                .contains("WARN")
                .contains(WARNING)
                .contains(";WRITE_DELAY=0");
        assertThat(loggedOn("jdbc:h2:file:" + directory.resolve("careful") + ";WRITE_DELAY=0"))
                .doesNotContain("WARN");
    }

    @Test
    void anH2ThatDoesNotFindItsNewestCommitsIsWarnedOf(@TempDir Path directory) {
        JdbcConnectionPool pool = careful(directory);
        String logged = logged(
                () -> JpaStorage.on(ofVersion("2.5.252 (2026-10-19)", pool)).close());
        pool.dispose();

        assertThat(logged).contains("WARN").contains("2.5.252").contains("2.4.240");
    }

    @Test
    void theEmbeddedStorageKeepsEverythingAndNeedsNoWarning(@TempDir Path directory) {
        Path file = directory.resolve("with space");
        String logged = logged(() -> {
            try (Storage storage = JpaStorage.embedded(file)) {
                storage.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));
            }
            try (Storage storage = JpaStorage.embedded(file)) {
                assertThat(storage.<Integer>read(unit -> unit.queues().all().size()))
                        .isEqualTo(1);
            }
        });

        assertThat(logged).doesNotContain("WARN");
        assertThat(file.resolveSibling("with space.mv.db")).exists();
    }

    @Test
    void aPathCannotSmuggleInSettings() {
        assertThatThrownBy(() -> JpaStorage.embedded(Path.of("x;INIT=RUNSCRIPT FROM 'y'")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JdbcConnectionPool careful(Path directory) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + directory.resolve("careful") + ";WRITE_DELAY=0", "sa", "");
    }

    private static DataSource ofVersion(String version, DataSource database) {
        return Proxies.connecting(
                database,
                connection -> Proxies.of(Connection.class, (proxy, method, values) -> {
                    Object got = Proxies.call(connection, method, values);
                    return got instanceof DatabaseMetaData facts ? ofVersion(version, facts) : got;
                }));
    }

    private static DatabaseMetaData ofVersion(String version, DatabaseMetaData facts) {
        return Proxies.of(
                DatabaseMetaData.class,
                (proxy, method, values) -> method.getName().equals("getDatabaseProductVersion")
                        ? version
                        : Proxies.call(facts, method, values));
    }

    private static String loggedOn(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        try {
            return logged(() -> JpaStorage.on(pool).close());
        } finally {
            pool.dispose();
        }
    }

    /** The tests log to the standard error stream. */
    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
