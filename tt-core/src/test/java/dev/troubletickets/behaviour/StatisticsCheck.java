// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.statistics.Figures;
import dev.troubletickets.statistics.Percentiles;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Share;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.statistics.TechnicianShare;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;

/** Figures beside what one gets by going through all acts, slowly. */
final class StatisticsCheck {
    private final List<Act> acts;

    StatisticsCheck(List<Act> acts) {
        this.acts = acts;
    }

    enum Kind {
        OPENED,
        ANSWERED,
        FIRST_ANSWERED,
        CLOSED,
        REOPENED,
        RATED
    }

    /** @param took since the opening, really and in working time; stars of a rating */
    record Act(
            Kind kind,
            Instant at,
            QueueId queue,
            Optional<StaffId> by,
            Optional<String> category,
            Optional<ResellerId> reseller,
            Channel channel,
            long took,
            long worked) {}

    void compare(Statistics found, StatisticsQuery query) {
        Predicate<Act> in = act -> isIn(act.at(), query);

        check(found.basic(), in);
        assertThat(found.technicians())
                .allSatisfy(each -> check(each.figures(), in.and(act -> act.by().equals(Optional.of(each.of())))));
        assertThat(found.queues())
                .allSatisfy(each ->
                        check(each.figures(), in.and(act -> act.queue().equals(each.of()))));
        assertThat(found.categories())
                .allSatisfy(each ->
                        check(each.figures(), in.and(act -> act.category().equals(Optional.of(each.of())))));
        assertThat(found.resellers())
                .allSatisfy(each ->
                        check(each.figures(), in.and(act -> act.reseller().equals(Optional.of(each.of())))));
        assertThat(found.channels())
                .allSatisfy(each ->
                        check(each.figures(), in.and(act -> act.channel().equals(each.of()))));
        assertThat(found.technicians()).extracting(TechnicianShare::of).containsAll(those(in, Act::by));
        assertThat(found.categories())
                .extracting(Share::of)
                .containsExactlyInAnyOrderElementsOf(those(in, Act::category));
        assertThat(found.resellers())
                .extracting(ResellerShare::of)
                .containsExactlyInAnyOrderElementsOf(those(in, Act::reseller));
        assertThat(found.channels())
                .extracting(Share::of)
                .containsExactlyInAnyOrderElementsOf(those(in, act -> Optional.of(act.channel())));
        assertThat(found.queues().stream()
                        .mapToLong(each -> each.figures().opened())
                        .sum())
                .isEqualTo(found.basic().opened());
        check(found.firstAnswer(), Kind.FIRST_ANSWERED, Act::took, in);
        check(found.firstAnswerWorking(), Kind.FIRST_ANSWERED, Act::worked, in);
        check(found.resolution(), Kind.CLOSED, Act::took, in);
        check(found.resolutionWorking(), Kind.CLOSED, Act::worked, in);
        found.series().forEach(series -> check(series, query));
    }

    private <T> Set<T> those(Predicate<Act> in, Function<Act, Optional<T>> of) {
        return acts.stream().filter(in).flatMap(act -> of.apply(act).stream()).collect(Collectors.toSet());
    }

    /** By the nearest rank, within their error. */
    private void check(Percentiles found, Kind kind, ToLongFunction<Act> time, Predicate<Act> in) {
        long[] times = times(kind, time, in).sorted().toArray();
        near(found.half(), times, 50);
        near(found.threeQuarters(), times, 75);
        near(found.p90(), times, 90);
        near(found.p95(), times, 95);
    }

    private static void near(Optional<Duration> found, long[] times, int percent) {
        if (times.length == 0) {
            assertThat(found).isEmpty();
            return;
        }
        long exact = times[(times.length * percent + 99) / 100 - 1];
        assertThat((double) found.orElseThrow().toSeconds()).isCloseTo(exact, Offset.offset(1 + exact * 0.025));
    }

    private static boolean isIn(Instant at, StatisticsQuery query) {
        LocalDate day = at.atZone(query.zone()).toLocalDate();
        return !day.isBefore(query.from()) && !day.isAfter(query.to());
    }

    private void check(Figures figures, Predicate<Act> in) {
        assertThat(figures.opened()).isEqualTo(count(Kind.OPENED, in));
        assertThat(figures.closed()).isEqualTo(count(Kind.CLOSED, in));
        assertThat(figures.reopened()).isEqualTo(count(Kind.REOPENED, in));
        assertThat(figures.answers()).isEqualTo(count(Kind.ANSWERED, in));
        assertThat(figures.ratings()).isEqualTo(count(Kind.RATED, in));
        check(figures.firstAnswer(), Kind.FIRST_ANSWERED, in);
        check(figures.resolution(), Kind.CLOSED, in);
        assertThat(figures.averageRating())
                .isEqualTo(times(Kind.RATED, Act::took, in).average());
    }

    private void check(Figures.Times times, Kind kind, Predicate<Act> in) {
        assertThat(times.count()).isEqualTo(count(kind, in));
        assertThat(times.average().map(Duration::getSeconds))
                .isEqualTo(rounded(times(kind, Act::took, in).average()));
        assertThat(times.averageWorking().map(Duration::getSeconds))
                .isEqualTo(rounded(times(kind, Act::worked, in).average()));
    }

    private static Optional<Long> rounded(OptionalDouble average) {
        return average.isPresent() ? Optional.of(Math.round(average.getAsDouble())) : Optional.empty();
    }

    /** Each point holds what was done from its beginning to that of the next. */
    private void check(Series series, StatisticsQuery query) {
        for (int i = 0; i < series.points().size(); i++) {
            Instant begin = series.points().get(i).begin();
            Instant end = i + 1 < series.points().size()
                    ? series.points().get(i + 1).begin()
                    : query.to().plusDays(1).atStartOfDay(query.zone()).toInstant();
            Predicate<Act> in = act -> !act.at().isBefore(begin) && act.at().isBefore(end);
            assertThat(series.points().get(i).value())
                    .as("%s at %s", series.name(), begin)
                    .isEqualTo(value(series.name(), in));
        }
    }

    private OptionalDouble value(Series.Name name, Predicate<Act> in) {
        return switch (name) {
            case OPENED -> OptionalDouble.of(count(Kind.OPENED, in));
            case CLOSED -> OptionalDouble.of(count(Kind.CLOSED, in));
            case REOPENED -> OptionalDouble.of(count(Kind.REOPENED, in));
            case ANSWERS -> OptionalDouble.of(count(Kind.ANSWERED, in));
            case FIRST_ANSWER -> times(Kind.FIRST_ANSWERED, Act::took, in).average();
            case FIRST_ANSWER_WORKING ->
                times(Kind.FIRST_ANSWERED, Act::worked, in).average();
            case RESOLUTION -> times(Kind.CLOSED, Act::took, in).average();
            case RESOLUTION_WORKING -> times(Kind.CLOSED, Act::worked, in).average();
            case RATING -> times(Kind.RATED, Act::took, in).average();
        };
    }

    private LongStream times(Kind kind, ToLongFunction<Act> time, Predicate<Act> in) {
        return acts.stream().filter(act -> act.kind() == kind && in.test(act)).mapToLong(time);
    }

    private long count(Kind kind, Predicate<Act> in) {
        return acts.stream().filter(act -> act.kind() == kind && in.test(act)).count();
    }
}
