// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Characteristic;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import dev.troubletickets.view.TicketWeight;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tickets weigh, why, and in which order they stand by it (B8). */
class WeightTest extends BehaviourTest {
    private static final WeightRule GOLD = new WeightRule("Gold customers", Condition.is(Fact.PLAN, "Gold"), 30);
    private static final WeightRule SERVERS =
            new WeightRule("Server owners", Condition.is(Fact.SERVICE_KIND, "server"), 12);
    private static final WeightRule BILLING = new WeightRule("Billing", Condition.is(Fact.CATEGORY, "Billing"), 100);
    private static final WeightRule BAD = new WeightRule("Quarrels", Condition.is(Fact.CHARACTERISTIC, "bad"), -20);

    @Test
    @Tag("B8")
    @Tag("G1")
    void aTicketWeighsTheRulesThatHoldAndOneForEachMinuteWaitedAndSaysWhy() {
        rules(GOLD, SERVERS, BILLING, BAD);
        TicketId ticket = center.opened();
        center.after(Duration.ofSeconds(7 * 60 + 59));

        TicketWeight weight = john.ticket(ticket).weight();

        assertThat(weight.points()).isEqualTo(42);
        assertThat(weight.minutes()).isEqualTo(7);
        assertThat(weight.total()).isEqualTo(49);
        assertThat(john.ticket(ticket).header().weight()).isEqualTo(49);
        assertThat(weight.reasons())
                .extracting(reason -> reason.rule() + " " + reason.points() + " " + reason.because())
                .containsExactly(
                        "Gold customers 30 [plan is Gold: Gold]", "Server owners 12 [service kind is server: server]");
    }

    @Test
    @Tag("B8")
    void withoutRulesItWeighsTheMinutesAlone() {
        TicketId ticket = center.opened();
        center.after(Duration.ofMinutes(3));

        assertThat(john.ticket(ticket).weight()).isEqualTo(new TicketWeight(0, 3, List.of()));
    }

    @Test
    @Tag("B8")
    void theHeaviestStandsFirstAndALongWaitOutweighsAGoldPlan() {
        rules(GOLD);
        TicketId marys = mary.open(NewTicket.of("Mail", "Help!"));
        center.after(Duration.ofMinutes(29));
        TicketId janes = center.opened();

        assertThat(byWeight(john)).containsExactly(janes, marys);

        john.pickUp(janes);
        john.release(janes);
        center.after(Duration.ofMinutes(2));
        TicketId janesLater = center.opened();
        assertThat(byWeight(john)).containsExactly(janes, marys, janesLater);
        assertThat(john.dashboard(TicketSort.ascending(Column.WEIGHT))
                        .unassigned()
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(janesLater, marys, janes);
    }

    @Test
    @Tag("B8")
    void whatNobodyWaitsForStandsBehindHoweverHeavy() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        rules(GOLD);
        TicketId answered = center.taken();
        john.answer(answered, Answer.of("Done?").keepOpen());
        john.release(answered);
        john.change(answered, Edit.status(dev.troubletickets.ticket.Status.OPEN));
        TicketId waiting = mary.open(NewTicket.of("Mail", "Help!"));

        assertThat(byWeight(john)).containsExactly(waiting, answered);
        assertThat(john.ticket(answered).weight().total()).isEqualTo(30);
    }

    @Test
    @Tag("B8")
    void aTicketIsWeighedAnewAtOnceWhenItsOwnFactsChange() {
        center.settings(s -> s.withCategories(Category.of("Billing")));
        rules(GOLD, BILLING);
        TicketId ticket = mary.open(NewTicket.of("Mail", "Help!"));
        assertThat(john.ticket(ticket).weight().points()).isZero();

        john.change(ticket, Edit.category("Billing"));
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(100);

        john.change(ticket, Edit.account(Cast.JANE.id()));
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(130);

        john.change(ticket, Edit.noAccount(), Edit.noCategory());
        assertThat(john.ticket(ticket).weight().points()).isZero();
    }

    @Test
    @Tag("B8")
    void savedRulesWeighAllActiveTicketsInTheBackgroundOnWhateverNode() {
        TicketId ticket = center.opened();
        TicketId closed = center.taken();
        john.close(closed);
        TestCenter other = center.anotherNode();
        other.run();

        rules(GOLD);
        assertThat(john.ticket(ticket).weight().points()).isZero();
        assertThat(other.run().count(RunReport.Work.WEIGHED))
                .as("another node learns it within seconds")
                .isZero();
        center.after(Duration.ofSeconds(6));

        assertThat(other.run().count(RunReport.Work.WEIGHED)).isEqualTo(1);
        assertThat(center.run().count(RunReport.Work.WEIGHED)).isZero();
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(30);
        assertThat(john.ticket(closed).weight().points()).isZero();

        john.reopen(closed);
        center.run();
        assertThat(john.ticket(closed).weight().points()).isEqualTo(30);
    }

    @Test
    @Tag("B8")
    void moreTicketsThanABatchAreAllWeighed() {
        for (int i = 0; i < 230; i++) {
            center.opened();
        }
        rules(GOLD);

        assertThat(center.run().count(RunReport.Work.WEIGHED)).isEqualTo(230);
        assertThat(center.run().count(RunReport.Work.WEIGHED)).isZero();
    }

    @Test
    @Tag("B8")
    void rulesOfAnotherKindOrTheSameRulesAgainWeighNothing() {
        center.opened();
        rules(GOLD);
        center.run();

        rules(GOLD);

        assertThat(center.run().count(RunReport.Work.WEIGHED)).isZero();
    }

    @Test
    @Tag("B8")
    @Tag("E1")
    void theHostSaysThatAnAccountHasChanged() {
        rules(GOLD, BAD);
        TicketId ticket = center.opened();
        TicketId marys = mary.open(NewTicket.of("Mail", "Help!"));
        center.directory().people().add(Cast.JANE.withPlan("Bronze").withCharacteristic(Characteristic.BAD));
        assertThat(center.run().count(RunReport.Work.WEIGHED)).isZero();
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(30);

        center.center().background().accountChanged(Cast.JANE.id());

        assertThat(center.run().count(RunReport.Work.WEIGHED)).isEqualTo(1);
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(-20);
        assertThat(john.ticket(marys).weight().points()).isZero();
    }

    @Test
    @Tag("B8")
    @Tag("G7")
    void weighingMakesNoPageStaleAndLeavesNoLineInTheHistory() {
        TicketId ticket = center.opened();
        SeenTicket seen = john.ticket(ticket).seen();
        int lines = john.ticket(ticket).conversation().size();
        rules(GOLD);
        center.run();

        john.pickUp(seen);

        assertThat(john.ticket(ticket).weight().points()).isEqualTo(30);
        assertThat(john.ticket(ticket).conversation()).hasSizeLessThanOrEqualTo(lines + 2);
    }

    @Test
    @Tag("B8")
    void nobodysWorkWaitsForADirectoryThatDoesNotAnswer() {
        center.settings(s -> s.withCategories(Category.of("Billing")));
        rules(GOLD, BILLING);
        TicketId ticket = center.opened();
        center.directory().forgetAccounts();

        john.change(ticket, Edit.category("Billing"));

        center.directory().comeBack();
        assertThat(john.ticket(ticket).header().category()).contains("Billing");
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(30);
        center.run();
        assertThat(john.ticket(ticket).weight().points()).isEqualTo(130);
    }

    private void rules(WeightRule... rules) {
        center.admin().rules().save(RuleSet.none().withWeights(rules));
    }

    private static List<TicketId> byWeight(StaffDesk desk) {
        return desk.dashboard(TicketSort.descending(Column.WEIGHT)).unassigned().tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }
}
