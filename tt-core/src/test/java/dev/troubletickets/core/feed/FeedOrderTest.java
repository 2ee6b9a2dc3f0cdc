// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.FeedStore.Line;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The order of the feed (G4), whatever the clocks of nodes say. */
@Tag("G4")
class FeedOrderTest {
    @Property
    void linesOfATicketComeAsTheyHappened(@ForAll("lines") List<Line> lines) {
        List<Line> ordered = FeedOrder.of(lines);

        assertThat(ordered).containsExactlyInAnyOrderElementsOf(lines);
        LongStream.rangeClosed(1, 3)
                .mapToObj(TicketId::of)
                .forEach(ticket -> assertThat(ofTicket(ordered, ticket)).isSorted());
    }

    @Property
    void theOrderDoesNotDependOnThatOfTheInput(@ForAll("lines") List<Line> lines) {
        List<Line> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);

        assertThat(FeedOrder.of(reversed)).isEqualTo(FeedOrder.of(lines));
    }

    @Property
    void whereClocksAgreeItIsTheOrderOfTime(@ForAll("lines") List<Line> lines) {
        List<Line> agreeing = lines.stream()
                .map(line ->
                        new Line(line.ticket(), line.version(), line.index(), Instant.ofEpochSecond(line.version())))
                .toList();

        assertThat(FeedOrder.of(agreeing)).extracting(Line::at).isSorted();
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 5))
                .as((ticket, version, index, at) ->
                        new Line(TicketId.of(ticket), version, index, Instant.ofEpochSecond(at)));
        return line.list()
                .uniqueElements(each -> List.of(each.ticket(), each.version(), each.index()))
                .ofMaxSize(25);
    }

    private static List<Long> ofTicket(List<Line> lines, TicketId ticket) {
        Stream<Line> own = lines.stream().filter(line -> line.ticket().equals(ticket));
        return own.map(line -> line.version() * 10 + line.index()).toList();
    }
}
