// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.spi.storage.AnswerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which levels of escalation are still to come in a wait, and when (G6). Pure functions. */
public final class Escalations {
    private Escalations() {}

    /** The levels that have come by now and were not taken yet, in their order. */
    public static List<EscalationLevel> due(AnswerClock clock, Terms terms, Instant now) {
        return open(clock, terms)
                .filter(level ->
                        at(level, clock, terms).filter(at -> !at.isAfter(now)).isPresent())
                .toList();
    }

    /** The clock once these have come. */
    public static AnswerClock taken(AnswerClock clock, Terms terms, List<EscalationLevel> levels) {
        Set<String> all = new HashSet<>(clock.escalated());
        levels.forEach(level -> all.add(key(level, terms)));
        return withNext(with(clock, all, null), terms);
    }

    static AnswerClock withNext(AnswerClock clock, Terms terms) {
        Optional<Instant> next = open(clock, terms)
                .flatMap(level -> at(level, clock, terms).stream())
                .min(Comparator.naturalOrder());
        return with(clock, clock.escalated(), next.orElse(null));
    }

    /** The names of the levels that are still to come. */
    static List<String> left(AnswerClock clock, Terms terms) {
        return open(clock, terms).map(EscalationLevel::name).toList();
    }

    /** The names of the levels that came. */
    static List<String> reached(AnswerClock clock) {
        return clock.escalated().stream()
                .map(key -> key.substring(key.indexOf(' ') + 1))
                .sorted()
                .toList();
    }

    private static Stream<EscalationLevel> open(AnswerClock clock, Terms terms) {
        return terms.level().escalations().stream()
                .filter(level -> !clock.escalated().contains(key(level, terms)))
                .sorted(Comparator.comparing(EscalationLevel::offset));
    }

    /** When so much is used that the level comes; empty while the clock is stopped. */
    private static Optional<Instant> at(EscalationLevel level, AnswerClock clock, Terms terms) {
        Instant since = clock.runningSince();
        Duration allowed = clock.allowed();
        return since == null || allowed == null
                ? Optional.empty()
                : terms.calendar().after(since, allowed.plus(level.offset()).minus(clock.used()));
    }

    /** Two queues may have levels of one name. */
    private static String key(EscalationLevel level, Terms terms) {
        return terms.queue().value() + " " + level.name();
    }

    private static AnswerClock with(AnswerClock clock, Set<String> escalated, @Nullable Instant at) {
        return new AnswerClock(
                clock.terms(),
                clock.target(),
                clock.allowed(),
                clock.used(),
                clock.runningSince(),
                clock.due(),
                escalated,
                at);
    }
}
