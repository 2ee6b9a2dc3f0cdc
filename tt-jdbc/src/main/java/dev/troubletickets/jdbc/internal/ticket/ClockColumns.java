// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clock of an answer as columns of its ticket. */
final class ClockColumns {
    static final List<String> NAMES =
            List.of("terms", "target", "allowed", "used", "running_since", "due", "escalated", "escalates_at");

    /** Takes {@link #values}, the ticket's id and its version. */
    static final String UPDATE = "update {ticket} set "
            + NAMES.stream().map(name -> name + " = ?").collect(Collectors.joining(", "))
            + " where id = ? and version = ?";

    private ClockColumns() {}

    static @Nullable Object[] values(AnswerClock clock, Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        add(values, clock);
        Collections.addAll(values, more);
        return values.toArray();
    }

    /** Allowed in seconds, used in microseconds, no due time as the one that sorts last. */
    static void add(List<@Nullable Object> values, AnswerClock clock) {
        Collections.addAll(
                values,
                clock.terms(),
                clock.target(),
                clock.allowed() == null ? null : clock.allowed().toSeconds(),
                clock.used().dividedBy(ChronoUnit.MICROS.getDuration()),
                clock.runningSince(),
                Objects.requireNonNullElse(clock.due(), SortKey.NEVER),
                clock.escalated().stream().sorted().collect(Collectors.joining("\n")),
                clock.escalatesAt());
    }

    static AnswerClock read(Row row) throws SQLException {
        Long terms = row.numberOrNull();
        String target = row.textOrNull();
        Long allowed = row.numberOrNull();
        Duration used = Duration.of(row.number(), ChronoUnit.MICROS);
        Instant runningSince = row.instantOrNull();
        Instant due = row.instant();
        String escalated = row.text();
        return new AnswerClock(
                terms,
                target,
                allowed == null ? null : Duration.ofSeconds(allowed),
                used,
                runningSince,
                due.equals(SortKey.NEVER) ? null : due,
                escalated.isEmpty() ? Set.of() : Set.of(escalated.split("\n")),
                row.instantOrNull());
    }
}
