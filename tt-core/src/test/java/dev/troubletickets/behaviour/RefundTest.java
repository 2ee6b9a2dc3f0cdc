// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.event.TicketEvent.ChargeRefunded;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BillingTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrder.Kind;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was charged is given back, in part or whole, never more, and for a reason (E6). */
@Tag("E6")
class RefundTest extends BillingTest {
    private final Expect expect = Expect.in(center);
    private TicketId ticket;
    private BillingOrderId charge;

    @BeforeEach
    void charge() {
        ticket = charged();
        charge = charge(ticket);
    }

    @Test
    void aRefundIsOrderedFromTheHost() {
        center.run();
        BillingOrderId refund = john.billing().refund(ticket, charge, euros("4.00"), "Took half the time");
        center.run();

        BillingOrder order = host.carriedOut().get(1);
        assertThat(order.id()).isEqualTo(refund).isNotEqualTo(charge);
        assertThat(order.kind()).isEqualTo(Kind.REFUND);
        assertThat(order.charge()).contains(charge);
        assertThat(order.account()).isEqualTo(Cast.JANE.id());
        assertThat(order.amount()).isEqualTo(euros("4.00"));
        assertThat(center.events(ticket))
                .contains(new ChargeRefunded(refund, charge, euros("4.00"), "Took half the time"));
        assertThat(jane.ticket(ticket).payments().get(0).refunded()).isEqualTo(euros("4.00"));
        assertThat(jane.ticket(ticket).toString()).doesNotContain("Took half");
    }

    @Test
    void neverMoreIsGivenBackThanWasCharged() {
        center.run();
        expect.invalid("amount", () -> refund("10.01"));
        refund("6.00");
        expect.invalid("amount", () -> refund("4.01"));
        refund("4.00");
        expect.invalid("amount", () -> refund("0.01"));
        expect.invalid("amount", () -> refund("0"));
        expect.invalid("amount", () -> refund("-1"));
        expect.invalid("amount", () -> john.billing().refund(ticket, charge, Money.of("1", "USD"), "Why not"));
        center.run();

        assertThat(host.carriedOut()).hasSize(3);
    }

    @Test
    void ofTwoWhoGiveBackTheSameAtOnceOneDoes() throws Exception {
        center.run();
        List<Boolean> done = Race.of(3, number -> {
            try {
                refund("6.00");
                return true;
            } catch (Invalid more) {
                return false;
            }
        });

        assertThat(done).containsOnlyOnce(true);
    }

    @Test
    void whatTheHostHasNotChargedIsNotGivenBack() {
        expect.refused(Refusal.CHARGE_NOT_DONE, () -> refund("1.00"));
    }

    @Test
    void aRefundNeedsAReasonThePermissionAndACharge() {
        center.run();
        expect.invalid("reason", () -> john.billing().refund(ticket, charge, euros("1.00"), " "));
        expect.overLimit("reason", () -> john.billing().refund(ticket, charge, euros("1.00"), "x".repeat(1001)));
        expect.notFound(
                "charge", () -> john.billing().refund(ticket, BillingOrderId.of("charge-9-9"), euros("1.00"), "Why"));
        TicketId another = charged();
        center.run();
        expect.notFound("charge", () -> john.billing().refund(another, charge, euros("1.00"), "Why"));
        BillingOrderId refund = refund("1.00");
        center.run();
        expect.notFound("charge", () -> john.billing().refund(ticket, refund, euros("1.00"), "Why"));
        center.admin().take(Cast.JOHN, Permission.CHARGE);
        expect.refused(Refusal.PERMISSION_MISSING, () -> refund("1.00"));
    }

    private BillingOrderId refund(String amount) {
        return john.billing().refund(ticket, charge, euros(amount), "A mistake");
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
