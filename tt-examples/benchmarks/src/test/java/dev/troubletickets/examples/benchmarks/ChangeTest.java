// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Table TICKETS =
            new Table("tt_ticket", List.of("id", "version", "status", "subject"), List.of("id"), "id");
    private static final Table NOTES =
            new Table("tt_note", List.of("ticket", "text"), List.of("ticket", "text"), "ticket");

    @Test
    void aNewRowIsAnInsertOfAllItsColumns() {
        Change change = Change.between(Snapshot.none(), snapshot(NOTES, 7L, Map.of("ticket", 7L, "text", "hello")));

        assertThat(change.writes()).singleElement().satisfies(write -> {
            assertThat(write.sql()).isEqualTo("insert into tt_note (ticket, text) values (?, ?)");
            assertThat(write.values()).containsExactly(7L, "hello");
        });
    }

    @Test
    void aChangedTicketIsAnUpdateOfWhatChangedAtTheVersionThatWasRead() {
        Change change = Change.between(
                snapshot(TICKETS, 7L, Map.of("id", 7L, "version", 1L, "status", 0, "subject", "s")),
                snapshot(TICKETS, 7L, Map.of("id", 7L, "version", 2L, "status", 1, "subject", "s")));

        assertThat(change.writes()).singleElement().satisfies(write -> {
            assertThat(write.sql()).endsWith(" where id = ? and version = ?").doesNotContain("subject");
            assertThat(write.values()).hasSize(4).endsWith(7L, 1L);
        });
    }

    @Test
    void whatStayedAsItWasIsNotWritten() {
        Snapshot same = snapshot(NOTES, 7L, Map.of("ticket", 7L, "text", "hello"));

        assertThat(Change.between(same, same).writes()).isEmpty();
    }

    private static Snapshot snapshot(Table table, Object key, Map<String, Object> row) {
        return new Snapshot(Map.of(table, Map.of(List.of(key), new HashMap<>(row))));
    }
}
