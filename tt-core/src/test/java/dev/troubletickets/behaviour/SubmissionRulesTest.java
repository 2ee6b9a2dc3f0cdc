// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.event.TicketEvent.RuleApplied.Skipped;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.event.TicketEvent.TicketAssigned;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketWeight;
import dev.troubletickets.view.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What rules do with tickets that are submitted (B10). */
@org.junit.jupiter.api.Tag("B10")
class SubmissionRulesTest extends BehaviourTest {
    private static final Condition GOLD = Condition.is(Fact.PLAN, "Gold");

    private final QueueId servers = center.queue("Servers", Cast.JOHN);

    @Test
    void aRuleSetsEverythingAtOnceWhenTheTicketIsOpened() {
        Handling all = Handling.nothing()
                .queue(servers)
                .assignee(Cast.JOHN)
                .priority(80)
                .weight(30)
                .tags("VIP", "gold")
                .onHold();
        rules(SubmissionRule.of("Gold customers", GOLD, all));

        StaffTicketRow ticket = anna.ticket(center.opened()).header();

        assertThat(ticket.queue()).isEqualTo(servers);
        assertThat(ticket.assignee()).contains(Cast.JOHN);
        assertThat(ticket.priority()).isEqualTo(Priority.of(80));
        assertThat(ticket.weight()).isEqualTo(30);
        assertThat(ticket.tags()).containsExactly(Tag.of("gold"), Tag.of("vip"));
        assertThat(ticket.status()).isEqualTo(Status.ON_HOLD);
        assertThat(ticket.isUnanswered()).as("the customer waits all the same").isTrue();
    }

    @Test
    void ofWhomItDoesNotHoldItLeavesAsTheyAre() {
        rules(SubmissionRule.of("Gold", GOLD, Handling.nothing().queue(servers).priority(80)));

        StaffTicketRow ticket =
                anna.ticket(mary.open(NewTicket.of("Mail", "Help!"))).header();

        assertThat(ticket.queue()).isEqualTo(center.defaultQueue());
        assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
        assertThat(center.events(ticket.id())).hasSize(1);
    }

    @Test
    @org.junit.jupiter.api.Tag("A15")
    @org.junit.jupiter.api.Tag("G1")
    void theHistoryNamesTheRuleAndTheFactsAndNobodyAsTheOneWhoDidIt() {
        Handling then = Handling.nothing().queue(servers).assignee(Cast.JOHN);
        rules(SubmissionRule.of("Gold", Condition.all(GOLD, Condition.contains(Fact.TEXT, "BOUNCES")), then));

        TicketId ticket = center.opened();

        List<SystemLine> lines = anna.ticket(ticket).conversation().stream()
                .filter(SystemLine.class::isInstance)
                .map(SystemLine.class::cast)
                .toList();
        List<Match> because =
                List.of(new Match(Fact.PLAN, "is Gold", "Gold"), new Match(Fact.TEXT, "contains BOUNCES", "BOUNCES"));
        assertThat(lines)
                .extracting(SystemLine::event)
                .containsExactly(
                        new TicketOpened(
                                center.defaultQueue(), dev.troubletickets.ticket.Channel.PANEL, Optional.empty()),
                        new RuleApplied("Gold", because, then, List.of()),
                        new TicketAssigned(Optional.empty(), Cast.JOHN),
                        new StatusChanged(Status.NEW, Status.OPEN, Cause.RULE));
        assertThat(lines)
                .extracting(SystemLine::actor)
                .containsExactly(Actor.customer(Cast.JANE.id()), Actor.system(), Actor.system(), Actor.system());
        assertThat(anna.ticket(ticket).why())
                .filteredOn(why -> why.decision() == Why.Decision.HANDLED)
                .extracting(Why::because)
                .containsExactly(
                        "the rule Gold, because plan is Gold: Gold, text contains BOUNCES: BOUNCES; it set: queue "
                                + servers.value() + ", assignee john (B10)");
    }

    @Test
    void customersSeeNothingOfIt() {
        rules(SubmissionRule.of("Secret name", GOLD, Handling.nothing().tags("bad-payer")));
        TicketId ticket = center.opened();

        assertThat(jane.ticket(ticket).toString()).doesNotContain("Secret name", "bad-payer");
        assertThat(center.rita().tickets(Optional.empty()).toString()).doesNotContain("bad-payer");
    }

    @Test
    void theCategoryChoosesTheQueueAndRulesHaveTheLastWord() {
        QueueId billing = center.queue("Billing");
        center.settings(s -> s.withCategories(Category.of("Invoices", billing)));
        NewTicket form = NewTicket.of("Invoice", "Wrong.").category("Invoices");
        String inBilling = Long.toString(billing.value());

        assertThat(queueOf(jane.open(form))).isEqualTo(billing);

        rules(SubmissionRule.of(
                "Asks the category's queue",
                Condition.is(Fact.QUEUE, inBilling),
                Handling.nothing().priority(90)));
        assertThat(anna.ticket(jane.open(form)).header().priority()).isEqualTo(Priority.of(90));
        assertThat(anna.ticket(center.opened()).header().priority()).isEqualTo(Priority.NORMAL);

        rules(SubmissionRule.of(
                "Moves",
                Condition.is(Fact.CATEGORY, "invoices"),
                Handling.nothing().queue(servers)));
        assertThat(queueOf(jane.open(form))).isEqualTo(servers);
    }

    @Test
    void noRuleSeesWhatAnotherHasDone() {
        String there = Long.toString(servers.value());
        rules(
                SubmissionRule.of(
                        "One",
                        Condition.always(),
                        Handling.nothing().queue(servers).priority(99)),
                SubmissionRule.of(
                        "Two",
                        Condition.is(Fact.QUEUE, there),
                        Handling.nothing().tags("two")),
                SubmissionRule.of(
                        "Three",
                        Condition.atLeast(Fact.PRIORITY, 60),
                        Handling.nothing().tags("three")));

        assertThat(anna.ticket(center.opened()).header().tags()).isEmpty();
    }

    @Test
    void theLastRuleDecidesAndPointsAndTagsAddUp() {
        QueueId other = center.queue("Other");
        rules(
                SubmissionRule.of(
                        "One",
                        Condition.always(),
                        Handling.nothing().queue(servers).priority(10).weight(5).tags("a", "b")),
                SubmissionRule.of(
                        "Two",
                        Condition.always(),
                        Handling.nothing().queue(other).weight(-2).tags("b", "c")));

        TicketId ticket = center.opened();

        StaffTicketRow row = anna.ticket(ticket).header();
        assertThat(row.queue()).isEqualTo(other);
        assertThat(row.priority()).isEqualTo(Priority.of(10));
        assertThat(row.weight()).isEqualTo(3);
        assertThat(row.tags()).containsExactlyInAnyOrder(Tag.of("a"), Tag.of("b"), Tag.of("c"));
        RuleApplied one = applied(ticket).get(0);
        assertThat(one.done().queue()).isEmpty();
        assertThat(one.skipped()).containsExactly(new Skipped("queue " + servers.value(), "the rule Two decides"));
    }

    @Test
    void afterOneThatStopsNoneIsAsked() {
        rules(
                SubmissionRule.stopping("Stops gold", GOLD),
                SubmissionRule.of(
                        "Others", Condition.always(), Handling.nothing().tags("others")));

        assertThat(anna.ticket(center.opened()).header().tags()).isEmpty();
        assertThat(anna.ticket(mary.open(NewTicket.of("Mail", "Help!")))
                        .header()
                        .tags())
                .containsExactly(Tag.of("others"));
    }

    @Test
    @org.junit.jupiter.api.Tag("A3")
    @org.junit.jupiter.api.Tag("E4")
    void theyAreAskedHoweverATicketIsOpened() {
        rules(
                SubmissionRule.of("All", Condition.always(), Handling.nothing().tags("all")),
                SubmissionRule.of(
                        "Staff",
                        Condition.is(Fact.CHANNEL, "staff"),
                        Handling.nothing().tags("staff")),
                SubmissionRule.of(
                        "Files",
                        Condition.atLeast(Fact.ATTACHMENTS, 1),
                        Handling.nothing().tags("files")));
        NewTicket form = NewTicket.of("Mail", "Help!");

        assertThat(tags(john.openFor(Cast.JANE.id(), form))).isEqualTo(Set.of(Tag.of("all"), Tag.of("staff")));
        assertThat(tags(john.open(form))).isEqualTo(Set.of(Tag.of("all"), Tag.of("staff")));
        assertThat(tags(john.openFor(dev.troubletickets.people.EmailAddress.of("x@y.example"), form)))
                .isEqualTo(Set.of(Tag.of("all"), Tag.of("staff")));
        assertThat(tags(center.rita().openFor(Cast.BOB.id(), form))).isEqualTo(Set.of(Tag.of("all")));
        assertThat(tags(jane.open(form.attach(Upload.of("a.txt", "text/plain", new byte[] {1})))))
                .isEqualTo(Set.of(Tag.of("all"), Tag.of("files")));
    }

    @Test
    @org.junit.jupiter.api.Tag("B8")
    void pointsOfSubmissionStayWhateverTheRulesOfWeightBecome() {
        rules(SubmissionRule.of("Gold", GOLD, Handling.nothing().weight(30)));
        TicketId ticket = center.opened();

        center.admin().rules().save(RuleSet.none().withWeights(new WeightRule("All", Condition.always(), 7)));
        center.run();

        TicketWeight weight = anna.ticket(ticket).weight();
        assertThat(weight.points()).isEqualTo(37);
        assertThat(weight.reasons())
                .extracting(reason -> reason.rule() + " " + reason.points())
                .containsExactly("rules on submission 30", "All 7");
    }

    @Test
    void whatIsGoneSinceIsPassedOverAndTheHistorySaysSo() {
        QueueId gone = center.queue("Gone", Cast.KATE);
        rules(
                SubmissionRule.of("One", Condition.always(), Handling.nothing().queue(servers)),
                SubmissionRule.of(
                        "Two",
                        Condition.always(),
                        Handling.nothing().queue(gone).assignee(Cast.KATE).tags("x")));
        center.admin().deleteQueue(gone, QueueDeletion.moveTicketsTo(servers));

        TicketId ticket = center.opened();

        assertThat(queueOf(ticket)).as("the rule before it").isEqualTo(servers);
        assertThat(anna.ticket(ticket).header().assignee()).isEmpty();
        assertThat(tags(ticket)).containsExactly(Tag.of("x"));
        assertThat(applied(ticket).get(1).skipped())
                .containsExactly(
                        new Skipped("queue " + gone.value(), "there is no such queue any more"),
                        new Skipped("assignee kate", "the technician is not entitled to the queue"));
    }

    @Test
    @org.junit.jupiter.api.Tag("E3")
    void nobodyGetsATicketWhoCannotAnswerItByNow() {
        rules(SubmissionRule.of("John's", Condition.always(), Handling.nothing().assignee(Cast.JOHN)));
        center.admin().take(Cast.JOHN, Permission.ANSWER);
        TicketId first = center.opened();
        assertThat(anna.ticket(first).header().assignee()).isEmpty();
        assertThat(applied(first).get(0).skipped())
                .containsExactly(new Skipped("assignee john", "the technician may not answer"));

        center.admin().give(Cast.JOHN, Permission.ANSWER);
        assertThat(anna.ticket(center.opened()).header().assignee()).contains(Cast.JOHN);

        center.directory().people().remove(Cast.JOHN);
        TicketId last = center.opened();
        assertThat(applied(last).get(0).skipped())
                .containsExactly(new Skipped("assignee john", "there is no such technician"));
    }

    @Test
    void aTicketTakesNoMoreThanTwentyTags() {
        String[] first = numbered(0, 15);
        rules(
                SubmissionRule.of("One", Condition.always(), Handling.nothing().tags(first)),
                SubmissionRule.of("Two", Condition.always(), Handling.nothing().tags(numbered(10, 30))));

        TicketId ticket = center.opened();

        assertThat(tags(ticket))
                .hasSize(20)
                .contains(Tag.of("t10"), Tag.of("t19"))
                .doesNotContain(Tag.of("t20"));
        assertThat(applied(ticket).get(1).skipped()).hasSize(10);
    }

    @Test
    void savedRulesAreInForceOnOtherNodesWithinSeconds() {
        center.anotherNode().opened();
        rules(SubmissionRule.of("Gold", GOLD, Handling.nothing().tags("gold")));
        center.after(java.time.Duration.ofSeconds(6));

        assertThat(tags(center.anotherNode().opened())).containsExactly(Tag.of("gold"));
    }

    @Test
    void textsAreFoundAsTheyStandWithoutPatterns() {
        rules(SubmissionRule.of(
                "Pattern",
                Condition.contains(Fact.SUBJECT, "mail.*"),
                Handling.nothing().tags("pattern")));

        assertThat(tags(center.opened())).isEmpty();
        assertThat(tags(jane.open(NewTicket.of("My MAIL.* rule", "?")))).containsExactly(Tag.of("pattern"));
    }

    private void rules(SubmissionRule... rules) {
        center.admin().rules().save(RuleSet.none().withSubmission(rules));
    }

    private QueueId queueOf(TicketId ticket) {
        return anna.ticket(ticket).header().queue();
    }

    private Set<Tag> tags(TicketId ticket) {
        return anna.ticket(ticket).header().tags();
    }

    private List<RuleApplied> applied(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(SystemLine.class::isInstance)
                .map(item -> ((ConversationItem.SystemLine) item).event())
                .filter(RuleApplied.class::isInstance)
                .map(RuleApplied.class::cast)
                .toList();
    }

    private static String[] numbered(int from, int to) {
        return java.util.stream.IntStream.range(from, to).mapToObj(i -> "t" + i).toArray(String[]::new);
    }
}
