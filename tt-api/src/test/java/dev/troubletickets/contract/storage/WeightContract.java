// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Weight;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The weight of tickets: kept apart from the rest of them, and what lists by weight sort by. */
@Tag("B8")
public interface WeightContract extends StorageUnderTest {
    @Test
    default void aTicketIsInsertedWithItsWeight() {
        TicketData heavy = keep(ticket().weight(120, 20, 3));

        assertThat(kept(heavy.id()).weight()).isEqualTo(new Weight(120, 20, 3));
        assertThat(kept(keptTicket()).weight()).isEqualTo(Weight.NONE);
    }

    @Test
    default void weighingLeavesTheVersionAndAllElseAsItIs() {
        TicketData ticket = keep(ticket().waitingSince(minutes(1)));
        Weight weight = new Weight(-7, 2, Long.MAX_VALUE);

        write().tickets().weigh(ticket.id(), weight);

        assertThat(kept(ticket.id())).isEqualTo(ticket.weighing(weight));
    }

    @Test
    default void weighingATicketThatIsGoneChangesNothing() {
        TicketData gone = keep(ticket());
        write().tickets().delete(gone.id());

        write().tickets().weigh(gone.id(), new Weight(1, 0, 1));

        assertThat(read().tickets().find(gone.id())).isEmpty();
    }

    @Test
    default void anUpdateLeavesTheWeightThatWasWeighedMeanwhile() {
        TicketData before = keep(ticket().waitingSince(minutes(0)));
        write().tickets().weigh(before.id(), new Weight(50, 5, 2));

        write().tickets()
                .update(TicketBuilder.after(before)
                        .waitingSince(minutes(9))
                        .weight(1, 1, 1)
                        .build());

        TicketData after = kept(before.id());
        assertThat(after.weight()).isEqualTo(new Weight(50, 5, 2));
        assertThat(after.lineRank()).isEqualTo(60 * 50 - minutes(9).getEpochSecond());
    }

    /** Also after the weight and the time of waiting have changed apart from each other. */
    @Test
    default void listsByWeightAreInTheOrderOfPointsAndMinutesWaited() {
        TicketData nobodyWaits = keep(ticket().weight(1_000_000, 0, 1));
        TicketData nobodyWaitsLight = keep(ticket());
        TicketData longest = keep(ticket().waitingSince(minutes(0)));
        TicketData heavy = keep(ticket().waitingSince(minutes(30)).weight(31, 0, 1));
        TicketData late = keep(ticket().waitingSince(minutes(40)));
        TicketData light = keep(ticket().waitingSince(minutes(10)).weight(-50, 0, 1));

        assertThat(byWeight())
                .containsExactly(
                        heavy.id(), longest.id(), late.id(), light.id(), nobodyWaits.id(), nobodyWaitsLight.id());

        write().tickets().weigh(late.id(), new Weight(42, 0, 2));
        write().tickets()
                .update(TicketBuilder.after(longest).waitingSince(minutes(41)).build());

        assertThat(byWeight())
                .containsExactly(
                        late.id(), heavy.id(), longest.id(), light.id(), nobodyWaits.id(), nobodyWaitsLight.id());
        for (TicketId id : byWeight()) {
            TicketData row = kept(id);
            assertThat(row.lineRank()).isEqualTo(60L * row.weight().points() - row.inLineSince());
        }
    }

    @Test
    default void activeTicketsWeighedByOlderRulesAreFound() {
        TicketData never = keep(ticket());
        TicketData old = keep(ticket().weight(1, 0, 3).status(Status.ON_HOLD));
        keep(ticket().weight(1, 0, 4));
        keep(ticket().weight(1, 0, 5));
        keep(ticket().status(Status.CLOSED));
        keep(ticket().status(Status.RESOLVED));

        assertThat(toWeigh(4, 50)).containsExactlyInAnyOrder(never.id(), old.id());
        assertThat(toWeigh(4, 1)).hasSize(1);
        assertThat(toWeigh(0, 50)).isEmpty();
        write().tickets().weigh(never.id(), new Weight(0, 0, 4));
        assertThat(toWeigh(4, 50)).containsExactly(old.id());
    }

    @Test
    default void theActiveTicketsOfAnAccountCanBeForgotten() {
        TicketData theirs = keep(ticket().account("jane").weight(9, 4, 7));
        keep(ticket().account("jane").weight(9, 4, 7).status(Status.CLOSED));
        keep(ticket().account("mary").weight(9, 4, 7));
        keep(ticket().weight(9, 4, 7));

        write().tickets().forgetWeights(AccountId.of("jane"));

        assertThat(toWeigh(7, 50)).containsExactly(theirs.id());
        assertThat(kept(theirs.id())).isEqualTo(theirs.weighing(new Weight(9, 4, 0)));
    }

    /** Those who weigh and those who change a ticket at one moment: both have their way. */
    @Test
    default void weighingAndChangingAtOnceLoseNothing() throws Exception {
        TicketData ticket = keep(ticket().waitingSince(minutes(0)));

        Race.of(8, number -> {
            for (int i = 1; i <= 10; i++) {
                int round = i;
                Race.<Boolean>retrying(storage(), unit -> {
                    if (number < 4) {
                        TicketData seen = unit.tickets().find(ticket.id()).orElseThrow();
                        return unit.tickets()
                                .update(TicketBuilder.after(seen)
                                        .waitingSince(minutes(round))
                                        .build());
                    }
                    unit.tickets().weigh(ticket.id(), new Weight(number, 0, round));
                    return true;
                });
            }
            return true;
        });

        TicketData after = kept(ticket.id());
        assertThat(after.weight().points()).isBetween(4, 7);
        assertThat(after.weight().rules()).isEqualTo(10);
        assertThat(after.version()).isGreaterThan(1);
    }

    private List<TicketId> byWeight() {
        TicketCriteria criteria = TicketCriteria.of(new Visibility.Everything()).order(SortKey.WEIGHT, true);
        Stream<TicketId> ids =
                read().tickets().list(criteria).stream().map(row -> row.ticket().id());
        List<TicketId> all = ids.toList();
        List<TicketId> paged = new java.util.ArrayList<>();
        Optional<TicketCriteria.Cursor> after = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            TicketData row =
                    read().tickets().list(criteria.page(after, 1)).get(0).ticket();
            paged.add(row.id());
            after = Optional.of(TicketOrderContract.cursor(row, SortKey.WEIGHT));
        }
        assertThat(paged).isEqualTo(all);
        return all;
    }

    private List<TicketId> toWeigh(long rules, int limit) {
        return write(unit -> unit.tickets().lockToWeigh(rules, limit).stream()
                .map(TicketData::id)
                .toList());
    }
}
