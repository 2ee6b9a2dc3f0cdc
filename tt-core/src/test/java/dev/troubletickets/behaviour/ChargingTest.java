// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.CustomerCharged;
import dev.troubletickets.kit.BillingTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Payment;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A technician charges the customer with an answer: both together, and the host's billing afterwards, once (E6). */
@Tag("E6")
class ChargingTest extends BillingTest {
    private static final Answer CHARGED =
            Answer.of("Done.").charge("10.00", "EUR", "An hour of work").keepOpen();
    private final Expect expect = Expect.in(center);

    @Test
    void anAnswerIsChargedAndTheHostCarriesItOutAfterwards() {
        TicketId ticket = charged();
        assertThat(host.calls()).as("nothing is carried out before the commit").isEmpty();
        assertThat(orders(ticket)).extracting(each -> each.state()).containsExactly(State.WAITING);

        assertThat(center.run().count(RunReport.Work.BILLED)).isEqualTo(1);
        assertThat(center.run().count(RunReport.Work.BILLED)).isZero();

        BillingOrder order = host.carriedOut().get(0);
        assertThat(host.calls()).containsExactly(order);
        assertThat(order.account()).isEqualTo(Cast.JANE.id());
        assertThat(order.amount()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(order.words()).isEqualTo("An hour of work");
        assertThat(order.ticket()).isEqualTo(ticket);
        assertThat(order.by()).isEqualTo(Cast.JOHN);
        assertThat(orders(ticket).get(0).order()).isEqualTo(order);
        assertThat(orders(ticket).get(0).state()).isEqualTo(State.DONE);
        assertThat(orders(ticket).get(0).reference()).contains("invoice " + order.id());
        assertThat(center.events(ticket))
                .contains(new CustomerCharged(order.id(), Cast.JANE.id(), order.amount(), order.words()));
    }

    @Test
    void theCustomerSeesWhatTheyPayAndNobodyElseDoes() {
        TicketId ticket = charged();
        assertThat(jane.ticket(ticket).payments())
                .containsExactly(new Payment(
                        TestCenter.START, Money.of("10.00", "EUR"), "An hour of work", Money.of("0", "EUR")));

        anna.change(ticket, Edit.account(Cast.MARY.id()));
        assertThat(mary.ticket(ticket).payments()).isEmpty();
        john.answer(ticket, CHARGED);
        assertThat(mary.ticket(ticket).payments()).hasSize(1);
        center.run();
        assertThat(host.carriedOut()).extracting(BillingOrder::account).containsExactly(Cast.JANE.id(), Cast.MARY.id());
    }

    @Test
    void aMergedTicketOfAnotherCustomerTellsThemNothing() {
        TicketId janes = charged();
        TicketId marys = mary.open(NewTicket.of("Mail", "Mine, too."));
        anna.linking().mergeAcrossCustomers(janes, marys);

        assertThat(mary.ticket(marys).payments()).isEmpty();
        assertThat(jane.ticket(janes).payments()).hasSize(1);
        assertThat(orders(marys)).hasSize(1);
        TicketId second = jane.open(NewTicket.of("Mail", "And this."));
        anna.linking().merge(charged(), second);
        assertThat(jane.ticket(second).payments()).hasSize(1);
    }

    @Test
    void whoMayNotChargeDoesNotAnswerEither() {
        TicketId ticket = center.taken();
        center.admin().take(Cast.JOHN, Permission.CHARGE);
        assertThat(john.ticket(ticket).actions().whyNot(Action.CHARGE)).contains(Refusal.PERMISSION_MISSING);

        expect.refused(Refusal.PERMISSION_MISSING, () -> john.answer(ticket, CHARGED));
        expect.refused(
                Refusal.PERMISSION_MISSING,
                () -> john.scheduling().answerAt(clock.instant().plusSeconds(60), ticket, CHARGED));
        john.answer(ticket, Answer.of("For nothing."));
    }

    @Test
    void aTicketOfNoAccountCostsNothing() {
        TicketId ticket =
                john.openFor(EmailAddress.of("somebody@elsewhere.example"), NewTicket.of("A question", "How much?"));
        john.pickUp(ticket);

        assertThat(john.ticket(ticket).actions().whyNot(Action.CHARGE)).contains(Refusal.NO_ACCOUNT);
        expect.refused(Refusal.NO_ACCOUNT, () -> john.answer(ticket, CHARGED));
    }

    @Test
    void aPanelThatDoesNoBillingChargesNothing() {
        TestCenter without = TestCenter.on(InMemoryStorage.create(), builder -> {});
        without.admin().give(Cast.JOHN, Permission.CHARGE);
        TicketId ticket = without.taken();

        assertThat(without.john().ticket(ticket).actions().whyNot(Action.CHARGE))
                .contains(Refusal.NO_BILLING);
        Expect.in(without).refused(Refusal.NO_BILLING, () -> without.john().answer(ticket, CHARGED));
        assertThat(without.run().count(RunReport.Work.BILLED)).isZero();
    }

    @Test
    void whoWasAskedInToAnswerDoesNotCharge() {
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(center.queue("Hidden")));
        anna.collaborating().invite(ticket, Cast.JOHN, CollaboratorRight.ANSWER);

        expect.refused(Refusal.INVITED_ONLY, () -> john.answer(ticket, CHARGED));
        john.answer(ticket, Answer.of("For nothing.").keepOpen());
    }

    @Test
    void whatIsNoChargeIsRefusedBeforeAnythingIsWritten() {
        Answer answer = Answer.of("Done.");
        for (String amount : List.of("0", "0.00", "-1", "1.005", "1,00", "", "1e3", "99999999999999999999")) {
            expect.invalid("charge", () -> answer.charge(amount, "EUR", "Work"));
        }
        for (String currency : List.of("", "eur", "XYZ", "XAU", "=EUR")) {
            expect.invalid("charge", () -> answer.charge("1", currency, "Work"));
        }
        expect.invalid("charge", () -> answer.charge(Money.of("-1", "EUR"), "Work"));
        expect.invalid("charge", () -> answer.charge("1", "EUR", " "));
        expect.invalid("charge", () -> answer.charge("1", "EUR", "\0"));
        expect.overLimit("charge", () -> answer.charge("1", "EUR", "x".repeat(1001)));
    }

    @Test
    void anAnswerThatCanBeTakenBackIsChargedWhenItLeaves() {
        center.settings(s -> s.withUndoSend(Duration.ofMinutes(1)));
        TicketId ticket = center.taken();
        var held = john.answer(ticket, CHARGED).orElseThrow();
        center.run();
        assertThat(orders(ticket)).isEmpty();
        assertThat(john.scheduling().takeBack(held).charge()).isEqualTo(CHARGED.charge());

        john.answer(ticket, CHARGED);
        center.after(Duration.ofMinutes(2));
        center.run();
        assertThat(host.carriedOut()).hasSize(1);
    }

    @Test
    void whoMayNoMoreChargeWhenItLeavesDoesNot() {
        TicketId ticket = center.taken();
        john.scheduling().answerAt(clock.instant().plusSeconds(60), ticket, CHARGED);
        center.admin().take(Cast.JOHN, Permission.CHARGE);
        center.after(Duration.ofMinutes(2));
        center.run();

        assertThat(center.events(ticket)).anyMatch(ActionRefused.class::isInstance);
        assertThat(orders(ticket)).isEmpty();
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
    }

    @Test
    void aChargeOutlivesItsTicket() {
        TicketId ticket = charged();
        anna.delete(ticket);
        center.run();

        assertThat(host.carriedOut()).hasSize(1);
        assertThat(center.admin()
                        .billing()
                        .orders(Optional.empty(), Optional.empty())
                        .orders())
                .extracting(each -> each.order().ticket())
                .containsExactly(ticket);
    }
}
