// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.RuleTrials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trying rules on the tickets there are (B10). */
@Tag("B10")
class RuleTrialsTest extends BehaviourTest {
    private static final RuleSet BOUNCES = RuleSet.none()
            .withSubmission(SubmissionRule.of(
                    "Bounces",
                    Condition.all(Condition.is(Fact.PLAN, "Gold"), Condition.contains(Fact.TEXT, "bounces")),
                    Handling.nothing().priority(90).tags("bounce")));

    private final RulesAdmin rules = center.admin().rules();

    @Test
    @Tag("G1")
    void aTrialNamesTheTicketsTheRulesAndTheReasons() {
        TicketId bounces = center.opened();
        jane.open(NewTicket.of("Other", "Something else."));
        mary.open(NewTicket.of("Mail", "All bounces."));

        RuleTrials trial = rules.tryOut(BOUNCES, Optional.empty());

        assertThat(trial.tried()).isEqualTo(3);
        assertThat(trial.next()).isEmpty();
        assertThat(trial.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.id()).isEqualTo(bounces);
            assertThat(ticket.subject()).isEqualTo("Mail bounces");
            assertThat(ticket.rules()).singleElement().satisfies(rule -> {
                assertThat(rule.rule()).isEqualTo("Bounces");
                assertThat(rule.because()).hasToString("[plan is Gold: Gold, text contains bounces: bounces]");
                assertThat(rule.done())
                        .isEqualTo(Handling.nothing().priority(90).tags("bounce"));
            });
        });
    }

    @Test
    void itChangesAndSavesNothing() {
        TicketId ticket = center.opened();
        var before = center.kept(ticket);

        rules.tryOut(BOUNCES, Optional.empty());

        assertThat(center.kept(ticket)).isEqualTo(before);
        assertThat(rules.current()).isEqualTo(RuleSet.none());
        assertThat(center.events(ticket)).hasSize(1);
    }

    @Test
    void itGoesPageByPageThroughAllTickets() {
        for (int i = 0; i < 120; i++) {
            (i % 60 == 0 ? jane : mary).open(NewTicket.of("Number " + i, "It bounces."));
        }
        List<String> found = new ArrayList<>();
        List<Integer> tried = new ArrayList<>();
        Optional<PageToken> from = Optional.empty();
        do {
            RuleTrials page = rules.tryOut(BOUNCES, from);
            page.tickets().forEach(ticket -> found.add(ticket.subject()));
            tried.add(page.tried());
            from = page.next();
        } while (from.isPresent());

        assertThat(tried).containsExactly(50, 50, 20);
        assertThat(found).containsExactly("Number 60", "Number 0");
    }

    @Test
    @Tag("B2")
    @Tag("E3")
    void itNeedsThePermissionAndNeverLooksBeyondWhatOneSees() {
        QueueId secret = center.queue("Secret");
        RuleSet all = RuleSet.none()
                .withSubmission(SubmissionRule.of(
                        "All", Condition.always(), Handling.nothing().priority(1)));
        TicketId hidden = center.opened();
        anna.change(hidden, dev.troubletickets.command.Edit.queue(secret));
        TicketId shown = center.opened();
        RulesAdmin johns = center.center().administration(Cast.JOHN).rules();
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.tryOut(all, Optional.empty()));

        center.admin().give(Cast.JOHN, Permission.RULES);

        assertThat(johns.tryOut(all, Optional.empty()).tickets())
                .extracting(RuleTrials.Trial::id)
                .containsExactly(shown);
        assertThat(rules.tryOut(all, Optional.empty()).tickets()).hasSize(2);
    }

    @Test
    void rulesThatCannotBeSavedCannotBeTried() {
        RuleSet foreign = RuleSet.none()
                .withSubmission(SubmissionRule.of(
                        "A", Condition.always(), Handling.nothing().queue(QueueId.of(999))));

        Expect.in(center).invalid("rules.submission[0].then.queue", () -> rules.tryOut(foreign, Optional.empty()));
    }

    @Test
    void aPageOfOtherRulesIsRefused() {
        for (int i = 0; i < 51; i++) {
            center.opened();
        }
        Optional<PageToken> next = rules.tryOut(BOUNCES, Optional.empty()).next();

        assertThat(next).isPresent();
        Expect.in(center).invalid("page", () -> rules.tryOut(RuleSet.none(), next));
    }
}
