// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.desk.BillingAdmin;
import dev.troubletickets.event.TicketEvent.BillingGivenUp;
import dev.troubletickets.kit.BillingTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrder.Kind;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.billing.Billing.Outcome;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.BillingPage;
import dev.troubletickets.view.PageToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators see what the host's billing has made of every order, and see to what is stuck (E6). */
@Tag("E6")
class BillingAdminTest extends BillingTest {
    private final BillingAdmin admin = center.admin().billing();
    private final Expect expect = Expect.in(center);

    @Test
    void whatIsStuckIsTriedAnewUnderTheSameId() {
        TicketId ticket = stuck();
        assertThat(admin.orders(Optional.of(State.STUCK), Optional.empty()).orders())
                .isEqualTo(orders(ticket));

        admin.retry(charge(ticket));
        assertThat(orders(ticket).get(0).state()).isEqualTo(State.WAITING);
        center.run();

        assertThat(orders(ticket).get(0).state()).isEqualTo(State.DONE);
        assertThat(host.calls().get(0)).isEqualTo(host.calls().get(1));
        assertThat(admin.orders(Optional.of(State.STUCK), Optional.empty()).orders())
                .isEmpty();
        assertThat(center.audit("had "))
                .anyMatch(line -> line.what().contains(charge(ticket).value()));
    }

    @Test
    void whatIsGivenUpIsVoidAndTheHistorySaysSo() {
        TicketId ticket = stuck();
        BillingOrderId charge = charge(ticket);
        expect.invalid("reason", () -> admin.giveUp(charge, ""));

        admin.giveUp(charge, "The account is closed");

        assertThat(orders(ticket).get(0).state()).isEqualTo(State.VOID);
        assertThat(orders(ticket).get(0).failure()).contains("The account is closed");
        assertThat(jane.ticket(ticket).payments()).isEmpty();
        assertThat(center.events(ticket))
                .contains(new BillingGivenUp(charge, Kind.CHARGE, Money.of("10.00", "EUR"), "The account is closed"));
        center.run();
        assertThat(host.calls()).hasSize(1);
        expect.refused(Refusal.NOT_STUCK, () -> admin.giveUp(charge, "Once more"));
        expect.refused(Refusal.NOT_STUCK, () -> admin.retry(charge));
        expect.refused(
                Refusal.CHARGE_NOT_DONE, () -> john.billing().refund(ticket, charge, Money.of("1", "EUR"), "Why"));
    }

    @Test
    void aRefundThatIsGivenUpCanBeGivenBackAgain() {
        TicketId ticket = charged();
        center.run();
        BillingOrderId charge = charge(ticket);
        BillingOrderId refund = john.billing().refund(ticket, charge, Money.of("10.00", "EUR"), "All");
        host.next(order -> Outcome.refused("no"));
        center.run();
        admin.giveUp(refund, "Paid in cash");

        assertThat(orders(ticket).get(0).refunded().isZero()).isTrue();
        john.billing().refund(ticket, charge, Money.of("10.00", "EUR"), "All");
        center.run();
        assertThat(host.carriedOut()).hasSize(2);
    }

    @Test
    void whatIsOfADeletedTicketCanBeGivenUp() {
        TicketId ticket = stuck();
        BillingOrderId charge = charge(ticket);
        anna.delete(ticket);
        admin.giveUp(charge, "Spam");

        assertThat(admin.orders(Optional.of(State.VOID), Optional.empty()).orders())
                .hasSize(1);
    }

    @Test
    void whatIsNotStuckStaysAsItIs() {
        TicketId ticket = charged();
        expect.refused(Refusal.NOT_STUCK, () -> admin.retry(charge(ticket)));
        expect.refused(Refusal.NOT_STUCK, () -> admin.giveUp(charge(ticket), "Why"));
        expect.notFound("order", () -> admin.retry(BillingOrderId.of("charge-9-9")));
        expect.notFound("order", () -> admin.giveUp(BillingOrderId.of("charge-9-9"), "Why"));
    }

    @Test
    void nobodySeesItWithoutThePermission() {
        BillingAdmin johns = center.center().administration(Cast.JOHN).billing();
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.orders(Optional.empty(), Optional.empty()));
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.export(march(), OutputStream.nullOutputStream()));
        center.admin().give(Cast.JOHN, Permission.BILLING);
        assertThat(johns.orders(Optional.empty(), Optional.empty()).orders()).isEmpty();
    }

    @Test
    void ordersComePageByPage() {
        TicketId ticket = center.taken();
        for (int i = 0; i < 51; i++) {
            john.answer(
                    ticket, Answer.of("Done.").charge("1", "EUR", "Part " + i).keepOpen());
        }
        BillingPage first = admin.orders(Optional.empty(), Optional.empty());
        BillingPage second = admin.orders(Optional.empty(), first.next());

        assertThat(first.orders()).hasSize(50);
        assertThat(second.orders()).hasSize(1).doesNotContainAnyElementsOf(first.orders());
        assertThat(second.next()).isEmpty();
        expect.invalid("page", () -> admin.orders(Optional.of(State.DONE), first.next()));
        expect.invalid("page", () -> admin.orders(Optional.empty(), Optional.of(new PageToken("!"))));
        assertThat(exported(march())).hasSize(52);
    }

    @Test
    void theExportIsForAccountingAndArmsNoSpreadsheet() {
        center.admin().pricing().zone(ZoneId.of("Etc/GMT+12"));
        TicketId ticket = center.taken();
        john.answer(
                ticket,
                Answer.of("Done.").charge("1.005", "KWD", "=HYPERLINK(\"x\")").keepOpen());
        center.run();
        BillingOrderId refund = john.billing().refund(ticket, charge(ticket), Money.of("1", "KWD"), "Half");

        List<String> lines = exported(march());
        assertThat(lines.get(0))
                .isEqualTo(
                        "order,kind,charge,at,account,ticket,amount,currency,words,by,state,reference,failure,settled at");
        assertThat(lines)
                .anyMatch(line -> line.startsWith(charge(ticket)
                        + ",CHARGE,,2026-03-02T09:00:00Z,jane," + ticket.value()
                        + ",1.005,KWD,\"'=HYPERLINK(\"\"x\"\")\",john,DONE,invoice " + charge(ticket) + ",,"));
        assertThat(lines)
                .anyMatch(
                        line -> line.startsWith(refund + ",REFUND," + charge(ticket)) && line.contains(",-1.000,KWD,"));
        assertThat(exported(new BillingPeriod(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2))))
                .as("the day begins in the zone")
                .hasSize(1);
        assertThatThrownBy(() -> admin.export(march(), new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("full");
                    }
                }))
                .isInstanceOf(UncheckedIOException.class);
    }

    private TicketId stuck() {
        TicketId ticket = charged();
        host.next(order -> Outcome.refused("no such account"));
        center.run();
        return ticket;
    }

    private static BillingPeriod march() {
        return BillingPeriod.month(java.time.YearMonth.of(2026, 3));
    }

    private List<String> exported(BillingPeriod period) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        admin.export(period, bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
