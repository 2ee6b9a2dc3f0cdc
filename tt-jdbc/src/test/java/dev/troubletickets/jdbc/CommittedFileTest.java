// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After each commit the file has it, also where H2 reuses the file's space, which it does with what is older than 45 seconds. H2 2.5.252
 * fails here (decision 17).
 */
class CommittedFileTest {
    private static final int COMMITS = 60;

    @Test
    void whatIsCommittedIsInTheFileAKillWouldLeave(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("tickets");
        try (Storage storage = JpaStorage.embedded(file);
                Connection beside = connect(file);
                Statement statement = beside.createStatement()) {
            statement.execute("set retention_time 0");
            for (int i = 1; i <= COMMITS; i++) {
                String name = "Queue " + "x".repeat(i * 7 % 50);
                storage.write(unit -> unit.queues().create(QueueSettings.named(name), false));
                assertThat(queuesInACopyOf(file)).isEqualTo(i);
            }
        }
    }

    private static int queuesInACopyOf(Path file) throws Exception {
        Path copy = file.resolveSibling("copy");
        Files.copy(h2(file), h2(copy), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = connect(copy);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from tt_queue")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Path h2(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + file.toAbsolutePath(), "sa", "");
    }
}
