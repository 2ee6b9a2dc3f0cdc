// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.AutoClosePutOff;
import dev.troubletickets.event.TicketEvent.AutoCloseStopped;
import dev.troubletickets.event.TicketEvent.AutoCloseWarned;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport.Work;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The customer is warned before a ticket closes by itself, and has the time that was promised (G5). */
@Tag("G5")
class CloseWarningTest extends BehaviourTest {
    private static final AutoClose RULE = AutoClose.afterDays(7).warning(2);

    @Test
    void theWarningComesFirstAndNamesTheDay() {
        TicketId ticket = answered();

        center.after(Duration.ofDays(5).minusNanos(1000));
        assertThat(center.run().count(Work.WARNED)).isZero();
        center.after(Duration.ofNanos(1000));
        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);

        assertThat(center.events(ticket)).endsWith(new AutoCloseWarned(TestCenter.START.plus(Duration.ofDays(7))));
        assertThat(lastMail().text()).contains("closed on March 9, 2026", "ticket " + ticket.value());
        assertThat(lastMail().messageId()).isPresent();
        assertThat(center.run().count(Work.WARNED)).isZero();
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void afterDownTimeTheCustomerStillHasThePromisedTime() {
        TicketId ticket = answered();

        center.after(Duration.ofDays(30));
        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(ticket).autoCloseAt()).contains(TestCenter.START.plus(Duration.ofDays(32)));

        center.after(Duration.ofDays(2).minusNanos(1000));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofNanos(1000));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void aReplyCancelsWarningAndClosing() {
        TicketId ticket = answered();
        center.after(Duration.ofDays(4));

        jane.reply(ticket, Reply.of("Still broken."));
        center.after(Duration.ofDays(30));

        assertThat(center.run().count(Work.WARNED)).isZero();
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
    }

    @Test
    @Tag("A9")
    void notesAreNoActivity() {
        TicketId ticket = answered();
        center.after(Duration.ofDays(5));
        kate.note(ticket, "Seems fine.");

        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void anotherAnswerBeginsAnewAndWarnsAgain() {
        TicketId ticket = answered();
        center.after(Duration.ofDays(6));
        center.run();
        john.answer(ticket, Answer.of("One more thing.").keepOpen());

        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isZero();
        center.after(Duration.ofDays(3));
        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);
    }

    @Test
    @Tag("D8")
    void nothingClosesWhileTheWarningHasNotLeft() {
        TicketId ticket = answered();
        center.after(Duration.ofDays(5));
        center.mail().answerNextWith(new Deferred("450 later"), new Deferred("450 later"));
        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);

        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isZero();
        Instant closesAt = john.ticket(ticket).autoCloseAt().orElseThrow();
        assertThat(closesAt).isAfterOrEqualTo(clock.instant().plus(Duration.ofDays(1)));
        assertThat(center.events(ticket)).endsWith(new AutoClosePutOff(closesAt));
        center.after(Duration.between(clock.instant(), closesAt).minusNanos(1000));
        assertThat(center.run().closed()).isZero();
        assertThat(lastMail().text()).contains("will be closed");
        center.after(Duration.ofNanos(1000));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("D8")
    @Tag("G1")
    void whoCouldNotBeWarnedKeepsTheTicketUntilThereIsAnotherAnswer() {
        TicketId ticket = answered();
        center.after(Duration.ofDays(5));
        center.mail().answerNextWith(new Rejected("550 5.1.1 no such mailbox"));
        center.run();

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
        assertThat(center.events(ticket)).endsWith(new AutoCloseStopped());
        assertThat(john.ticket(ticket).why())
                .extracting(Why::because)
                .contains(
                        "an automatic mail did not reach the requester; it does not close before another answer (G5)");
        center.after(Duration.ofDays(30));
        assertThat(center.run().closed()).isZero();

        john.answer(ticket, Answer.of("Are you there?"));
        center.run();
        center.after(Duration.ofDays(5));
        assertThat(center.run().count(Work.WARNED)).isEqualTo(1);
        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    @Tag("B1")
    void aQueueHasItsOwnWords() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withCloseWarning(Wording.of("Last call for {{number}}!")));
        TicketId ticket = answered();
        center.after(Duration.ofDays(5));
        center.run();

        assertThat(lastMail().text()).contains("Last call for " + ticket.value() + "!");
    }

    @Test
    void aWarningLiesBetweenTheAnswerAndTheClosing() {
        for (int wrong : new int[] {-1, 7, 8}) {
            assertThatThrownBy(() -> AutoClose.afterDays(7).warning(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (AutoClose rule : List.of(AutoClose.atOnce(), AutoClose.never())) {
            assertThatThrownBy(() -> rule.warning(1)).isInstanceOf(IllegalArgumentException.class);
        }
        for (AutoClose rule : List.of(AutoClose.atOnce(), AutoClose.never(), AutoClose.afterDays(7), RULE)) {
            assertThat(AutoClose.parse(rule.toString())).isEqualTo(rule);
        }
        for (String wrong : List.of("", "x", "7/", "7/7", "/2", "-1", "7/2/1")) {
            assertThatThrownBy(() -> AutoClose.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ParsedMail lastMail() {
        List<ParsedMail> sent = center.sent();
        return sent.get(sent.size() - 1);
    }

    private TicketId answered() {
        center.settings(s -> s.withAutoClose(RULE));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        center.run();
        return ticket;
    }
}
