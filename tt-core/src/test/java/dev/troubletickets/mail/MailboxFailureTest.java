// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
class MailboxFailureTest extends MailTest {
    @Test
    void aServerThatIsDownIsShownAndTriedAgainAfterLongerAndLongerPauses() {
        mailbox.deliver(InboundMail.from(MARY).bytes());
        mailbox.unavailable(true);
        assertThat(center.run().failures()).isOne();
        Duration first = pause();
        assertThat(state().failures()).isOne();
        assertThat(state().lastError()).hasValueSatisfying(error -> {
            assertThat(error.reason()).contains("down");
            assertThat(error.at()).isEqualTo(clock.instant());
        });

        assertThat(center.run()).as("not before its pause is over").isEqualTo(RunReport.nothing());
        clock.set(state().nextPoll().orElseThrow());
        center.run();
        assertThat(state().failures()).isEqualTo(2);
        assertThat(pause()).isGreaterThan(first);
        for (int i = 0; i < 40; i++) {
            clock.set(state().nextPoll().orElseThrow());
            center.run();
        }
        assertThat(pause()).as("the longest pause").isLessThanOrEqualTo(Duration.ofMinutes(15));

        mailbox.unavailable(false);
        clock.set(state().nextPoll().orElseThrow());
        center.run();
        assertThat(state().failures()).isZero();
        assertThat(state().lastSuccess()).hasValue(clock.instant());
        assertThat(state().lastError())
                .as("it stays to be seen")
                .hasValueSatisfying(error -> assertThat(error.at()).isBefore(clock.instant()));
        assertThat(state().taken()).isOne();
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void aServerThatGoesAwayAtAnyCallLosesNothing() {
        for (int calls = 0; calls < 8; calls++) {
            mailbox.deliver(InboundMail.from(MARY).subject("A " + calls).bytes());
            mailbox.deliver(InboundMail.from(MARY).subject("B " + calls).bytes());
            mailbox.breakAfter(calls);
            for (int i = 0; i < 3; i++) {
                center.run();
                center.after(Duration.ofMinutes(16));
            }
            assertThat(tickets()).as("broken after %s calls", calls).hasSize(2 * calls + 2);
            assertThat(mailbox.size()).isZero();
        }
    }

    @Test
    void aServerThatBreaksInEverySessionIsEmptiedAllTheSame() {
        for (int i = 0; i < 6; i++) {
            mailbox.deliver(InboundMail.from(MARY).subject("Mail " + i).bytes());
        }
        for (int i = 0; i < 60 && mailbox.size() > 0; i++) {
            mailbox.breakAfter(4);
            center.run();
            center.after(Duration.ofMinutes(16));
        }

        assertThat(mailbox.size()).isZero();
        assertThat(tickets()).hasSize(6);
    }

    @Test
    void aMailThatTheServerCannotGiveHoldsUpNoOther() {
        SupportCenter process = node(builder -> builder.mail(OddServer.thatCannotGiveItsFirstMail(
                InboundMail.from(MARY).subject("Never").bytes(),
                InboundMail.from(MARY).subject("One").bytes(),
                InboundMail.from(MARY).subject("Two").bytes())));
        for (int i = 0; i < 60; i++) {
            process.background().runDue();
            center.after(Duration.ofMinutes(16));
        }

        assertThat(mailroom.state().mailboxes().stream().filter(state -> state.failures() > 0))
                .as("the failure stays visible")
                .hasSize(1);
        assertThat(tickets())
                .extracting(ticket -> ticket.header().subject().value())
                .containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void storedMailIsProcessedAndSentWhileTheMailboxIsDown() {
        john.pickUp(center.opened());
        mailbox.unavailable(true);
        RunReport report = center.run();

        assertThat(report.failures()).isOne();
        assertThat(report.sent()).isPositive();
    }

    @Test
    void mailWaitsWhileTheHostsDirectoryIsDown() {
        center.directory().goDown();
        mailbox.deliver(InboundMail.from(JANE).bytes());
        for (int i = 0; i < 10; i++) {
            center.run();
            center.after(Duration.ofMinutes(10));
        }
        center.directory().comeBack();
        assertThat(mailroom.state().waiting()).isOne();
        center.after(Duration.ofMinutes(16));
        center.run();

        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(1);
    }

    private MailboxState state() {
        return mailroom.state().mailboxes().get(0);
    }

    private Duration pause() {
        Instant next = state().nextPoll().orElseThrow();
        return Duration.between(clock.instant(), next);
    }
}
