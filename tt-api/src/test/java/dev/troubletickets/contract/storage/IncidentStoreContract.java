// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.IncidentUse.Taken;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Packs of incidents: granted once under their key, and never emptier than empty; and what tickets use of them (E6). */
@Tag("E6")
public interface IncidentStoreContract extends StorageUnderTest {
    AccountId BUYER = AccountId.of("jane");
    QueueId WEB = QueueId.of(3);

    @Test
    default void aPackIsKeptAsItWasGrantedOnce() {
        IncidentPack pack = new IncidentPack("k 'ř\uD83D\uDC69", BUYER, Optional.of(WEB), 5, Optional.of(minutes(9)));
        assertThat(write().incidents().grant(pack, START)).isTrue();
        assertThat(write().incidents().grant(IncidentPack.of(pack.key(), BUYER, 7), minutes(1)))
                .isFalse();
        IncidentPack bare = IncidentPack.of("b", BUYER, 1);
        write().incidents().grant(bare, minutes(2));

        assertThat(read().incidents().find(pack.key())).contains(new PackBalance(pack, 5, false, START));
        assertThat(read().incidents().find("b")).contains(new PackBalance(bare, 1, false, minutes(2)));
        assertThat(read().incidents().find("B")).isEmpty();
    }

    @Test
    default void noMoreIsTakenThanIsThere() {
        write().incidents().grant(IncidentPack.of("a", BUYER, 3), START);

        assertThat(write().incidents().take("a", 4)).isFalse();
        assertThat(write().incidents().take("a", 2)).isTrue();
        assertThat(write().incidents().take("a", 2)).isFalse();
        assertThat(write().incidents().take("a", 1)).isTrue();
        assertThat(left("a")).isZero();
        run(unit -> unit.incidents().giveBack("a", 2));
        assertThat(left("a")).isEqualTo(2);
        assertThat(write().incidents().take("x", 1)).isFalse();
        assertThat(write().incidents().withdraw("x")).isFalse();
        assertThat(write().incidents().withdraw("a")).isTrue();
        assertThat(write().incidents().withdraw("a")).isTrue();
        assertThat(write().incidents().take("a", 1)).isFalse();
        assertThat(left("a")).isEqualTo(2);
    }

    @Test
    default void ofManyWhoTakeTheLastOneOneHasIt() throws Exception {
        write().incidents().grant(IncidentPack.of("a", BUYER, 3), START);

        List<Boolean> taken = Race.of(
                4, number -> Race.retrying(storage(), unit -> unit.incidents().take("a", 1)));

        assertThat(taken).filteredOn(done -> done).hasSize(3);
        assertThat(left("a")).isZero();
    }

    @Test
    default void whatCanBeUsedIsTold() {
        write().incidents().grant(IncidentPack.of("b", BUYER, 1).validUntil(minutes(5)), START);
        write().incidents().grant(IncidentPack.of("a", BUYER, 1).queue(WEB), START);
        write().incidents().grant(IncidentPack.of("empty", BUYER, 1), START);
        write().incidents().grant(IncidentPack.of("gone", BUYER, 1), START);
        write().incidents().grant(IncidentPack.of("bobs", AccountId.of("bob"), 1), START);
        write().incidents().take("empty", 1);
        write().incidents().withdraw("gone");

        assertThat(keys(read().incidents().usable(BUYER, minutes(4)))).containsExactly("a", "b");
        assertThat(keys(read().incidents().usable(BUYER, minutes(5)))).containsExactly("a");
        run(unit -> unit.incidents().forget(WEB));
        assertThat(read().incidents().find("a").orElseThrow().pack()).isEqualTo(IncidentPack.of("a", BUYER, 1));
    }

    @Test
    default void whatATicketUsesIsReplaced() {
        TicketId seven = TicketId.of(7);
        IncidentUse use = new IncidentUse(seven, BUYER, WEB, 5, List.of(new Taken("b k", 1), new Taken("a", 2)), 3);
        run(unit -> {
            unit.incidents().save(IncidentUse.none(seven, BUYER, WEB));
            unit.incidents().save(use);
            unit.incidents()
                    .save(new IncidentUse(TicketId.of(8), BUYER, QueueId.of(4), 1, List.of(new Taken("a", 1)), 0));
            unit.incidents().save(new IncidentUse(TicketId.of(9), AccountId.of("bob"), WEB, 1, List.of(), 0));
        });

        assertThat(read().incidents().of(seven)).contains(use);
        assertThat(read().incidents().of(List.of(seven, TicketId.of(9), TicketId.of(99))))
                .extracting(IncidentUse::uncovered)
                .containsExactlyInAnyOrder(2, 1);
        assertThat(read().incidents().of(List.of())).isEmpty();
        assertThat(read().incidents().uncovered(BUYER)).isEqualTo(Map.of(WEB, 2));
        run(unit -> unit.incidents().remove(seven));
        assertThat(read().incidents().of(seven)).isEmpty();
        assertThat(read().incidents().uncovered(BUYER)).isEmpty();
    }

    private int left(String key) {
        return read().incidents().find(key).orElseThrow().left();
    }

    private static List<String> keys(List<PackBalance> packs) {
        return packs.stream().map(each -> each.pack().key()).toList();
    }
}
