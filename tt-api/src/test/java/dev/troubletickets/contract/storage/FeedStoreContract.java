// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.FeedStore.Line;
import dev.troubletickets.spi.storage.FeedStore.Placed;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines of histories get places after they were committed, and are read by them (G4). */
@Tag("G4")
public interface FeedStoreContract extends StorageUnderTest {
    @Test
    default void aNewLineHasNoPlace() {
        assertThat(read().feed().hasUnplaced()).isFalse();
        assertThat(read().feed().last()).isZero();
        HistoryEntry line = add(history(keptTicket(), 1, 0));

        assertThat(read().feed().hasUnplaced()).isTrue();
        assertThat(write().feed().unplaced(10)).containsExactly(lineOf(line));
        assertThat(read().feed().after(0, 10)).isEmpty();
    }

    @Test
    default void placedLinesAreReadByTheirPlaces() {
        TicketId ticket = keptTicket();
        HistoryEntry first = add(history(ticket, 1, 0));
        HistoryEntry second = add(history(ticket, 1, 1));
        HistoryEntry third = add(history(keptTicket(), 1, 0));

        place(1, third, first);
        place(3, second);

        assertThat(read().feed().last()).isEqualTo(3);
        assertThat(read().feed().hasUnplaced()).isFalse();
        assertThat(write().feed().unplaced(10)).isEmpty();
        assertThat(read().feed().after(0, 10))
                .containsExactly(new Placed(1, third), new Placed(2, first), new Placed(3, second));
        assertThat(read().feed().after(0, 2)).containsExactly(new Placed(1, third), new Placed(2, first));
        assertThat(read().feed().after(2, 2)).containsExactly(new Placed(3, second));
        assertThat(read().feed().after(3, 2)).isEmpty();
        assertThat(read().feed().after(Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    default void whatGetsAPlaceNextIsTheOldestWithAllBeforeItInItsTicket() {
        TicketId ticket = keptTicket();
        HistoryEntry placed = add(line(ticket, 1, 0, 1));
        place(1, placed);
        HistoryEntry late = add(line(ticket, 2, 0, 9));
        HistoryEntry alsoLate = add(line(ticket, 2, 1, 9));
        HistoryEntry oldest = add(line(ticket, 3, 0, 2));
        add(line(ticket, 3, 1, 8));
        HistoryEntry other = add(line(keptTicket(), 1, 0, 3));

        assertThat(write().feed().unplaced(1))
                .containsExactlyInAnyOrder(lineOf(late), lineOf(alsoLate), lineOf(oldest));
        assertThat(write().feed().unplaced(2))
                .containsExactlyInAnyOrder(lineOf(late), lineOf(alsoLate), lineOf(oldest), lineOf(other));
        assertThat(write().feed().unplaced(10)).hasSize(5);
    }

    @Test
    default void aFailedUnitGivesNoPlace() {
        HistoryEntry line = add(history(keptTicket(), 1, 0));

        assertThatThrownBy(() -> run(unit -> {
                    unit.feed().lock();
                    unit.feed().place(List.of(lineOf(line)), 1);
                    assertThat(unit.feed().last()).isEqualTo(1);
                    assertThat(unit.feed().after(0, 5)).hasSize(1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(read().feed().last()).isZero();
        assertThat(read().feed().hasUnplaced()).isTrue();
    }

    @Test
    @Tag("A11")
    default void theLinesOfADeletedTicketStayWithoutActorAndData() {
        TicketId gone = keptTicket();
        TicketId kept = keptTicket();
        HistoryEntry placed = add(line(gone, 1, 0, 1));
        HistoryEntry unplaced = add(line(gone, 2, 0, 2));
        HistoryEntry others = add(line(kept, 1, 0, 3));
        place(1, placed);

        assertThat(write().tickets().delete(gone)).isTrue();
        HistoryEntry last = add(line(gone, 3, 0, 4));
        assertThat(write().tickets().delete(gone)).isFalse();
        place(2, unplaced, others, last);

        assertThat(read().feed().after(0, 10))
                .extracting(Placed::entry)
                .containsExactly(stripped(placed), stripped(unplaced), others, last);
        assertThat(read().conversations().history(kept)).containsExactly(others);
    }

    @Test
    default void consumersAreKeptApartAndGoForwardUnlessTold() {
        write().feed().advance("mirror", 7);
        write().feed().advance("Mirror", 3);
        write().feed().advance("mirror", 5);

        assertThat(read().feed().position("mirror")).isEqualTo(7);
        assertThat(read().feed().position("Mirror")).isEqualTo(3);
        assertThat(read().feed().position("none")).isZero();

        write().feed().rewind("mirror", 2);
        write().feed().rewind("new", 4);
        assertThat(read().feed().position("mirror")).isEqualTo(2);
        assertThat(read().feed().position("new")).isEqualTo(4);
        write().feed().advance("mirror", 9);
        assertThat(read().feed().position("mirror")).isEqualTo(9);
    }

    /** Whoever holds the feed is alone with it: no place is given twice, and none is left out. */
    @Test
    default void manyWhoGivePlacesGiveEachOnce() throws Exception {
        TicketId ticket = keptTicket();
        int lines = 60;
        for (int version = 1; version <= lines; version++) {
            add(history(ticket, version, 0));
        }
        Race.of(4, number -> {
            while (read().feed().hasUnplaced()) {
                Race.retrying(storage(), unit -> {
                    unit.feed().lock();
                    List<Line> next = unit.feed().unplaced(7);
                    unit.feed().place(next, unit.feed().last() + 1);
                    return next.size();
                });
            }
            return number;
        });

        List<Placed> all = read().feed().after(0, 2 * lines);
        assertThat(all).hasSize(lines);
        assertThat(all)
                .extracting(Placed::place)
                .doesNotHaveDuplicates()
                .startsWith(1L)
                .endsWith((long) lines);
        assertThat(all).extracting(placed -> placed.entry().version()).doesNotHaveDuplicates();
    }

    private void place(long first, HistoryEntry... lines) {
        run(unit -> {
            unit.feed().lock();
            unit.feed()
                    .place(
                            java.util.Arrays.stream(lines)
                                    .map(FeedStoreContract::lineOf)
                                    .toList(),
                            first);
        });
    }

    private HistoryEntry add(HistoryEntry line) {
        write().conversations().add(line);
        return line;
    }

    private static HistoryEntry line(TicketId ticket, long version, int index, int minute) {
        return new HistoryEntry(ticket, version, index, minutes(minute), Actor.staff(JOHN), "Changed", "{\"a\":1}");
    }

    private static HistoryEntry stripped(HistoryEntry line) {
        return new HistoryEntry(line.ticket(), line.version(), line.index(), line.at(), Actor.system(), "Changed", "");
    }

    private static Line lineOf(HistoryEntry entry) {
        return new Line(entry.ticket(), entry.version(), entry.index(), entry.at());
    }
}
