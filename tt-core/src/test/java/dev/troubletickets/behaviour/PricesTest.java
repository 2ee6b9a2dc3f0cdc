// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.kit.TestCenter.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.desk.PricingAdmin;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.SavedResellerSupport;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Resellers are charged for a ticket when it is opened, at the price in force then, whatever becomes of either (E5). */
@Tag("E5")
class PricesTest extends BehaviourTest {
    private static final Optional<Instant> NOW = Optional.empty();
    private static final Price DEFAULT = Price.perTicket("12.50", "EUR");
    private static final Price CUSTOM = Price.perTicket("1500", "JPY");

    private final PricingAdmin admin = center.admin().pricing();

    @Test
    @Tag("G1")
    void aTicketIsChargedAtThePriceInForceWhenItIsOpenedAndSaysWhy() {
        admin.standard(DEFAULT, NOW);
        TicketId ticket = opened();

        assertThat(charges()).singleElement().satisfies(charge -> {
            assertThat(charge.ticket()).contains(ticket);
            assertThat(charge.amount()).isEqualTo(Money.of("12.50", "EUR"));
            assertThat(charge.at()).isEqualTo(START);
            assertThat(charge.kind()).isEqualTo(Charge.Kind.TICKET);
            assertThat(charge.why().words()).isEqualTo("12.50 EUR a ticket: the default price since " + START);
        });
    }

    @Test
    void aLaterPriceTouchesNothingThatWasCharged() {
        admin.standard(DEFAULT, NOW);
        opened();
        Instant tomorrow = START.plus(Duration.ofDays(1));
        admin.standard(Price.perTicket("20", "EUR"), Optional.of(tomorrow));
        opened();
        center.after(Duration.ofDays(1).minusNanos(1000));
        opened();
        center.after(Duration.ofNanos(1000));
        opened();

        assertThat(amounts()).containsExactly("12.50 EUR", "12.50 EUR", "12.50 EUR", "20.00 EUR");
        assertThat(admin.history(Optional.empty()))
                .extracting(PriceChange::from)
                .containsExactly(tomorrow, START);
    }

    @Test
    void aResellersOwnPriceGoesBeforeTheDefaultUntilItEnds() {
        admin.standard(DEFAULT, NOW);
        admin.custom(Cast.RITA, CUSTOM, NOW);
        opened();
        center.after(Duration.ofMinutes(1));
        assertThat(admin.inForce().custom()).containsOnlyKeys(Cast.RITA);
        admin.endCustom(Cast.RITA, NOW);
        opened();
        center.after(Duration.ofMinutes(1));
        admin.endStandard(NOW);
        opened();

        assertThat(amounts()).containsExactly("1500 JPY", "12.50 EUR");
        assertThat(charges().get(0).why().words()).startsWith("1500 JPY a ticket: the price of rita since ");
        assertThat(admin.inForce().custom()).isEmpty();
        assertThat(admin.inForce().standard()).isEmpty();
    }

    @Test
    void nothingIsChargedWithoutAPriceOrWithoutAReseller() {
        opened();
        admin.standard(DEFAULT, NOW);
        center.opened();
        john.open(NewTicket.of("Mine", "For myself."));

        assertThat(charges()).isEmpty();
    }

    @Test
    void whatStaffOpenForACustomerIsChargedTooAndFreeTicketsAreListed() {
        admin.standard(Price.perTicket("0", "EUR"), NOW);
        john.openFor(Cast.BOB.id(), NewTicket.of("Called", "Bob called."));
        center.rita().openFor(Cast.BOB.id(), NewTicket.of("Asked", "Bob asked me."));

        assertThat(amounts()).containsExactly("0.00 EUR", "0.00 EUR");
    }

    @Test
    void splittingMergingUndoingReopeningAndDeletingChargeNothingAndGiveNothingBack() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        admin.standard(DEFAULT, NOW);
        TicketId first = opened();
        center.bob().reply(first, Reply.of("And my site is down."));
        anna.pickUp(first);
        TicketId part = anna.linking()
                .split(first, Split.into(Split.Part.of("Site", MessageId.publicMessage(first, 2))))
                .tickets()
                .get(0);
        TicketId second = opened();
        anna.linking().merge(second, first);
        anna.close(first);
        center.bob().reply(first, Reply.of("Not yet."));
        anna.delete(part);

        assertThat(charges())
                .extracting(charge -> charge.ticket().orElseThrow())
                .containsExactly(first, second);
        anna.delete(first);
        assertThat(charges()).hasSize(2);
    }

    @Test
    void aTicketThatContinuesAClosedOneIsChargedAsAnyOther() {
        center.settings(s -> s.withAutoClose(AutoClose.never()).withReopeningWindow(1));
        admin.standard(DEFAULT, NOW);
        TicketId first = opened();
        anna.pickUp(first);
        anna.close(first);
        center.after(Duration.ofDays(3));
        TicketId second = center.bob().reply(first, Reply.of("It is back."));

        assertThat(second).isNotEqualTo(first);
        assertThat(charges())
                .extracting(charge -> charge.ticket().orElseThrow())
                .containsExactly(first, second);
    }

    @Test
    @Tag("E4")
    void nothingIsChargedWhileSupportIsNotOfferedToTheReseller() {
        admin.standard(DEFAULT, NOW);
        var support = center.admin().resellers().support();
        center.admin().resellers().save(new SavedResellerSupport(support.version(), ResellerSupport.notOffered()));
        opened();

        assertThat(charges()).isEmpty();
    }

    @Test
    void aPriceBeginsNeitherBeforeNowNorForSomebodyUnknown() {
        Expect expect = Expect.in(center);

        expect.invalid("from", () -> admin.standard(DEFAULT, Optional.of(START.minusNanos(1000))));
        expect.invalid("from", () -> admin.standard(DEFAULT, Optional.of(Instant.MAX)));
        expect.notFound("reseller", () -> admin.custom(ResellerId.of("nobody"), DEFAULT, NOW));
        expect.notFound("reseller", () -> admin.endCustom(ResellerId.of("jane"), NOW));
        expect.invalid("price", () -> admin.standard(Price.perCustomer("1", "EUR"), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.perTicket("-0.01", "EUR"))
                .withMessage("a price must not be negative");
    }

    @Test
    void pricesAreForThoseWithThePermission() {
        Expect expect = Expect.in(center);
        PricingAdmin johns = center.center().administration(Cast.JOHN).pricing();
        List<ThrowingCallable> calls = List.of(
                johns::inForce,
                () -> johns.standard(DEFAULT, NOW),
                () -> johns.endStandard(NOW),
                () -> johns.custom(Cast.RITA, DEFAULT, NOW),
                () -> johns.custom(ResellerId.of("nobody"), DEFAULT, NOW),
                () -> johns.endCustom(Cast.RITA, NOW),
                () -> johns.history(Optional.empty()),
                johns::zone,
                () -> johns.zone(ZoneId.of("Europe/Prague")));
        calls.forEach(call -> expect.refused(Refusal.PERMISSION_MISSING, call));

        center.admin().give(Cast.JOHN, Permission.PRICES);
        johns.standard(DEFAULT, NOW);
        assertThat(johns.inForce().standard().orElseThrow().by()).contains(Cast.JOHN);
    }

    private TicketId opened() {
        return center.bob().open(NewTicket.of("Mail bounces", "All my mail bounces."));
    }

    private List<Charge> charges() {
        return center.rita().statements().charges(Optional.empty()).charges();
    }

    private List<String> amounts() {
        return charges().stream().map(charge -> charge.amount().toString()).toList();
    }
}
