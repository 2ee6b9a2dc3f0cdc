// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.view.MailOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
class TooLargeMailTest extends MailTest {
    private static final InboundMail LARGE = InboundMail.from(MARY).text("large ".repeat(1000));

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.mailLimits(new MailLimits(2000, 1000, 10, 5, 1000));
    }

    @Test
    void itStaysOnTheServerAndTheMailroomSaysSoOnce() {
        receive(LARGE, InboundMail.from(STRANGER));
        center.run();
        center.run();

        assertThat(mailbox.size()).isOne();
        assertThat(tickets()).as("the next mail is not held up").hasSize(1);
        assertThat(mailroom.state().quarantine())
                .singleElement()
                .satisfies(
                        kept -> assertThat(kept.reason()).contains("2000 bytes").contains("still in the mailbox"));
    }

    @Test
    void itIsTakenOnceTheLimitAllows() {
        receive(LARGE);
        SupportCenter generous = node(builder -> {});
        generous.background().runDue();

        assertThat(mailbox.size()).isZero();
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void replayingItDoesNotForgetWhyItIsKept() {
        receive(LARGE);
        mailroom.replay(mailroom.state().quarantine().get(0).mail());
        center.run();

        assertThat(mailroom.state().quarantine())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).contains("still in the mailbox"));
    }

    @Test
    void aMailBeyondAnotherLimitIsKeptAsideWithItsOriginal() {
        receive(InboundMail.from(MARY).text("x".repeat(1200)));

        assertThat(mailbox.size()).isZero();
        assertThat(taken(MailOutcome.QUARANTINED)).isOne();
        assertThat(mailroom.state().quarantine())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).contains("textCharacters"));
    }
}
