// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import java.io.IOException;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An IMAP server that does not do its part. */
class ImapFailureTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @ParameterizedTest
    @ValueSource(strings = {"hang", "drop", "nonsense", "* BYE full", "* OK then hang", "* OK then drop"})
    @Tag("D1")
    void isUnavailable(String behaviour) {
        try (ScriptedServer server = new Misbehaving(behaviour)) {
            MailboxAccount account = MailboxAccount.imap(
                            "localhost", server.port(), "desk", Secret.of("tr0ub4dor"), "INBOX")
                    .withoutTls()
                    .timeOuts(SHORT, SHORT, SHORT);
            assertThatThrownBy(() -> account.mailbox().open())
                    .isInstanceOf(MailUnavailable.class)
                    .hasMessageContaining("localhost:" + server.port())
                    .hasMessageNotContaining("tr0ub4dor");
        }
    }

    private static final class Misbehaving extends ScriptedServer {
        private final String behaviour;

        Misbehaving(String behaviour) {
            super(ServerSocketFactory.getDefault());
            this.behaviour = behaviour;
        }

        @Override
        void converse(Line line) throws IOException {
            if (behaviour.startsWith("* ") || behaviour.equals("nonsense")) {
                line.say(behaviour);
                line.read();
            }
            if (behaviour.endsWith("hang")) {
                hang();
            }
        }
    }
}
