// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What {@link AnswerTime} has to come to, lived minute after minute. */
final class DueModel {
    /** What a queue promises, and when it works; always if that is empty. */
    record Queue(Optional<WorkingTime> time, Optional<AnswerTarget> gold, Optional<AnswerTarget> other) {
        boolean isWorked(Instant minute) {
            return time.map(t -> {
                        ZonedDateTime wall = minute.atZone(t.zone());
                        LocalTime shown = wall.toLocalTime();
                        return t.days().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                                .anyMatch(span -> !shown.isBefore(span.from())
                                        && (span.to().equals(LocalTime.MIDNIGHT) || shown.isBefore(span.to())));
                    })
                    .orElse(true);
        }

        Optional<AnswerTarget> target(boolean isGold) {
            return isGold && gold.isPresent() ? gold : other;
        }
    }

    Instant now;
    Queue queue;
    boolean waits;
    boolean paused;
    boolean isGold;
    Duration used = Duration.ZERO;

    DueModel(Instant start, Queue queue) {
        this.now = start;
        this.queue = queue;
    }

    void live(int minutes) {
        for (int i = 0; i < minutes; i++) {
            used = runs() && queue.isWorked(now) ? used.plusMinutes(1) : used;
            now = now.plusSeconds(60);
        }
    }

    boolean runs() {
        return waits && !paused && queue.target(isGold).isPresent();
    }

    void waitAnew() {
        waits = true;
        used = Duration.ZERO;
    }

    Duration left() {
        return queue.target(isGold).orElseThrow().allowed().minus(used);
    }

    /** When nothing is left, if nothing else happens; looked for over so many days. */
    Optional<Instant> due(int days) {
        Duration left = left();
        Instant minute = now;
        for (int i = 0; i < days * 1440; i++) {
            if (left.isZero()) {
                return Optional.of(minute);
            }
            left = queue.isWorked(minute) ? left.minusMinutes(1) : left;
            minute = minute.plusSeconds(60);
        }
        return Optional.empty();
    }
}
