// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Among a hundred thousand files, those few that are waited for, unused or going are read from indexes (F3). */
@Tag("F3")
class FilePlanTest {
    private static final String PREFIX = "many_";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun().pool();

    @BeforeAll
    static void fill() throws SQLException {
        JpaStorage.on(POSTGRES, JpaOptions.defaults().withTablePrefix(PREFIX)).close();
        Plans.execute(
                POSTGRES,
                "insert into many_file (file_key, sha256, bytes, wanted, stage, scan, referred)"
                        + " select lpad(to_hex(i), 64, '0') || '-0000000000000000', lpad(to_hex(i), 64, '0'), i,"
                        + " timestamptz '2026-01-01 00:00:00+00' + i * interval '1 second',"
                        + " case when i % 1000 = 1 then 0 when i % 1000 = 2 then 2 else 1 end,"
                        + " case when i % 1000 = 3 then 0 else 1 end, i % 1000 > 10"
                        + " from generate_series(1, 100000) i");
        Plans.vacuum(POSTGRES);
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("file_content", u -> u.files().withContent("0".repeat(63) + "7", 7)),
                read("file_stage", u -> u.files().waiting(100)),
                read("file_stage", u -> u.files().going(100)),
                read("file_unused", u -> u.files().unused(NOW, 100)),
                read("file_unused", u -> u.files().unused(Instant.parse("2026-01-01T03:00:00Z"), 100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void postgresReadsTheIndex(String index, Consumer<UnitOfWork> work) {
        assertThat(Plans.of(POSTGRES, PREFIX, work)).contains(index).doesNotContain("Seq Scan");
    }

    private static Arguments read(String index, Consumer<UnitOfWork> work) {
        return Arguments.of(PREFIX + index, work);
    }
}
