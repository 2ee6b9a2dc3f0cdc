// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.SafeHtml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail on which the parser fails. */
@Tag("D1")
class PoisonMailTest extends MailTest {
    private static final byte[] POISON =
            InboundMail.from(MARY).text("poison \u00e4").bytes();

    private Faulty format;
    private InMemoryMail post;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        format = new Faulty();
        post = InMemoryMail.with(format, "faulty");
        builder.mail(post);
    }

    @Test
    void itDoesNotHoldUpTheNextMail() {
        post.deliver(POISON);
        post.deliver(InboundMail.from(STRANGER).bytes());
        center.run();

        assertThat(tickets()).hasSize(1);
        assertThat(mailroom.state().waiting()).isOne();
        assertThat(post.mailbox().size()).isZero();
    }

    @Test
    void itIsTriedFiveTimesWithPausesAndThenKeptAside() {
        post.deliver(POISON);
        center.run();
        center.run();
        assertThat(format.tries).as("not before its pause is over").isOne();
        for (int i = 0; i < 20; i++) {
            center.after(Duration.ofMinutes(10));
            center.run();
        }

        assertThat(format.tries).isEqualTo(5);
        assertThat(mailroom.state().waiting()).isZero();
        assertThat(mailroom.state().quarantine()).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).contains("IllegalStateException");
            assertThat(kept.reason())
                    .as("the parser's words may hold the mail's")
                    .doesNotContain("poison");
            assertThat(kept.bytes()).isEqualTo(POISON.length);
        });
    }

    @Test
    void itsOriginalIsKeptByteForByte() {
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        mailroom.original(quarantined().mail(), original);

        assertThat(original.toByteArray()).isEqualTo(POISON);
    }

    @Test
    void itIsProcessedAgainOnceTheParserIsMended() {
        long mail = quarantined().mail();
        format.mended = true;
        mailroom.replay(mail);
        center.run();

        assertThat(tickets()).hasSize(1);
        assertThat(taken(MailOutcome.OPENED)).isOne();
        assertThat(mailroom.state().quarantine()).isEmpty();
        assertThatThrownBy(() -> mailroom.replay(mail)).isInstanceOf(NotFound.class);
    }

    @Test
    void replayedInVainItIsKeptAsideAgain() {
        mailroom.replay(quarantined().mail());
        for (int i = 0; i < 20; i++) {
            center.run();
            center.after(Duration.ofMinutes(10));
        }

        assertThat(mailroom.state().quarantine()).hasSize(1);
        assertThat(mailroom.state().waiting()).isZero();
    }

    @Test
    void itCanBePutAwayAndItsOriginalStays() {
        long mail = quarantined().mail();
        mailroom.discard(mail);
        center.run();

        assertThat(mailroom.state().quarantine()).isEmpty();
        assertThat(taken(MailOutcome.DISCARDED)).isOne();
        assertThatThrownBy(() -> mailroom.replay(mail)).isInstanceOf(NotFound.class);
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        mailroom.original(mail, original);
        assertThat(original.toByteArray()).isEqualTo(POISON);
    }

    private Kept quarantined() {
        post.deliver(POISON);
        for (int i = 0; i < 20; i++) {
            center.run();
            center.after(Duration.ofMinutes(10));
        }
        return mailroom.state().quarantine().get(0);
    }

    /** Fails on every mail that holds the word poison, until it is mended. */
    private static final class Faulty implements MailFormat {
        private final MailFormat plain = InMemoryMail.create().format();
        private boolean mended;
        private int tries;

        @Override
        public ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded {
            boolean poison = new String(raw, StandardCharsets.UTF_8).contains("poison");
            if (poison && !mended) {
                tries++;
                throw new IllegalStateException("cannot read poison");
            }
            return plain.parse(raw, limits);
        }

        @Override
        public Optional<SafeHtml> html(byte[] raw, MailLimits limits) throws LimitExceeded {
            return plain.html(raw, limits);
        }

        @Override
        public byte[] compose(OutgoingMail mail) {
            return plain.compose(mail);
        }

        @Override
        public byte[] composeContent(OutgoingMail mail) {
            return plain.composeContent(mail);
        }

        @Override
        public byte[] composeEncrypted(OutgoingMail mail, String armored) {
            return plain.composeEncrypted(mail, armored);
        }
    }
}
