// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Dimension;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Key;
import dev.troubletickets.spi.storage.StatisticsStore.Of;
import dev.troubletickets.spi.storage.StatisticsStore.Row;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.spi.storage.StatisticsStore.Spans;
import dev.troubletickets.spi.storage.StatisticsStore.Sum;
import dev.troubletickets.spi.storage.StatisticsStore.Whose;
import dev.troubletickets.spi.storage.StatisticsStore.Within;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of what was counted, by time (E10). */
@Tag("E10")
public interface StatisticsStoreContract extends StorageUnderTest {
    QueueId ONE = QueueId.of(1);
    QueueId TWO = QueueId.of(2);
    ResellerId RITA = ResellerId.of("rita");
    Whose ALL = Whose.EVERYBODYS;
    Whose NOBODYS = Whose.customersOf(null);
    Whose RITAS = Whose.customersOf(RITA);
    Whose RUTHS = Whose.customersOf(ResellerId.of("ruth"));

    @Test
    default void rowsComeBackAsTheyWerePutAndAreReplacedByTheirKeys() {
        Row all = row(Grain.DAY, Dimension.ALL, ALL, 7, ONE, "", 3, "12=3 1013=1");
        Row named = row(Grain.DAY, Dimension.CATEGORY, RITAS, 7, ONE, "Žluťoučký 'kůň'", -2, "");
        Row nobodys = row(Grain.DAY, Dimension.ALL, NOBODYS, 7, ONE, "", 1, "");
        Row other = row(Grain.DAY, Dimension.ALL, ALL, 8, ONE, "", 5, "1=5");
        Row hour = row(Grain.HOUR, Dimension.ALL, ALL, 7, ONE, "", 1, "1=1");
        write().statistics().put(List.of(all, named, nobodys, other, hour));

        assertThat(read().statistics().at(Grain.DAY, 7, Set.of(ALL, RITAS))).containsExactlyInAnyOrder(all, named);
        assertThat(read().statistics().at(Grain.DAY, 7, Set.of(NOBODYS))).containsExactly(nobodys);
        Row replaced = row(Grain.DAY, Dimension.ALL, ALL, 7, ONE, "", 4, "x=1");
        write().statistics().put(List.of(replaced));
        assertThat(read().statistics().at(Grain.DAY, 7, Set.of(ALL, RITAS))).containsExactlyInAnyOrder(replaced, named);
        assertThat(read().statistics().at(Grain.MONTH, 7, Set.of(ALL))).isEmpty();
        Counts each = counts(1);
        for (Count count : Count.values()) {
            each = each.plus(new Counts(Map.of(count, (long) count.name().length())));
        }
        Row full = new Row(new Key(Grain.MONTH, Dimension.ALL, ALL, 1, ONE, ""), each, "");
        write().statistics().put(List.of(full));
        assertThat(read().statistics().at(Grain.MONTH, 1, Set.of(ALL))).containsExactly(full);
    }

    @Test
    default void sumsAreOfTheSpansAloneAndApartByDimensionNameAndQueue() {
        write().statistics()
                .put(List.of(
                        row(Grain.DAY, Dimension.ALL, ALL, 1, ONE, "", 1, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 2, ONE, "", 2, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 3, ONE, "", 4, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 4, ONE, "", 8, ""),
                        row(Grain.MONTH, Dimension.ALL, ALL, 2, ONE, "", 16, ""),
                        row(Grain.DAY, Dimension.TECHNICIAN, ALL, 2, ONE, "john", 32, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 7, ONE, "", 128, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 2, TWO, "", 64, "")));

        assertThat(read().statistics().sums(days(new Span(2, 4), new Span(6, 8)), of(ALL)))
                .containsExactlyInAnyOrder(
                        new Sum(Dimension.ALL, "", ONE, counts(134)),
                        new Sum(Dimension.TECHNICIAN, "john", ONE, counts(32)),
                        new Sum(Dimension.ALL, "", TWO, counts(64)));
        assertThat(read().statistics().sums(days(new Span(8, 9)), of(ALL))).isEmpty();
    }

    @Test
    default void onlyWhatIsAskedForCounts() {
        write().statistics()
                .put(List.of(
                        row(Grain.DAY, Dimension.ALL, NOBODYS, 1, ONE, "", 1, "1=1"),
                        row(Grain.DAY, Dimension.ALL, RITAS, 1, ONE, "", 2, "2=1"),
                        row(Grain.DAY, Dimension.ALL, RUTHS, 1, ONE, "", 4, "3=1"),
                        row(Grain.DAY, Dimension.ALL, NOBODYS, 1, TWO, "", 8, "4=1"),
                        row(Grain.DAY, Dimension.CHANNEL, NOBODYS, 1, ONE, "MAIL", 99, ""),
                        row(Grain.DAY, Dimension.ALL, ALL, 1, ONE, "", 7, "5=1"),
                        row(Grain.DAY, Dimension.ALL, RITAS, 3, ONE, "", 64, "6=1"),
                        row(Grain.MONTH, Dimension.ALL, RITAS, 1, ONE, "", 128, "7=1"),
                        row(Grain.MONTH, Dimension.ALL, ALL, 1, ONE, "", 128, "8=1")));
        Of some = new Of(Optional.of(Set.of(ONE)), Set.of(NOBODYS, RUTHS));

        assertThat(opened(of(ALL))).isEqualTo(7);
        assertThat(opened(of(NOBODYS, RITAS, RUTHS))).isEqualTo(15);
        assertThat(opened(some)).isEqualTo(5);
        assertThat(opened(new Of(Optional.of(Set.of(TWO, QueueId.of(3))), Set.of(NOBODYS))))
                .isEqualTo(8);
        assertThat(opened(new Of(Optional.of(Set.of()), Set.of(NOBODYS)))).isZero();
        assertThat(opened(of())).isZero();
        assertThat(read().statistics().spreads(days(new Span(1, 2)), some)).containsExactlyInAnyOrder("1=1", "3=1");
        assertThat(read().statistics().byWhose(days(new Span(1, 2)), some))
                .isEqualTo(Map.of(NOBODYS, counts(1), RUTHS, counts(4)));
        assertThat(read().statistics().byWhose(days(new Span(0, 1)), some)).isEmpty();
        assertThat(read().statistics().whose()).containsExactlyInAnyOrder(RITAS, ALL);
    }

    @Test
    default void timesAreReadOneByOneFromSeveralSpans() {
        write().statistics()
                .put(List.of(
                        row(Grain.QUARTER, Dimension.ALL, ALL, 10, ONE, "", 1, ""),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 10, TWO, "", 2, ""),
                        row(Grain.QUARTER, Dimension.CHANNEL, ALL, 10, ONE, "MAIL", 100, ""),
                        row(Grain.QUARTER, Dimension.ALL, RITAS, 10, ONE, "", 100, ""),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 11, ONE, "", 4, ""),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 15, ONE, "", 8, ""),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 20, ONE, "", 16, "")));
        Spans spans = new Spans(Grain.QUARTER, List.of(new Span(10, 12), new Span(19, 21)));

        assertThat(read().statistics().bySlot(spans, new Of(Optional.of(Set.of(ONE, TWO)), Set.of(ALL))))
                .isEqualTo(Map.of(10L, counts(3), 11L, counts(4), 20L, counts(16)));
        assertThat(read().statistics().bySlot(spans, new Of(Optional.of(Set.of(TWO)), Set.of(ALL))))
                .isEqualTo(Map.of(10L, counts(2)));
    }

    @Test
    default void timesOfAllQueuesAreReadFromTheRowsOfAllTogether() {
        Row together = together(10, 3);
        write().statistics()
                .put(List.of(
                        together,
                        together(11, 4),
                        together(12, 500),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 10, ONE, "", 1, "1=1"),
                        row(Grain.QUARTER, Dimension.ALL, ALL, 10, TWO, "", 2, "")));
        Spans spans = new Spans(Grain.QUARTER, List.of(new Span(10, 12)));

        assertThat(read().statistics().bySlot(spans, of(ALL))).isEqualTo(Map.of(10L, counts(3), 11L, counts(4)));
        assertThat(read().statistics().bySlot(spans, of(RITAS))).isEmpty();
        assertThat(read().statistics().at(Grain.QUARTER, 10, Set.of(ALL)))
                .hasSize(3)
                .contains(together);
        assertThat(read().statistics().sums(spans, of(ALL)))
                .extracting(Sum::dimension)
                .containsExactly(Dimension.ALL, Dimension.ALL);
        assertThat(read().statistics().byWhose(spans, of(ALL))).isEqualTo(Map.of(ALL, counts(3)));
        assertThat(read().statistics().spreads(spans, of(ALL))).containsExactly("1=1");
        write().statistics().put(List.of(together(10, 7)));
        assertThat(read().statistics().bySlot(spans, of(ALL))).isEqualTo(Map.of(10L, counts(7), 11L, counts(4)));
    }

    private static Row together(long quarter, long opened) {
        return new Row(new Key(Grain.QUARTER, Dimension.TOGETHER, ALL, quarter, null, ""), counts(opened), "");
    }

    @Test
    default void loadIsWhatIsInHandNow() {
        QueueId other = queue("Other");
        keep(ticket().assignee(JOHN).status(Status.OPEN));
        keep(ticket().assignee(JOHN).status(Status.NEW));
        keep(ticket().assignee(JOHN).status(Status.ANSWERED));
        keep(ticket().assignee(JOHN).status(Status.OPEN).snoozedUntil(minutes(9)));
        keep(ticket().assignee(MARY).status(Status.OPEN).queue(other));
        keep(ticket().assignee(MARY).status(Status.OPEN).reseller("rita"));
        keep(ticket().status(Status.OPEN));

        assertThat(read().statistics().load(Within.everything())).isEqualTo(Map.of(JOHN, 2L, MARY, 2L));
        assertThat(read().statistics().load(within(Set.of(other), Side.everything())))
                .isEqualTo(Map.of(MARY, 1L));
        assertThat(read().statistics().load(new Within(Optional.empty(), new Side.Without(Set.of(RITA)))))
                .isEqualTo(Map.of(JOHN, 2L, MARY, 1L));
    }

    private long opened(Of of) {
        return read().statistics().sums(days(new Span(1, 2)), of).stream()
                .filter(sum -> sum.dimension() == Dimension.ALL)
                .mapToLong(sum -> sum.counts().get(Count.OPENED))
                .sum();
    }

    private static Within within(Set<QueueId> queues, Side side) {
        return new Within(Optional.of(queues), side);
    }

    private static Of of(Whose... whose) {
        return new Of(Optional.empty(), Set.of(whose));
    }

    private static Spans days(Span... spans) {
        return new Spans(Grain.DAY, List.of(spans));
    }

    private static Row row(
            Grain grain,
            Dimension dimension,
            Whose whose,
            long slot,
            QueueId queue,
            String name,
            long opened,
            String spread) {
        return new Row(new Key(grain, dimension, whose, slot, queue, name), counts(opened), spread);
    }

    private static Counts counts(long opened) {
        return new Counts(Map.of(Count.OPENED, opened, Count.STARS, 2 * opened));
    }
}
