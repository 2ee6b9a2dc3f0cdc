// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Chargeable;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.incidents.Incidents;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.BillingGivenUp;
import dev.troubletickets.event.TicketEvent.ChargeRefunded;
import dev.troubletickets.event.TicketEvent.CustomerCharged;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrder.Kind;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Orders to the host's billing, written with what they are for (E6). Nothing is carried out from here. */
public final class Charging {
    private static final int LONGEST_REASON = 1000;

    private final Chargeable chargeable;

    public Charging(Chargeable chargeable) {
        this.chargeable = chargeable;
    }

    /** What an answer that costs something needs besides. */
    void require(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        if (answer.charge().isPresent() || answer.incidents().isPresent()) {
            staff.require(ticket.before(), Reach.HANDLE);
            staff.require(Permission.CHARGE);
        }
        if (answer.incidents().isPresent()) {
            Incidents.refusal(scope, ticket.before()).ifPresent(why -> {
                throw new NotPermitted(why);
            });
        }
        if (answer.charge().isPresent()) {
            chargeable.refusal(ticket.header().account()).ifPresent(why -> {
                throw new NotPermitted(why);
            });
        }
    }

    /** With the answer that is about to be saved. */
    static void charge(Scope scope, Viewer.Staff staff, Case ticket, Answer.Charge charge) {
        AccountId account = Objects.requireNonNull(ticket.header().account());
        BillingOrderId id = id("charge", ticket);
        ticket.happened(new CustomerCharged(id, account, charge.amount(), charge.words()));
        scope.stores()
                .billing()
                .add(new BillingOrder(
                        id,
                        Kind.CHARGE,
                        Optional.empty(),
                        account,
                        ticket.id(),
                        charge.amount(),
                        charge.words(),
                        staff.id(),
                        scope.now()));
    }

    /** Orders what staff give back, with a line in the ticket's history. */
    public BillingOrderId refund(Scope scope, Viewer.Staff staff, Case ticket, Refund refund) {
        staff.require(Permission.CHARGE);
        if (!chargeable.hostBills()) {
            throw new NotPermitted(Refusal.NO_BILLING);
        }
        BillingOrder charge = charge(scope, ticket, refund);
        BillingOrderId id = id("refund", ticket);
        if (!scope.stores().billing().refund(charge.id(), refund.amount().units())) {
            throw new WriteConflict("charge " + charge.id() + " has moved on");
        }
        scope.stores()
                .billing()
                .add(new BillingOrder(
                        id,
                        Kind.REFUND,
                        Optional.of(charge.id()),
                        charge.account(),
                        charge.ticket(),
                        refund.amount(),
                        refund.reason(),
                        staff.id(),
                        scope.now()));
        ticket.happened(new ChargeRefunded(id, charge.id(), refund.amount(), refund.reason()))
                .save(staff.actor());
        return id;
    }

    private static BillingOrder charge(Scope scope, Case ticket, Refund refund) {
        List<TicketId> family = Family.of(scope, ticket.before()).ids();
        BilledOrder found = scope.stores()
                .billing()
                .find(refund.charge())
                .filter(order ->
                        order.isCharge() && family.contains(order.order().ticket()))
                .orElseThrow(() -> new NotFound("charge"));
        if (found.state() != BilledOrder.State.DONE) {
            throw new NotPermitted(Refusal.CHARGE_NOT_DONE);
        }
        if (!refund.amount().currency().equals(found.left().currency())
                || found.left().minus(refund.amount()).isNegative()) {
            throw new Invalid("amount", "must be at most what is left of the charge: " + found.left());
        }
        return found.order();
    }

    /** The administrator has given an order up. */
    public static void givenUp(Scope scope, Viewer.Staff staff, BillingOrder order, String reason) {
        Roots.ofCustomer(scope, order.ticket())
                .ifPresent(ticket -> Case.of(scope, ticket)
                        .happened(new BillingGivenUp(order.id(), order.kind(), order.amount(), reason))
                        .save(staff.actor()));
    }

    /**
     * Why somebody does something about money.
     *
     * @throws Invalid if it is no text
     * @throws OverLimit if it is longer than 1,000 characters
     */
    public static String reason(String text) {
        MessageText.require("reason", text);
        if (text.length() > LONGEST_REASON) {
            throw new OverLimit("reason", LONGEST_REASON);
        }
        return text;
    }

    /** Nothing else is ordered with that version of the ticket. */
    private static BillingOrderId id(String what, Case ticket) {
        return BillingOrderId.of(
                what + "-" + ticket.id().value() + "-" + ticket.data().version());
    }

    /** What is to be given back. */
    public record Refund(BillingOrderId charge, Money amount, String reason) {
        /** @throws Invalid if it is nothing, or for no reason */
        public Refund {
            if (amount.isZero() || amount.isNegative()) {
                throw new Invalid("amount", "must be more than nothing");
            }
            Charging.reason(reason);
        }
    }
}
