// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Databases that are refused, by what they say of themselves. */
class OtherDatabasesTest {
    private static final JdbcConnectionPool H2 = JdbcConnectionPool.create("jdbc:h2:mem:others", "sa", "");

    @AfterAll
    static void close() {
        H2.dispose();
    }

    @Test
    void mySqlIsNotTakenForMariaDb() {
        assertThatThrownBy(() -> JpaStorage.on(saying("MySQL", 8, 4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no storage for the database MySQL");
    }

    @Test
    void aMariaDbThatIsTooOldIsNamed() {
        for (int[] version : new int[][] {{10, 10}, {10, 6}, {5, 5}}) {
            assertThatThrownBy(() -> JpaStorage.on(saying("MariaDB", version[0], version[1])))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("MariaDB %d.%d is too old: 10.11 is the oldest supported", version[0], version[1]);
        }
    }

    private static DataSource saying(String product, int major, int minor) {
        Map<String, Object> said = Map.of(
                "getDatabaseProductName", product,
                "getDatabaseMajorVersion", major,
                "getDatabaseMinorVersion", minor);
        return Proxies.connecting(
                H2,
                connection -> Proxies.of(java.sql.Connection.class, (self, method, values) -> {
                    Object got = Proxies.call(connection, method, values);
                    return got instanceof DatabaseMetaData facts
                            ? Proxies.of(DatabaseMetaData.class, (it, question, nothing) -> {
                                Object answer = said.get(question.getName());
                                return answer == null ? Proxies.call(facts, question, nothing) : answer;
                            })
                            : got;
                }));
    }
}
