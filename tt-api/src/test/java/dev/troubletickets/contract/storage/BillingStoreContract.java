// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrder.Kind;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.BillingStore.Claim;
import dev.troubletickets.spi.storage.BillingStore.Place;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders to the host's billing: each once under its id, in one hand at a time, and over once it is done or given up (E6). */
@Tag("E6")
public interface BillingStoreContract extends StorageUnderTest {
    TicketId SEVEN = TicketId.of(7);

    @Test
    default void anOrderIsKeptAsItWasMade() {
        BillingOrder charge = new BillingOrder(
                BillingOrderId.of("c"),
                Kind.CHARGE,
                Optional.empty(),
                AccountId.of("j'ř\uD83D\uDC69"),
                SEVEN,
                Money.of("12345678901234.567", "KWD"),
                UNICODE,
                JOHN,
                minutes(1));
        run(unit -> {
            unit.billing().add(charge);
            unit.billing().add(refund("r", "c", minutes(2)));
        });

        assertThat(find("c")).isEqualTo(BilledOrder.waiting(charge));
        assertThat(find("r")).isEqualTo(BilledOrder.waiting(refund("r", "c", minutes(2))));
        assertThat(read().billing().find(BillingOrderId.of("C"))).isEmpty();
        assertThat(read().billing().of(List.of(TicketId.of(8), SEVEN)))
                .extracting(each -> each.order().id().value())
                .containsExactly("c", "r");
        assertThat(read().billing().of(List.of())).isEmpty();
    }

    @Test
    default void anIdIsOrderedOnce() {
        add("c", START);

        assertThatThrownBy(() -> add("c", minutes(1))).isInstanceOf(WriteConflict.class);
        assertThat(find("c").order().at()).isEqualTo(START);
    }

    @Test
    default void ofManyWhoClaimAtOnceOneHasIt() throws Exception {
        for (int i = 0; i < 6; i++) {
            add("c" + i, START);
        }

        List<List<Claim>> claims = Race.of(
                3, number -> Race.retrying(storage(), unit -> unit.billing().claim(minutes(1), minutes(9), 6)));

        List<BillingOrderId> all = claims.stream()
                .flatMap(List::stream)
                .map(claim -> claim.order().id())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(claims(minutes(8))).hasSize(6 - all.size());
        assertThat(claims(minutes(8))).isEmpty();
    }

    @Test
    default void whoComesTooLateChangesNothing() {
        add("c", START);
        Claim late = claim(START);
        assertThat(claims(minutes(9))).isEmpty();
        Claim second = claim(minutes(10));
        BillingOrderId id = late.order().id();

        assertThat(second.fence()).isGreaterThan(late.fence());
        assertThat(write().billing().done(id, late.fence(), Optional.of("x"), minutes(11)))
                .isFalse();
        assertThat(write().billing().postpone(id, late.fence(), minutes(12), "x"))
                .isFalse();
        assertThat(write().billing().stuck(id, late.fence(), "x")).isFalse();
        assertThat(find("c")).isEqualTo(BilledOrder.waiting(charge("c", START)));
        assertThat(write().billing().done(id, second.fence(), Optional.of("invoice 7"), minutes(13)))
                .isTrue();
        assertThat(write().billing().done(id, second.fence(), Optional.empty(), minutes(14)))
                .isFalse();
        BilledOrder done = find("c");
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.reference()).contains("invoice 7");
        assertThat(done.settledAt()).contains(minutes(13));
        assertThat(claims(minutes(99_999))).isEmpty();
        assertThat(write().billing().retry(id, minutes(15))).isFalse();
        assertThat(write().billing().giveUp(id, "x", minutes(15))).isFalse();
    }

    @Test
    default void whatIsPutOffIsTriedLaterAndWhatIsStuckWaitsForSomebody() {
        add("c", START);
        BillingOrderId id = BillingOrderId.of("c");
        Claim first = claim(START);
        write().billing().postpone(id, first.fence(), minutes(5), UNICODE);
        assertThat(find("c").failure()).contains(UNICODE);
        assertThat(claims(minutes(4))).isEmpty();
        Claim second = claim(minutes(5));
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(write().billing().retry(id, minutes(5))).isFalse();
        write().billing().stuck(id, second.fence(), "no");

        assertThat(find("c").state()).isEqualTo(State.STUCK);
        assertThat(find("c").attempts()).isEqualTo(2);
        assertThat(find("c").settledAt()).isEmpty();
        assertThat(claims(minutes(99))).isEmpty();
        assertThat(write().billing().retry(id, minutes(6))).isTrue();
        assertThat(find("c")).isEqualTo(BilledOrder.waiting(charge("c", START)));
        Claim third = claim(minutes(6));
        assertThat(write().billing().done(id, second.fence(), Optional.empty(), minutes(7)))
                .isFalse();
        write().billing().stuck(id, third.fence(), "no");
        assertThat(write().billing().giveUp(id, UNICODE, minutes(8))).isTrue();
        assertThat(find("c").state()).isEqualTo(State.VOID);
        assertThat(find("c").failure()).contains(UNICODE);
        assertThat(find("c").settledAt()).contains(minutes(8));
        assertThat(write().billing().giveUp(id, "again", minutes(9))).isFalse();
    }

    @Test
    default void noMoreIsRefundedThanWasCharged() {
        add("c", START);
        BillingOrderId id = BillingOrderId.of("c");
        assertThat(write().billing().refund(id, 1)).as("not done yet").isFalse();
        done("c");

        assertThat(write().billing().refund(id, 1001)).isFalse();
        assertThat(write().billing().refund(id, 400)).isTrue();
        assertThat(write().billing().refund(id, 601)).isFalse();
        assertThat(write().billing().refund(id, 600)).isTrue();
        assertThat(write().billing().refund(id, 1)).isFalse();
        assertThat(find("c").left().isZero()).isTrue();
        assertThat(write().billing().refund(id, -1001)).isFalse();
        assertThat(write().billing().refund(id, -600)).isTrue();
        assertThat(find("c").refunded()).isEqualTo(Money.of("4.00", "EUR"));
        run(unit -> unit.billing().add(refund("r", "c", minutes(1))));
        assertThat(write().billing().refund(BillingOrderId.of("r"), 1)).isFalse();
        assertThat(write().billing().refund(BillingOrderId.of("x"), 1)).isFalse();
    }

    @Test
    default void ofManyRefundsAtOnceTheChargeIsTheLimit() throws Exception {
        add("c", START);
        done("c");

        List<Boolean> refunded = Race.of(
                4, number -> Race.retrying(storage(), unit -> unit.billing().refund(BillingOrderId.of("c"), 400)));

        assertThat(refunded).filteredOn(done -> done).hasSize(2);
        assertThat(find("c").refunded()).isEqualTo(Money.of("8.00", "EUR"));
    }

    @Test
    default void ordersAreListedPageByPageByTimeAndState() {
        add("b", minutes(1));
        add("a", minutes(1));
        add("z", START);
        add("y", minutes(2));
        done("z");

        assertThat(list(Optional.empty(), null, 9)).containsExactly("y", "b", "a", "z");
        assertThat(list(Optional.of(State.WAITING), null, 2)).containsExactly("y", "b");
        Place place = new Place(minutes(1), BillingOrderId.of("b"));
        assertThat(list(Optional.of(State.WAITING), place, 9)).containsExactly("a");
        assertThat(list(Optional.of(State.VOID), null, 9)).isEmpty();
        assertThat(ids(read().billing().between(START, minutes(2), null, 9))).containsExactly("z", "a", "b");
        assertThat(ids(read().billing().between(START, minutes(3), new Place(minutes(1), BillingOrderId.of("a")), 9)))
                .containsExactly("b", "y");
    }

    @Test
    default void ordersOutliveTheirTickets() {
        TicketId ticket = keptTicket();
        run(unit -> unit.billing().add(charge("c", ticket, START)));

        write().tickets().delete(ticket);

        assertThat(read().billing().of(Set.of(ticket))).hasSize(1);
    }

    private List<String> list(Optional<State> state, @org.jspecify.annotations.Nullable Place before, int limit) {
        return ids(read().billing().list(state, before, limit));
    }

    private static List<String> ids(List<BilledOrder> orders) {
        return orders.stream().map(each -> each.order().id().value()).toList();
    }

    private void add(String id, Instant at) {
        run(unit -> unit.billing().add(charge(id, at)));
    }

    private BilledOrder find(String id) {
        return read().billing().find(BillingOrderId.of(id)).orElseThrow();
    }

    private List<Claim> claims(Instant now) {
        return write().billing().claim(now, now.plusSeconds(600), 10);
    }

    private Claim claim(Instant now) {
        List<Claim> claims = claims(now);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    /** Whatever else is claimed is free again ten minutes later. */
    private void done(String id) {
        Claim claim = claims(minutes(1000)).stream()
                .filter(each -> each.order().id().value().equals(id))
                .findFirst()
                .orElseThrow();
        write().billing().done(claim.order().id(), claim.fence(), Optional.empty(), minutes(1000));
    }

    static BillingOrder charge(String id, Instant at) {
        return charge(id, SEVEN, at);
    }

    static BillingOrder charge(String id, TicketId ticket, Instant at) {
        return new BillingOrder(
                BillingOrderId.of(id),
                Kind.CHARGE,
                Optional.empty(),
                AccountId.of("jane"),
                ticket,
                Money.of("10.00", "EUR"),
                "An hour of work",
                JOHN,
                at);
    }

    private static BillingOrder refund(String id, String charge, Instant at) {
        return new BillingOrder(
                BillingOrderId.of(id),
                Kind.REFUND,
                Optional.of(BillingOrderId.of(charge)),
                AccountId.of("jane"),
                SEVEN,
                Money.of("1.00", "EUR"),
                "Too much",
                JOHN,
                at);
    }
}
