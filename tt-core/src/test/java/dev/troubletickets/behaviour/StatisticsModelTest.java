// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.statistics.Figures;
import dev.troubletickets.statistics.Percentiles;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Share;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.statistics.StatisticsQuery.Step;
import dev.troubletickets.statistics.TechnicianShare;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics are what one gets by going through everything that was done, slowly (E10): random histories, awkward zones, any range. */
@Tag("E10")
class StatisticsModelTest extends BehaviourTest {
    private static final int ACTS = 150;
    private static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            // half an hour back on 5 April 2026
            "Australia/Lord_Howe",
            // back on 5 April 2026, at a quarter to four
            "Pacific/Chatham",
            // forward on 29 March 2026
            "Europe/Berlin",
            // forward on 8 March 2026
            "America/St_Johns");

    private final List<Act> acts = new ArrayList<>();
    private final Map<TicketId, Act> ratings = new HashMap<>();
    private final Set<TicketId> answered = new HashSet<>();
    private final Map<TicketId, CustomerDesk> tickets = new HashMap<>();
    private final List<TicketId> ids = new ArrayList<>();

    private enum Kind {
        OPENED,
        ANSWERED,
        FIRST_ANSWERED,
        CLOSED,
        REOPENED,
        RATED
    }

    /** @param took since the opening, really and in working time; stars of a rating */
    private record Act(
            Kind kind,
            Instant at,
            QueueId queue,
            Optional<StaffId> by,
            Optional<String> category,
            Optional<ResellerId> reseller,
            long took,
            long worked) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void figuresAreThoseOfWhatWasDone(long seed) {
        Random random = new Random(seed);
        QueueId other = world();
        for (int i = 0; i < ACTS; i++) {
            act(random, other);
            center.after(Duration.ofMinutes(random.nextInt(1200)));
            if (random.nextInt(10) == 0) {
                center.run();
            }
        }
        center.run();
        acts.addAll(ratings.values());
        for (String zone : ZONES) {
            compare(query(random, ZoneId.of(zone)));
            compare(new StatisticsQuery(
                    LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), ZoneId.of(zone), Step.MONTH));
        }
        withoutResellers();
        for (String zone : ZONES) {
            compare(query(random, ZoneId.of(zone)));
        }
    }

    /** Whose customers' tickets are not the provider's affair any more (E4). */
    private void withoutResellers() {
        center.admin()
                .resellers()
                .save(center.admin().resellers().support().with(offer -> ResellerSupport.notOffered()));
        center.after(Duration.ofMinutes(1));
        assertThat(acts.removeIf(act -> act.reseller().isPresent())).isTrue();
    }

    private QueueId world() {
        center.settings(settings -> settings.withRatings(true).withCategories(Category.of("A"), Category.of("B")));
        QueueId other = center.queue("Other");
        WorkingTime time = WorkingTime.parse(
                "UTC; MON 09:00-17:00; TUE 09:00-17:00; WED 09:00-17:00; THU 09:00-17:00; FRI 09:00-17:00");
        center.admin().changeQueue(other, QueueSettings.named("Other").withWorkingTime(time));
        return other;
    }

    private void act(Random random, QueueId other) {
        int what = ids.isEmpty() ? 0 : random.nextInt(10);
        if (what < 2) {
            open(random);
            return;
        }
        TicketId id = ids.get(random.nextInt(ids.size()));
        TicketData before = center.kept(id);
        boolean settled = before.state().settledAt() != null;
        if (what == 2) {
            QueueId to = random.nextBoolean() ? other : center.defaultQueue();
            if (!before.state().queue().equals(to)) {
                anna.change(id, Edit.queue(to));
            }
        } else if (what < 6) {
            answer(id, before, random);
        } else if (what == 6 && !settled) {
            customer(id).close(id);
            add(Kind.CLOSED, before, before.state().assigned());
        } else if (what == 7) {
            customer(id).reply(id, Reply.of("More."));
            if (settled) {
                add(Kind.REOPENED, before, before.state().assigned());
            }
        } else if (what == 8 && !settled) {
            anna.resolve(id);
            add(Kind.CLOSED, before, Optional.of(Cast.ANNA));
        } else if (what == 9 && settled) {
            rate(id, before, 1 + random.nextInt(5));
        }
    }

    private void open(Random random) {
        CustomerDesk desk = List.of(jane, mary, center.bob()).get(random.nextInt(3));
        NewTicket form = NewTicket.of("Help", "Please");
        TicketId id = desk.open(random.nextBoolean() ? form : form.category(random.nextBoolean() ? "A" : "B"));
        ids.add(id);
        tickets.put(id, desk);
        add(Kind.OPENED, center.kept(id), Optional.empty());
    }

    private void answer(TicketId id, TicketData before, Random random) {
        StaffId by = random.nextBoolean() ? Cast.JOHN : Cast.KATE;
        if (!before.state().isAssignedTo(by)) {
            anna.assign(id, by);
        }
        boolean closes = random.nextInt(3) == 0;
        boolean settled = before.state().settledAt() != null;
        Answer answer = Answer.of("Fixed.");
        center.center().staff(by).answer(id, closes ? answer.andClose() : answer.keepOpen());
        Optional<StaffId> credit = Optional.of(by);
        add(Kind.ANSWERED, before, credit);
        if (answered.add(id)) {
            add(Kind.FIRST_ANSWERED, before, credit);
        }
        if (closes != settled) {
            add(closes ? Kind.CLOSED : Kind.REOPENED, before, credit);
        }
    }

    private void rate(TicketId id, TicketData before, int stars) {
        Act former = ratings.get(id);
        customer(id).rate(id, Rating.of(stars));
        if (former == null || former.took() != stars) {
            Act plain = made(Kind.RATED, before, before.state().assigned());
            ratings.put(
                    id,
                    new Act(
                            Kind.RATED,
                            plain.at(),
                            plain.queue(),
                            plain.by(),
                            plain.category(),
                            plain.reseller(),
                            stars,
                            0));
        }
    }

    private CustomerDesk customer(TicketId id) {
        return java.util.Objects.requireNonNull(tickets.get(id));
    }

    private void add(Kind kind, TicketData ticket, Optional<StaffId> by) {
        acts.add(made(kind, ticket, by));
    }

    private Act made(Kind kind, TicketData ticket, Optional<StaffId> by) {
        Instant opened = ticket.header().createdAt();
        Instant now = clock.instant();
        boolean always = ticket.state().queue().equals(center.defaultQueue());
        long real = Duration.between(opened, now).getSeconds();
        return new Act(
                kind,
                now,
                ticket.state().queue(),
                by,
                Optional.ofNullable(ticket.header().category()),
                Optional.ofNullable(ticket.header().reseller()),
                real,
                always ? real : worked(opened, now));
    }

    /** Minute by minute. */
    private static long worked(Instant from, Instant to) {
        long seconds = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            LocalTime time = at.atZone(ZoneOffset.UTC).toLocalTime();
            DayOfWeek day = at.atZone(ZoneOffset.UTC).getDayOfWeek();
            boolean week = day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
            seconds += week && time.getHour() >= 9 && time.getHour() < 17 ? 60 : 0;
        }
        return seconds;
    }

    private static StatisticsQuery query(Random random, ZoneId zone) {
        LocalDate from = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(40));
        int days = random.nextInt(50);
        Step step = days < 15 ? Step.HOUR : random.nextBoolean() ? Step.DAY : Step.WEEK;
        return new StatisticsQuery(from, from.plusDays(days), zone, step);
    }

    private void compare(StatisticsQuery query) {
        Statistics found = anna.statistics().of(query);
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
        assertThat(found.channels()).allSatisfy(each -> check(each.figures(), in));
        assertThat(found.technicians()).extracting(TechnicianShare::of).containsAll(those(in, Act::by));
        assertThat(found.categories())
                .extracting(Share::of)
                .containsExactlyInAnyOrderElementsOf(those(in, Act::category));
        assertThat(found.resellers())
                .extracting(ResellerShare::of)
                .containsExactlyInAnyOrderElementsOf(those(in, Act::reseller));
        assertThat(found.queues().stream()
                        .mapToLong(each -> each.figures().opened())
                        .sum())
                .isEqualTo(found.basic().opened());
        check(found.resolution(), act -> act.kind() == Kind.CLOSED && in.test(act));
        check(found.firstAnswer(), act -> act.kind() == Kind.FIRST_ANSWERED && in.test(act));
        found.series().forEach(series -> check(series, query));
    }

    private <T> Set<T> those(Predicate<Act> in, Function<Act, Optional<T>> of) {
        return acts.stream().filter(in).flatMap(act -> of.apply(act).stream()).collect(Collectors.toSet());
    }

    /** By the nearest rank, within their error. */
    private void check(Percentiles found, Predicate<Act> in) {
        long[] took = acts.stream().filter(in).mapToLong(Act::took).sorted().toArray();
        assertThat(found.half().isPresent()).isEqualTo(took.length > 0);
        if (took.length > 0) {
            near(found.half(), took[(took.length * 50 + 99) / 100 - 1]);
            near(found.p95(), took[(took.length * 95 + 99) / 100 - 1]);
        }
    }

    private static void near(Optional<Duration> found, long exact) {
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
                .isEqualTo(acts.stream()
                        .filter(act -> act.kind() == Kind.RATED && in.test(act))
                        .mapToLong(Act::took)
                        .average());
    }

    private void check(Figures.Times times, Kind kind, Predicate<Act> in) {
        List<Act> counted =
                acts.stream().filter(act -> act.kind() == kind && in.test(act)).toList();
        assertThat(times.count()).isEqualTo(counted.size());
        assertThat(times.average().map(Duration::getSeconds))
                .isEqualTo(rounded(counted.stream().mapToLong(Act::took).average()));
        assertThat(times.averageWorking().map(Duration::getSeconds))
                .isEqualTo(rounded(counted.stream().mapToLong(Act::worked).average()));
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
            OptionalDouble value = series.points().get(i).value();
            switch (series.name()) {
                case OPENED -> assertThat(value).hasValue(count(Kind.OPENED, in));
                case CLOSED -> assertThat(value).hasValue(count(Kind.CLOSED, in));
                case ANSWERS -> assertThat(value).hasValue(count(Kind.ANSWERED, in));
                case REOPENED -> assertThat(value).hasValue(count(Kind.REOPENED, in));
                default -> assertThat(series.name().unit()).isNotEqualTo(Series.Unit.COUNT);
            }
        }
    }

    private long count(Kind kind, Predicate<Act> in) {
        return acts.stream().filter(act -> act.kind() == kind && in.test(act)).count();
    }
}
