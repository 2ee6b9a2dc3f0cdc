// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result.Accepted;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A receipt and two answers are sent while something happens at one call after the other. */
@Tag("D8")
class DispatchCrashTest {
    private static final int FEWEST_STEPS = 10;
    private static final EmailAddress BOSS = EmailAddress.of("boss@jane.example");

    @Test
    void answersArriveInOrderAndAutomaticMailsNeverTwiceWhereverTheProcessDies() {
        int step = 1;
        for (Incident incident = outgoing(HostCalls.all());
                dies(incident, step);
                incident = outgoing(HostCalls.all())) {
            incident.recover();
            verify(incident.center, "step " + step);
            step++;
        }
        assertThat(step).as("crash points").isGreaterThan(40);
    }

    @Test
    void anAnswerLeavesTwiceAtMostAndAnAutomaticMailOnceHoweverOftenTheProcessDies() {
        for (int first = 1; dies(outgoing(HostCalls.all()), first); first += 4) {
            for (int second = 1; ; second += 5) {
                Incident incident = outgoing(HostCalls.all());
                dies(incident, first);
                incident.center.after(Duration.ofMinutes(11));
                HostCalls again = HostCalls.all();
                var process = incident.newProcess(again);
                again.dieAt(second);
                try {
                    process.background().runDue();
                } catch (HostCalls.Death itIsNoMore) {
                    // nobody is left to say so
                }
                if (!again.isReached()) {
                    break;
                }
                incident.recover();
                verify(incident.center, "steps " + first + " and " + second);
            }
        }
    }

    @Test
    void answersArriveInOrderAndAutomaticMailsNeverTwiceWhicheverCallOfTheStorageFails() {
        for (int step = 1; ; step++) {
            Incident incident = outgoing(HostCalls.all());
            incident.calls.at(
                    step,
                    part -> part.equals("storage") ? new Unavailable("storage", "as the test wants it", null) : null);
            incident.round();
            if (!incident.calls.isReached()) {
                assertThat(step).as("there is something to sweep over").isGreaterThan(FEWEST_STEPS);
                return;
            }
            incident.recover();
            verify(incident.center, "step " + step);
        }
    }

    @Test
    void everyMailLeavesOnceWhereverAnotherNodeComesInBetween() {
        for (int step = 1; ; step++) {
            Incident incident = outgoing(HostCalls.betweenUnits());
            incident.calls.at(step, part -> {
                incident.center.run();
                return null;
            });
            incident.round();
            if (!incident.calls.isReached()) {
                assertThat(step).as("there is something to sweep over").isGreaterThan(FEWEST_STEPS);
                return;
            }
            incident.recover();
            verify(incident.center, "step " + step);
            assertThat(sent(incident.center, mail -> true)).as("step %s", step).doesNotHaveDuplicates();
        }
    }

    @Test
    void answersArriveInOrderAndAutomaticMailsNeverTwiceWhereverTheProcessSleepsLongerThanItsLease() {
        for (int step = 1; ; step++) {
            Incident incident = outgoing(HostCalls.betweenUnits());
            incident.calls.at(step, part -> {
                incident.center.after(Duration.ofMinutes(11));
                incident.center.run();
                return null;
            });
            incident.round();
            if (!incident.calls.isReached()) {
                assertThat(step).as("there is something to sweep over").isGreaterThan(FEWEST_STEPS);
                return;
            }
            incident.recover();
            verify(incident.center, "step " + step);
        }
    }

    @Test
    void whoHasTheAnswerGetsItTwiceAtMostAndWhoIsDeferredGetsItWhereverTheProcessDies() {
        for (int step = 1; ; step++) {
            Incident incident = new Incident(HostCalls.all());
            TicketId ticket = incident.center.taken();
            incident.center.run();
            incident.center.mail().forgetSent();
            incident.center.john().answer(ticket, Answer.of("Fixed.").cc(BOSS.value()));
            incident.center.mail().answerNextWith(new Accepted(Map.of(), Map.of(BOSS, "450 greylisted")));
            boolean died = dies(incident, step);
            incident.recover();
            assertThat(copies(incident, MailTest.JANE))
                    .as("the requester's, step %s", step)
                    .isBetween(1L, 2L);
            assertThat(copies(incident, BOSS.value()))
                    .as("the copy, step %s", step)
                    .isBetween(1L, 2L);
            if (!died) {
                assertThat(step).as("there is something to sweep over").isGreaterThan(FEWEST_STEPS);
                assertThat(copies(incident, MailTest.JANE)).isEqualTo(1);
                return;
            }
        }
    }

    private static long copies(Incident incident, String recipient) {
        return incident.center.mail().sent().stream()
                .filter(mail -> mail.accepted().contains(EmailAddress.of(recipient)))
                .count();
    }

    /** A copy and a receipt of jane's ticket, two answers to it, and a receipt of mary's. */
    private static Incident outgoing(HostCalls calls) {
        Incident incident = new Incident(calls);
        TicketId ticket = incident.center.taken();
        incident.center.john().answer(ticket, Answer.of("First.").keepOpen());
        incident.center.john().answer(ticket, Answer.of("Second.").keepOpen());
        incident.center.mail().deliver(InboundMail.from(MailTest.MARY).bytes());
        return incident;
    }

    private static boolean dies(Incident incident, int step) {
        incident.calls.dieAt(step);
        incident.round();
        return incident.calls.isReached();
    }

    private static void verify(TestCenter center, String when) {
        List<String> first = sent(center, mail -> mail.contains("First."));
        List<String> second = sent(center, mail -> mail.contains("Second."));
        assertThat(first).as("the first answer, %s", when).hasSizeBetween(1, 2);
        assertThat(second).as("the second answer, %s", when).hasSizeBetween(1, 2);
        assertThat(Set.copyOf(first)).as("bytes of the first answer, %s", when).hasSize(1);
        assertThat(Set.copyOf(second))
                .as("bytes of the second answer, %s", when)
                .hasSize(1);
        List<String> answers = sent(center, mail -> !mail.contains("Auto-Submitted"));
        assertThat(answers.lastIndexOf(first.get(0)))
                .as("order of the answers, %s", when)
                .isLessThan(answers.indexOf(second.get(0)));
        assertThat(sent(center, mail -> mail.contains("Auto-Submitted")))
                .as("automatic mails, %s", when)
                .doesNotHaveDuplicates();
        assertThat(center.center().mailroom(Cast.ANNA).state().outbox().keySet())
                .as("nothing waits for ever, %s", when)
                .isSubsetOf(Delivery.State.SENT, Delivery.State.UNCERTAIN);
        Invariants.check(center);
    }

    private static List<String> sent(TestCenter center, Predicate<String> which) {
        return center.mail().sent().stream()
                .map(InMemoryMail.Sent::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(which)
                .collect(Collectors.toList());
    }
}
