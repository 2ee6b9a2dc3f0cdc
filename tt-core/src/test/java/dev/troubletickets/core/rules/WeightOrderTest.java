// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The constant that lists by weight sort by (B8). */
class WeightOrderTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Property
    @net.jqwik.api.Tag("B8")
    void itIsTheOrderOfPointsAndMinutesWaitedAtAnyInstant(
            @ForAll("waiting") List<TicketData> tickets, @ForAll @LongRange(max = 1_000_000_000) long later) {
        Instant now = START.plusSeconds(100_000 + later);

        List<TicketData> byConstant = tickets.stream()
                .sorted(Comparator.comparingLong(TicketData::lineRank).reversed())
                .toList();

        assertThat(byConstant)
                .isSortedAccordingTo(Comparator.<TicketData>comparingLong(t -> seconds(t, now))
                        .reversed());
    }

    @Property
    @net.jqwik.api.Tag("B8")
    void whatNobodyWaitsForStandsBehind(
            @ForAll("waiting") List<TicketData> tickets, @ForAll @IntRange(max = 200_000_000) int points) {
        TicketData idle = new TicketBuilder(TicketId.of(1), QueueId.of(1))
                .weight(points, 0, 1)
                .build();

        assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.lineRank()).isGreaterThan(idle.lineRank()));
    }

    @Provide
    Arbitrary<List<TicketData>> waiting() {
        return Combinators.combine(
                        Arbitraries.integers().between(-200_000_000, 200_000_000),
                        Arbitraries.integers().between(0, 100_000))
                .as((points, since) -> new TicketBuilder(TicketId.of(1), QueueId.of(1))
                        .weight(points, 0, 1)
                        .waitingSince(START.plusSeconds(since))
                        .build())
                .list()
                .ofMaxSize(20);
    }

    /** Points as minutes, and the wait, to the second. */
    private static long seconds(TicketData ticket, Instant now) {
        return 60L * ticket.weight().points()
                + Duration.between(ticket.state().waitingSince(), now).toSeconds();
    }
}
