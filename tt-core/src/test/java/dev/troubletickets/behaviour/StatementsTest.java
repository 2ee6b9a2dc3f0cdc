// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.desk.StatementsAdmin;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements: a period each, one after the other, and never changed again (E5). */
@Tag("E5")
class StatementsTest extends BehaviourTest {
    private static final BillingPeriod MARCH = BillingPeriod.month(YearMonth.of(2026, 3));
    private static final BillingPeriod APRIL = BillingPeriod.month(YearMonth.of(2026, 4));
    private static final Optional<PageToken> START = Optional.empty();

    private final StatementsAdmin admin = center.admin().statements();

    @BeforeEach
    void price() {
        center.admin().pricing().standard(Price.perTicket("12.50", "EUR"), Optional.empty());
    }

    @Test
    void aStatementHoldsThePeriodsChargesAndStaysAsItIs() {
        opened();
        opened();
        goTo("2026-04-01T00:00:00Z");
        opened();

        Statement march = admin.issue(Cast.RITA, MARCH);
        assertThat(march.totals()).containsExactly(Money.of("25.00", "EUR"));
        assertThat(march.charges()).isEqualTo(2);
        List<Charge> lines = admin.charges(march.id(), START).charges();

        center.admin().pricing().standard(Price.perTicket("99", "EUR"), Optional.empty());
        Charge correction = admin.correct(Cast.RITA, Money.of("-12.50", "EUR"), "one was ours", "c1");
        goTo("2026-05-01T00:00:00Z");
        Statement april = admin.issue(Cast.RITA, APRIL);

        assertThat(admin.get(march.id())).isEqualTo(march);
        assertThat(admin.charges(march.id(), START).charges()).isEqualTo(lines);
        assertThat(april.totals()).containsExactly(Money.of("0.00", "EUR"));
        assertThat(admin.charges(april.id(), START).charges())
                .extracting(Charge::key)
                .endsWith(correction.key());
        assertThat(admin.all(Cast.RITA, START).statements()).containsExactly(april, march);
        assertThat(admin.charges(Cast.RITA, MARCH, START).charges()).isEqualTo(lines);
        assertThat(center.rita().statements().running().totals()).isEmpty();
    }

    @Test
    void aPeriodFollowsTheLastOneWithoutAGapAndOnlyOnceItIsOver() {
        Expect expect = Expect.in(center);
        expect.invalid("period", () -> admin.issue(Cast.RITA, MARCH));
        goTo("2026-03-31T23:59:59Z");
        expect.invalid("period", () -> admin.issue(Cast.RITA, MARCH));
        goTo("2026-04-01T00:00:00Z");
        Statement march = admin.issue(Cast.RITA, MARCH);
        goTo("2026-06-01T00:00:00Z");
        BillingPeriod gap = BillingPeriod.month(YearMonth.of(2026, 5));
        BillingPeriod overlap = new BillingPeriod(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));

        expect.invalid("period", () -> admin.issue(Cast.RITA, gap));
        expect.invalid("period", () -> admin.issue(Cast.RITA, overlap));
        assertThat(admin.issue(Cast.RITA, MARCH)).as("issued once").isEqualTo(march);
        BillingPeriod days = new BillingPeriod(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 10));
        assertThat(admin.issue(Cast.RITA, days).id()).isEqualTo(new StatementId(Cast.RITA, 2));
        assertThat(admin.issue(Cast.RITA, MARCH)).isEqualTo(march);
        Assertions.assertThatThrownBy(() -> new BillingPeriod(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysBeginAndEndInTheChosenZone() {
        center.admin().pricing().zone(ZoneId.of("America/New_York"));
        goTo("2026-04-01T03:59:59Z");
        opened();
        goTo("2026-04-01T04:00:00Z");
        opened();

        Statement march = admin.issue(Cast.RITA, MARCH);
        assertThat(march.charges()).isEqualTo(1);
        assertThat(march.zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void thePreviewIsWhatIsIssued() {
        opened();
        goTo("2026-04-02T00:00:00Z");
        opened();

        assertThat(admin.preview(Cast.RITA, MARCH).totals()).containsExactly(Money.of("12.50", "EUR"));
        assertThat(admin.preview(Cast.RITA, MARCH).charges()).isEqualTo(1);
        assertThat(admin.issue(Cast.RITA, MARCH).totals()).containsExactly(Money.of("12.50", "EUR"));
        assertThat(admin.preview(Cast.RITA, APRIL).totals()).containsExactly(Money.of("12.50", "EUR"));
    }

    @Test
    @Tag("G1")
    void aCorrectionIsMadeOnceUnderItsKeyAndSaysWhy() {
        Charge correction = admin.correct(Cast.RITA, Money.of("-5", "JPY"), "agreed by phone", "k");

        assertThat(admin.correct(Cast.RITA, Money.of("-5", "JPY"), "agreed by phone", "k"))
                .isEqualTo(correction);
        assertThat(correction.why().words()).isEqualTo("a correction by anna; agreed by phone");
        assertThat(center.rita().statements().charges(START).charges()).hasSize(1);
        Expect expect = Expect.in(center);
        expect.invalid("key", () -> admin.correct(Cast.RITA, Money.of("-6", "JPY"), "agreed by phone", "k"));
        expect.invalid("key", () -> admin.correct(Cast.RITA, Money.of("-5", "JPY"), "agreed by mail", "k"));
        expect.invalid("key", () -> admin.correct(Cast.RITA, Money.of("-5", "JPY"), "again", "  "));
        expect.invalid("key", () -> admin.correct(Cast.RITA, Money.of("-5", "JPY"), "again", "k".repeat(101)));
        expect.invalid("reason", () -> admin.correct(Cast.RITA, Money.of("-5", "JPY"), " ", "k2"));
        expect.overLimit("reason", () -> admin.correct(Cast.RITA, Money.of("-5", "JPY"), "r".repeat(1001), "k2"));
        expect.notFound("reseller", () -> admin.correct(ResellerId.of("nobody"), Money.of("-5", "JPY"), "again", "k2"));
    }

    @Test
    void aResellerSeesTheirOwnAndNotWhoOfTheProvidersStaffDidIt() {
        opened();
        admin.correct(Cast.RITA, Money.of("-1", "EUR"), "sorry", "k");
        center.directory().people().addReseller(ResellerId.of("ruth"));
        goTo("2026-04-01T00:00:00Z");
        Statement ritas = admin.issue(Cast.RITA, MARCH);
        Statement ruths = admin.issue(ResellerId.of("ruth"), MARCH);
        var rita = center.rita().statements();

        assertThat(rita.get(ritas.id())).isEqualTo(ritas.withoutStaff());
        assertThat(rita.all(START).statements()).containsExactly(ritas.withoutStaff());
        assertThat(rita.charges(ritas.id(), START).charges())
                .hasSize(2)
                .allMatch(charge -> !charge.why().words().contains("anna"));
        Expect expect = Expect.in(center);
        expect.notFound("statement", () -> rita.get(ruths.id()));
        expect.notFound("statement", () -> rita.get(new StatementId(Cast.RITA, 2)));
        expect.notFound("statement", () -> rita.charges(ruths.id(), START));
        expect.notFound("statement", () -> rita.export(ruths.id(), OutputStream.nullOutputStream()));
        expect.notFound(
                "reseller",
                () -> center.center()
                        .reseller(ResellerId.of("jane"))
                        .statements()
                        .running());
    }

    @Test
    void allOfItIsForThoseWithThePermission() {
        goTo("2026-04-01T00:00:00Z");
        StatementId id = admin.issue(Cast.RITA, MARCH).id();
        StatementsAdmin johns = center.center().administration(Cast.JOHN).statements();
        Expect expect = Expect.in(center);
        List<ThrowingCallable> calls = List.of(
                () -> johns.charges(Cast.RITA, MARCH, START),
                () -> johns.preview(Cast.RITA, MARCH),
                () -> johns.correct(Cast.RITA, Money.of("1", "EUR"), "mine", "k"),
                () -> johns.issue(Cast.RITA, MARCH),
                () -> johns.all(Cast.RITA, START),
                () -> johns.get(id),
                () -> johns.charges(id, START),
                () -> johns.export(id, OutputStream.nullOutputStream()),
                () -> johns.all(ResellerId.of("nobody"), START));
        calls.forEach(call -> expect.refused(Refusal.PERMISSION_MISSING, call));
        expect.notFound("reseller", () -> admin.all(ResellerId.of("nobody"), START));
        expect.notFound("reseller", () -> admin.issue(ResellerId.of("nobody"), MARCH));
        expect.notFound("statement", () -> admin.get(new StatementId(Cast.RITA, 2)));
    }

    @Test
    void longListsComeInPages() {
        for (int i = 0; i < 51; i++) {
            admin.correct(Cast.RITA, Money.of("1", "JPY"), "line " + i, "k" + i);
        }
        goTo("2026-04-01T00:00:00Z");
        StatementId id = admin.issue(Cast.RITA, MARCH).id();
        ChargePage first = admin.charges(id, START);
        ChargePage second = admin.charges(id, first.next());

        assertThat(first.charges()).hasSize(50);
        assertThat(second.charges()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(exported(id)).hasSize(52);
        Expect expect = Expect.in(center);
        expect.invalid("page", () -> admin.charges(id, Optional.of(new PageToken("!"))));
        expect.invalid("page", () -> admin.all(Cast.RITA, first.next()));
        expect.invalid("page", () -> center.rita().statements().charges(first.next()));
    }

    @Test
    void theExportIsForAccountingAndArmsNoSpreadsheet() {
        opened();
        admin.correct(Cast.RITA, Money.of("-1.005", "KWD"), "=HYPERLINK(\"x\")", "k");
        goTo("2026-04-01T00:00:00Z");
        StatementId id = admin.issue(Cast.RITA, MARCH).id();

        List<String> lines = exported(id);
        assertThat(lines.get(0))
                .isEqualTo("statement,reseller,from,through,at,kind,ticket,quantity,amount,currency,price,why");
        assertThat(lines.get(1))
                .startsWith("1,rita,2026-03-01,2026-03-31,2026-03-02T09:00:00Z,TICKET,")
                .contains(",1,12.50,EUR,12.50 EUR a ticket,");
        assertThat(lines.get(2)).contains(",CORRECTION,,1,-1.005,KWD,,").contains("a correction by anna");
        Assertions.assertThatThrownBy(() -> admin.export(id, new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("full");
                    }
                }))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void manyNodesThatIssueAtOnceIssueOne() throws Exception {
        opened();
        goTo("2026-04-01T00:00:00Z");
        List<Statement> issued =
                new ArrayList<>(Race.of(4, number -> center.admin().statements().issue(Cast.RITA, MARCH)));

        assertThat(issued).containsOnly(issued.get(0));
        assertThat(admin.all(Cast.RITA, START).statements()).hasSize(1);
    }

    private List<String> exported(StatementId id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        admin.export(id, bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void opened() {
        center.bob().open(NewTicket.of("Mail bounces", "All my mail bounces."));
    }

    private void goTo(String instant) {
        center.after(Duration.between(clock.instant(), Instant.parse(instant)));
    }
}
