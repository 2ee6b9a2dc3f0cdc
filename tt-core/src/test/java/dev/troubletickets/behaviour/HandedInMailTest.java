// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that come by a pipe or a hook (D1). */
@Tag("D1")
class HandedInMailTest extends MailTest {
    private static final String HOOK = "hook";
    private static final InboundMail MAIL = InboundMail.from(MARY).id("<1@mary.example>");

    @Test
    void itIsKeptAtOnceAndOpensATicketWithTheNextRound() {
        assertThat(handIn(HOOK, MAIL.bytes())).isTrue();
        assertThat(mailroom.state().waiting()).isOne();
        assertThat(tickets()).isEmpty();
        center.run();

        assertThat(tickets()).hasSize(1);
        assertThat(taken(MailOutcome.OPENED)).isOne();
        assertThat(mailroom.state().mailboxes())
                .extracting(box -> box.name())
                .as("nobody polls it")
                .doesNotContain(HOOK);
    }

    @Test
    void handedInAgainItIsTakenOnce() {
        assertThat(handIn(HOOK, MAIL.bytes())).isTrue();
        assertThat(handIn(HOOK, MAIL.bytes())).isFalse();
        center.run();
        assertThat(handIn(HOOK, MAIL.bytes())).isFalse();
        center.run();

        assertThat(tickets()).hasSize(1);
        assertThat(mailroom.state().taken()).containsOnlyKeys(MailOutcome.OPENED);
    }

    @Test
    void theSameMailFromElsewhereIsADuplicate() {
        receive(MAIL);
        assertThat(handIn(HOOK, MAIL.bytes())).isTrue();
        assertThat(handIn("pipe", MAIL.bytes())).isTrue();
        center.run();

        assertThat(tickets()).hasSize(1);
        assertThat(taken(MailOutcome.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void whatIsBrokenIsQuarantinedUnderItsSource() {
        SupportCenter narrow = node(builder -> builder.mailLimits(new MailLimits(1_000, 100, 10, 10, 1_000)));
        byte[] mail = ("X: " + "x".repeat(500) + "\r\n\r\nb\r\n").getBytes(StandardCharsets.US_ASCII);
        narrow.background().receive(HOOK, new ByteArrayInputStream(mail));
        narrow.background().runDue();

        assertThat(mailroom.state().quarantine()).singleElement().satisfies((Kept kept) -> {
            assertThat(kept.mailbox()).isEqualTo(HOOK);
            assertThat(kept.bytes()).isEqualTo(mail.length);
        });
    }

    @Test
    void whatIsTooLargeIsRefusedAndNotKept() {
        SupportCenter narrow = node(builder -> builder.mailLimits(new MailLimits(100, 100, 10, 10, 1_000)));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThatThrownBy(() -> narrow.background().receive(HOOK, endless))
                .isInstanceOfSatisfying(
                        OverLimit.class, limit -> assertThat(limit.allowed()).isEqualTo(100));
        assertThat(narrow.background().receive(HOOK, new ByteArrayInputStream(new byte[100])))
                .as("as large as it may be")
                .isTrue();
        assertThat(mailroom.state().waiting()).isOne();
    }

    @Test
    void whatBreaksOffIsNotKept() {
        InputStream broken = new InputStream() {
            private int left = 50;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("broken pipe");
                }
                return 'a';
            }
        };
        assertThatThrownBy(() -> center.center().background().receive(HOOK, broken))
                .isInstanceOf(Unavailable.class);
        assertThat(mailroom.state().waiting()).isZero();
    }

    @Test
    void anEmptyMailIsAMistakeOfTheHost() {
        assertThatThrownBy(() -> handIn(HOOK, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "memory"})
    void aSourceHasANameOfItsOwn(String source) {
        assertThatThrownBy(() -> handIn(source, MAIL.bytes())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handIn("x".repeat(191), MAIL.bytes())).isInstanceOf(IllegalArgumentException.class);
        assertThat(handIn("x".repeat(190), MAIL.bytes())).isTrue();
    }

    @Test
    void aCenterWithoutMailTakesNone() {
        SupportCenter silent = SupportCenter.builder()
                .storage(center.storage())
                .identity(center.directory())
                .installation("Example Hosting", TestCenter.SUPPORT)
                .clock(clock)
                .build();
        assertThatThrownBy(() -> silent.background().receive(HOOK, new ByteArrayInputStream(MAIL.bytes())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean handIn(String source, byte[] mail) {
        return center.center().background().receive(source, new ByteArrayInputStream(mail));
    }
}
