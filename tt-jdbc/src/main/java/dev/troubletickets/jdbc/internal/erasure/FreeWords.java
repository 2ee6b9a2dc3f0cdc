// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.erasure;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Words;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that belong to no ticket, or to one by its number alone. */
final class FreeWords {
    private final Session session;

    FreeWords(Session session) {
        this.session = session;
    }

    long last(Phase phase) {
        if (phase == Phase.DONE || phase == Phase.ORDERS) {
            return phase == Phase.DONE ? 0 : 1;
        }
        return session.number("select coalesce(max(id), 0) from {" + table(phase) + "}");
    }

    List<Words> list(Phase phase, long after, int limit) {
        List<Words> found = session.list(
                "select id, " + columns(phase) + " from {" + table(phase) + "} where id > ?" + only(phase)
                        + " order by id limit " + limit,
                row -> words(phase, row),
                after);
        return phase == Phase.TASKS ? withNotes(found) : found;
    }

    void rewrite(Phase phase, long number, String text) {
        switch (phase) {
            case PRIVATE_MESSAGES ->
                session.later("update {private_message} set subject = ?, content = ? where id = ?", text, text, number);
            case TASKS -> {
                session.later("update {task} set title = ?, details = ? where id = ?", text, text, number);
                session.later("update {task_entry} set new_value = ? where task = ? and kind = 'NOTE'", text, number);
            }
            case CHARGES -> session.later("update {reseller_charge} set note = ? where id = ?", text, number);
            case SAVED_SEARCHES -> session.later("delete from {saved_search} where id = ?", number);
            case MASS_ACTIONS ->
                session.later(
                        "update {bulk_job} set is_over = case when state = 'COLLECTING' then true else is_over end,"
                                + " version = case when state = 'COLLECTING' then version + 1 else version end,"
                                + " search = null,"
                                + " state = case when state = 'COLLECTING' then 'CANCELLED' else state end"
                                + " where id = ?",
                        number);
            case AUDIT -> session.later("update {audit} set what = ? where id = ?", text, number);
            default -> throw new IllegalArgumentException(phase + " has no free words");
        }
    }

    private List<Words> withNotes(List<Words> tasks) {
        Map<Long, StringBuilder> notes = new HashMap<>();
        if (!tasks.isEmpty()) {
            session.list(
                    "select task, new_value from {task_entry} where kind = 'NOTE' and task in ("
                            + Codes.marks(tasks.size()) + ") order by id",
                    row -> notes.computeIfAbsent(row.number(), task -> new StringBuilder())
                            .append('\n')
                            .append(row.textOrNull()),
                    tasks.stream().map(Words::number).toArray());
        }
        return tasks.stream()
                .map(task ->
                        new Words(task.number(), task.words() + notes.getOrDefault(task.number(), new StringBuilder())))
                .toList();
    }

    private static Words words(Phase phase, Row row) throws SQLException {
        long number = row.number();
        String first = phase == Phase.CHARGES ? ticket(row.numberOrNull()) : row.text();
        return new Words(number, hasTwo(phase) ? first + "\n" + row.text() : first);
    }

    private static String ticket(@Nullable Long number) {
        return number == null ? "" : "#" + number;
    }

    private static boolean hasTwo(Phase phase) {
        return phase != Phase.MASS_ACTIONS && phase != Phase.AUDIT;
    }

    private static String columns(Phase phase) {
        return switch (phase) {
            case PRIVATE_MESSAGES -> "subject, content";
            case TASKS -> "title, details";
            case CHARGES -> "ticket, note";
            case SAVED_SEARCHES -> "name, content";
            case MASS_ACTIONS -> "search";
            case AUDIT -> "what";
            default -> throw new IllegalArgumentException(phase + " has no free words");
        };
    }

    private static String only(Phase phase) {
        return switch (phase) {
            case CHARGES -> " and note is not null";
            case MASS_ACTIONS -> " and search is not null";
            default -> "";
        };
    }

    private static String table(Phase phase) {
        return switch (phase) {
            case MAILS_IN -> "intake";
            case MAILS_OUT -> "outbox";
            case PRIVATE_MESSAGES -> "private_message";
            case TASKS -> "task";
            case CHARGES -> "reseller_charge";
            case SAVED_SEARCHES -> "saved_search";
            case MASS_ACTIONS -> "bulk_job";
            case AUDIT -> "audit";
            case TICKETS -> "ticket";
            case ORDERS, DONE -> throw new IllegalArgumentException(phase + " has no numbers");
        };
    }
}
