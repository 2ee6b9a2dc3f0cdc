// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.MailOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat 23: tokens nobody guesses, secrets that are strong or refused, and that stand nowhere. */
@Tag("D3")
class TokensAndSecretsTest extends MailTest {
    private static final int BITS_OF_A_DIGIT = 5;

    @Test
    void theSignatureOfAMessageIdHasAtLeast128Bits() {
        jane.open(NewTicket.of("Mail bounces", "Help"));

        for (ParsedMail mail : center.sent()) {
            String id = mail.messageId().orElseThrow();
            String[] parts = id.substring(1, id.indexOf('@')).split("\\.");
            assertThat(parts).hasSize(4);
            assertThat((parts[3].length() - 2) * BITS_OF_A_DIGIT).isGreaterThanOrEqualTo(128);
        }
    }

    @Test
    void noTwoMailsHaveOneId() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            jane.open(NewTicket.of("Mail bounces", "Help"));
        }
        center.sent()
                .forEach(mail ->
                        assertThat(ids.add(mail.messageId().orElseThrow())).isTrue());
        assertThat(ids).hasSize(600);
    }

    @Test
    void twoInstallationsDoNotRecogniseEachOthersIds() {
        jane.open(NewTicket.of("Mail bounces", "Help"));
        byte[] copy = center.mail().sent().isEmpty()
                ? firstSent()
                : center.mail().sent().get(0).bytes();
        SupportCenter other = node(builder ->
                builder.storage(InMemoryStorage.create()).secret(Secret.of("a secret of another installation")));
        center.mail().deliver(copy);
        other.background().runDue();

        assertThat(other.mailroom(Cast.ANNA).state().taken()).doesNotContainKey(MailOutcome.OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "shorter", "123456789012345"})
    void aShortSecretIsRefusedAndNotRepeated(String secret) {
        assertThatThrownBy(() -> node(builder -> builder.secret(Secret.of(secret))))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("shorter", "12345");
        assertThatThrownBy(() -> node(builder -> builder.secret(SECRET, Secret.of(secret))))
                .as("as a former one, too")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mailWithoutASecretIsRefused() {
        assertThatThrownBy(() -> SupportCenter.builder()
                        .storage(center.storage())
                        .identity(center.directory())
                        .mail(center.mail())
                        .installation("Example Hosting", "support@example.com")
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void theSecretStandsInNoLogNoMailAndNoView() {
        String canary = "canary-secret-0123456789";
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            SupportCenter process = node(builder -> builder.secret(Secret.of(canary), SECRET));
            center.mail().deliver(InboundMail.from(MARY).bytes());
            process.background().runDue();
            mailbox.unavailable(true);
            process.background().runDue();
            mailbox.unavailable(false);
            center.directory().goDown();
            center.mail().deliver(InboundMail.from(MARY).subject("Again").bytes());
            center.after(java.time.Duration.ofMinutes(1));
            process.background().runDue();
            center.directory().comeBack();
        } finally {
            System.setErr(before);
        }

        assertThat(center.mail().sent())
                .isNotEmpty()
                .noneMatch(sent -> new String(sent.bytes(), UTF_8).contains(canary));
        assertThat(mailroom.state().toString()).doesNotContain(canary);
        assertThat(Secret.of(canary).toString()).doesNotContain(canary);
        assertThat(log.toString(UTF_8)).doesNotContain(canary);
        assumeTrue(
                log.toString(UTF_8).contains("cannot be polled"), "warnings are logged where the test can read them");
    }

    private byte[] firstSent() {
        center.run();
        return center.mail().sent().get(0).bytes();
    }
}
