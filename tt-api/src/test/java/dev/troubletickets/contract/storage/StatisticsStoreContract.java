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
import dev.troubletickets.spi.storage.StatisticsStore.Row;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.spi.storage.StatisticsStore.Sum;
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
    ResellerId RUTH = ResellerId.of("ruth");

    @Test
    default void rowsComeBackAsTheyWerePutAndAreReplacedByTheirKeys() {
        Row all = row(Grain.DAY, Dimension.ALL, 7, ONE, null, "", 3, "12=3 1013=1");
        Row named = row(Grain.DAY, Dimension.CATEGORY, 7, ONE, RITA, "Žluťoučký 'kůň'", -2, "");
        Row other = row(Grain.DAY, Dimension.ALL, 8, ONE, null, "", 5, "1=5");
        Row quarter = row(Grain.QUARTER, Dimension.ALL, 7, ONE, null, "", 1, "1=1");
        write().statistics().put(List.of(all, named, other, quarter));

        assertThat(read().statistics().at(Grain.DAY, 7)).containsExactlyInAnyOrder(all, named);
        Row replaced = row(Grain.DAY, Dimension.ALL, 7, ONE, null, "", 4, "x=1");
        write().statistics().put(List.of(replaced));
        assertThat(read().statistics().at(Grain.DAY, 7)).containsExactlyInAnyOrder(replaced, named);
        assertThat(read().statistics().at(Grain.MONTH, 7)).isEmpty();
        Counts each = counts(1);
        for (Count count : Count.values()) {
            each = each.plus(new Counts(Map.of(count, (long) count.name().length())));
        }
        Row full = new Row(new Key(Grain.MONTH, Dimension.ALL, 1, ONE, null, ""), each, "");
        write().statistics().put(List.of(full));
        assertThat(read().statistics().at(Grain.MONTH, 1)).containsExactly(full);
    }

    @Test
    default void sumsAreOfTheSpanAloneAndApartByDimensionNameQueueAndReseller() {
        write().statistics()
                .put(List.of(
                        row(Grain.DAY, Dimension.ALL, 1, ONE, null, "", 1, ""),
                        row(Grain.DAY, Dimension.ALL, 2, ONE, null, "", 2, ""),
                        row(Grain.DAY, Dimension.ALL, 3, ONE, null, "", 4, ""),
                        row(Grain.DAY, Dimension.ALL, 4, ONE, null, "", 8, ""),
                        row(Grain.MONTH, Dimension.ALL, 2, ONE, null, "", 16, ""),
                        row(Grain.DAY, Dimension.TECHNICIAN, 2, ONE, null, "john", 32, ""),
                        row(Grain.DAY, Dimension.ALL, 2, TWO, RITA, "", 64, "")));

        assertThat(read().statistics().sums(new Span(Grain.DAY, 2, 4), Within.everything()))
                .containsExactlyInAnyOrder(
                        new Sum(Dimension.ALL, "", ONE, null, counts(6)),
                        new Sum(Dimension.TECHNICIAN, "john", ONE, null, counts(32)),
                        new Sum(Dimension.ALL, "", TWO, RITA, counts(64)));
        assertThat(read().statistics().sums(new Span(Grain.DAY, 5, 9), Within.everything()))
                .isEmpty();
    }

    @Test
    default void onlyWhatIsWithinCounts() {
        write().statistics()
                .put(List.of(
                        row(Grain.DAY, Dimension.ALL, 1, ONE, null, "", 1, "1=1"),
                        row(Grain.DAY, Dimension.ALL, 1, ONE, RITA, "", 2, "2=1"),
                        row(Grain.DAY, Dimension.ALL, 1, ONE, RUTH, "", 4, "3=1"),
                        row(Grain.DAY, Dimension.ALL, 1, TWO, null, "", 8, "4=1")));

        assertThat(opened(Within.everything())).isEqualTo(15);
        assertThat(opened(within(Set.of(ONE), Side.everything()))).isEqualTo(7);
        assertThat(opened(within(Set.of(TWO, QueueId.of(3)), Side.everything())))
                .isEqualTo(8);
        assertThat(opened(within(Set.of(), Side.everything()))).isZero();
        assertThat(opened(within(Set.of(ONE), new Side.Without(Set.of(RITA))))).isEqualTo(5);
        assertThat(opened(within(Set.of(ONE), new Side.With(Set.of(RITA))))).isEqualTo(3);
        assertThat(opened(within(Set.of(ONE, TWO), new Side.With(Set.of())))).isEqualTo(9);
        assertThat(opened(within(Set.of(ONE, TWO), new Side.Only(Set.of(RUTH, RITA)))))
                .isEqualTo(6);
        assertThat(opened(within(Set.of(ONE, TWO), new Side.Only(Set.of())))).isZero();
        assertThat(read().statistics()
                        .spreads(new Span(Grain.DAY, 1, 2), within(Set.of(ONE), new Side.Without(Set.of(RITA)))))
                .containsExactlyInAnyOrder("1=1", "3=1");
    }

    @Test
    default void timesAreReadOneByOneFromSeveralSpans() {
        write().statistics()
                .put(List.of(
                        row(Grain.QUARTER, Dimension.ALL, 10, ONE, null, "", 1, ""),
                        row(Grain.QUARTER, Dimension.ALL, 10, TWO, null, "", 2, ""),
                        row(Grain.QUARTER, Dimension.CHANNEL, 10, ONE, null, "MAIL", 100, ""),
                        row(Grain.QUARTER, Dimension.ALL, 11, ONE, null, "", 4, ""),
                        row(Grain.QUARTER, Dimension.ALL, 15, ONE, null, "", 8, ""),
                        row(Grain.QUARTER, Dimension.ALL, 20, ONE, null, "", 16, "")));
        List<Span> spans = List.of(new Span(Grain.QUARTER, 10, 12), new Span(Grain.QUARTER, 19, 21));

        assertThat(read().statistics().bySlot(spans, Within.everything()))
                .isEqualTo(Map.of(10L, counts(3), 11L, counts(4), 20L, counts(16)));
        assertThat(read().statistics().bySlot(spans, within(Set.of(TWO), Side.everything())))
                .isEqualTo(Map.of(10L, counts(2)));
        assertThat(read().statistics().bySlot(List.of(), Within.everything())).isEmpty();
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

    private long opened(Within within) {
        return read().statistics().sums(new Span(Grain.DAY, 1, 2), within).stream()
                .mapToLong(sum -> sum.counts().get(Count.OPENED))
                .sum();
    }

    private static Within within(Set<QueueId> queues, Side side) {
        return new Within(Optional.of(queues), side);
    }

    private static Row row(
            Grain grain,
            Dimension dimension,
            long slot,
            QueueId queue,
            ResellerId reseller,
            String name,
            long opened,
            String spread) {
        return new Row(new Key(grain, dimension, slot, queue, reseller, name), counts(opened), spread);
    }

    private static Counts counts(long opened) {
        return new Counts(Map.of(Count.OPENED, opened, Count.STARS, 2 * opened));
    }
}
