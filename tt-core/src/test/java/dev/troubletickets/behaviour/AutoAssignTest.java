// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.PolicyApplied;
import dev.troubletickets.event.TicketEvent.TicketAssigned;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queues that give their tickets to technicians by themselves (B14). */
@Tag("B14")
class AutoAssignTest extends BehaviourTest {
    private final QueueId servers = center.queue("Servers", Cast.JOHN, Cast.KATE, Cast.NICK);

    @Test
    void byHandIsTheDefault() {
        assertThat(assignee(submitted())).isEmpty();
        assertThat(center.events(submitted())).hasSize(1);
    }

    @Test
    void roundRobinGivesToOneAfterTheOtherInTheDirectorysOrder() {
        policy(AssignmentPolicy.ROUND_ROBIN);

        assertThat(List.of(next(), next(), next(), next())).containsExactly(Cast.JOHN, Cast.KATE, Cast.JOHN, Cast.KATE);
    }

    @Test
    void whoGetsATicketHasAProfileMayAnswerAndIsEntitledToTheQueue() {
        policy(AssignmentPolicy.ROUND_ROBIN);
        center.admin().take(Cast.KATE, Permission.ANSWER);
        assertThat(List.of(next(), next())).as("nick has no profile").containsExactly(Cast.JOHN, Cast.JOHN);

        center.admin().entitle(Cast.JOHN, Set.of());
        TicketId nobodys = submitted();
        assertThat(assignee(nobodys)).isEmpty();
        assertThat(anna.ticket(nobodys).header().status()).isEqualTo(Status.NEW);

        center.admin().give(Cast.KATE, Permission.ANSWER);
        assertThat(next()).isEqualTo(Cast.KATE);
        center.directory().people().remove(Cast.KATE);
        assertThat(assignee(submitted())).isEmpty();
    }

    @Test
    void theMainAdministratorGetsOneOnlyWhereEntitledByName() {
        QueueId home = center.defaultQueue();
        center.admin().changeQueue(home, QueueSettings.named("Support").withAssignment(AssignmentPolicy.ROUND_ROBIN));
        assertThat(List.of(who(center.opened()), who(center.opened()), who(center.opened())))
                .as("of the default queue every technician is one")
                .containsExactly(Cast.JOHN, Cast.KATE, Cast.JOHN);

        center.admin().entitle(Cast.ANNA, Set.of(home));
        assertThat(List.of(who(center.opened()), who(center.opened()))).containsExactly(Cast.KATE, Cast.ANNA);
    }

    @Test
    void theLeastLoadedGetsItAndAmongEqualsTheNextInTurn() {
        policy(AssignmentPolicy.LEAST_LOADED);
        TicketId elsewhere = center.opened();
        john.pickUp(elsewhere);
        assertThat(List.of(next(), next())).containsExactly(Cast.KATE, Cast.JOHN);

        john.close(elsewhere);
        assertThat(next()).as("one each now, and it is kate's turn").isEqualTo(Cast.KATE);
        TicketId johns = submitted();
        assertThat(who(johns)).isEqualTo(Cast.JOHN);
        john.snooze(johns, clock.instant().plus(Duration.ofDays(1)));
        assertThat(next()).as("what is snoozed is not in hand").isEqualTo(Cast.JOHN);
    }

    @Test
    void theLastTechnicianOfTheCustomerGetsIt() {
        policy(AssignmentPolicy.LAST_TECHNICIAN);
        assertThat(assignee(submitted())).as("nobody had one of hers").isEmpty();
        TicketId janes = center.opened();
        kate.pickUp(janes);
        kate.answer(janes, Answer.of("Done.").andClose());
        TicketId marys = mary.open(NewTicket.of("Mail", "Help!"));
        john.pickUp(marys);

        assertThat(next()).isEqualTo(Cast.KATE);
        center.admin().entitle(Cast.KATE, Set.of());
        assertThat(assignee(submitted())).as("no longer entitled").isEmpty();
    }

    @Test
    void whoHasNoAccountIsKnownByTheAddress() {
        policy(AssignmentPolicy.LAST_TECHNICIAN);
        EmailAddress stranger = EmailAddress.of("x@elsewhere.example");
        NewTicket form = NewTicket.of("Mail", "Help!").category("Servers");
        TicketId first = john.openFor(stranger, NewTicket.of("Mail", "Help!"));
        kate.pickUp(first);

        assertThat(who(john.openFor(stranger, form))).isEqualTo(Cast.KATE);
        assertThat(assignee(john.openFor(EmailAddress.of("y@elsewhere.example"), form)))
                .isEmpty();
    }

    @Test
    @Tag("A15")
    @Tag("G1")
    void theHistoryTellsThePolicyAndTheReason() {
        policy(AssignmentPolicy.ROUND_ROBIN);
        submitted();
        TicketId ticket = submitted();

        assertThat(lines(ticket))
                .extracting(SystemLine::event)
                .contains(
                        new PolicyApplied(
                                servers,
                                AssignmentPolicy.ROUND_ROBIN,
                                Optional.of(Cast.KATE),
                                "next in turn after john"),
                        new TicketAssigned(Optional.empty(), Cast.KATE));
        assertThat(lines(ticket))
                .filteredOn(line -> !(line.event() instanceof TicketEvent.TicketOpened))
                .extracting(SystemLine::actor)
                .containsOnly(Actor.system());
        assertThat(anna.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(why(ticket)).containsExactly("round robin: kate, next in turn after john (B14)");

        center.admin().entitle(Cast.JOHN, Set.of());
        center.admin().entitle(Cast.KATE, Set.of());
        assertThat(why(submitted()))
                .containsExactly("round robin: nobody, no technician of the queue can answer (B14)");
    }

    @Test
    @Tag("B10")
    void aRuleThatAssignsGoesBeforeAndARuleThatMovesChoosesThePolicy() {
        policy(AssignmentPolicy.ROUND_ROBIN);
        Condition gold = Condition.is(Fact.PLAN, "Gold");
        rules(SubmissionRule.of(
                "Kate's", gold, Handling.nothing().queue(servers).assignee(Cast.KATE)));
        assertThat(List.of(who(center.opened()), who(center.opened()))).containsExactly(Cast.KATE, Cast.KATE);

        rules(SubmissionRule.of("Moves", gold, Handling.nothing().queue(servers).onHold()));
        TicketId moved = center.opened();
        assertThat(who(moved)).isEqualTo(Cast.JOHN);
        assertThat(anna.ticket(moved).header().status()).isEqualTo(Status.ON_HOLD);
    }

    @Test
    @Tag("A7")
    @Tag("B4")
    void aFollowUpThatUnassignsGoesByThePolicyAgain() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        policy(AssignmentPolicy.ROUND_ROBIN);
        TicketId ticket = submitted();
        john.answer(ticket, Answer.of("Done?"));

        jane.reply(ticket, Reply.of("No."));

        assertThat(who(ticket)).isEqualTo(Cast.KATE);
        assertThat(center.events(ticket).stream().map(event -> event.getClass().getSimpleName()))
                .containsSubsequence("CustomerReplied", "TicketReleased", "PolicyApplied", "TicketAssigned");
        jane.reply(ticket, Reply.of("And another thing."));
        assertThat(who(ticket)).as("who has not answered yet keeps it").isEqualTo(Cast.KATE);
    }

    @Test
    @Tag("A7")
    @Tag("B4")
    void aStickyTicketStaysAndTheLastTechnicianGetsTheirsBack() {
        policy(AssignmentPolicy.ROUND_ROBIN);
        TicketId sticky = submitted();
        john.answer(sticky, Answer.of("Done?").sticky(true));
        jane.reply(sticky, Reply.of("No."));
        assertThat(who(sticky)).isEqualTo(Cast.JOHN);

        policy(AssignmentPolicy.LAST_TECHNICIAN);
        TicketId ticket = submitted();
        assertThat(who(ticket)).isEqualTo(Cast.JOHN);
        john.answer(ticket, Answer.of("Done.").andClose());
        jane.reopen(ticket);
        assertThat(who(ticket)).isEqualTo(Cast.JOHN);
    }

    @Test
    @Tag("B3")
    void whatStaffReleaseOrMoveStaysInTheirHands() {
        policy(AssignmentPolicy.ROUND_ROBIN);
        TicketId ticket = submitted();
        john.release(ticket);
        assertThat(assignee(ticket)).isEmpty();

        TicketId moved = center.opened();
        anna.change(moved, Edit.queue(servers));
        assertThat(assignee(moved)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUND_ROBIN", "LEAST_LOADED"})
    void ofManySubmittedAtOnceOnTwoNodesEachTechnicianGetsAsMany(AssignmentPolicy policy) throws Exception {
        policy(policy);
        var other = center.anotherNode();
        NewTicket form = NewTicket.of("Mail", "Help!").category("Servers");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<List<TicketId>>> opened = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var node = i % 2 == 0 ? center : other;
            opened.add(threads.submit(() -> {
                List<TicketId> mine = new ArrayList<>();
                for (int n = 0; n < 5; n++) {
                    mine.add(node.jane().open(form));
                }
                return mine;
            }));
        }
        List<StaffId> all = new ArrayList<>();
        for (Future<List<TicketId>> future : opened) {
            future.get().forEach(ticket -> all.add(who(ticket)));
        }
        threads.shutdown();

        assertThat(all).hasSize(20);
        assertThat(java.util.Collections.frequency(all, Cast.JOHN)).isEqualTo(10);
        assertThat(java.util.Collections.frequency(all, Cast.KATE)).isEqualTo(10);
    }

    private void policy(AssignmentPolicy policy) {
        center.admin().changeQueue(servers, QueueSettings.named("Servers").withAssignment(policy));
        center.settings(s -> s.withCategories(Category.of("Servers", servers)));
    }

    private void rules(SubmissionRule... rules) {
        center.admin().rules().save(RuleSet.none().withSubmission(rules));
    }

    private TicketId submitted() {
        center.settings(s -> s.withCategories(Category.of("Servers", servers)));
        return jane.open(NewTicket.of("Server down", "It is down.").category("Servers"));
    }

    private StaffId next() {
        return who(submitted());
    }

    private StaffId who(TicketId ticket) {
        return assignee(ticket).orElseThrow();
    }

    private Optional<StaffId> assignee(TicketId ticket) {
        return anna.ticket(ticket).header().assignee();
    }

    private List<SystemLine> lines(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(SystemLine.class::isInstance)
                .map(SystemLine.class::cast)
                .toList();
    }

    private List<String> why(TicketId ticket) {
        return anna.ticket(ticket).why().stream()
                .filter(why -> why.decision() == Why.Decision.ASSIGNED)
                .map(Why::because)
                .toList();
    }
}
