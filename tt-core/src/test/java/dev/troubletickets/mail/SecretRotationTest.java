// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reply to a mail that the former secret has signed, from an address the storage knows nothing else of. */
@Tag("D3")
class SecretRotationTest extends MailTest {
    private static final Secret NEWER = Secret.of("fedcba9876543210fedcba9876543210");

    private TicketId ticket;
    private ParsedMail answer;

    @BeforeEach
    void anAnswerUnderTheFormerSecret() {
        ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        answer = lastSent();
    }

    @Test
    void itIsRecognisedWhileTheFormerSecretIsNamed() {
        node(
                builder -> builder.secret(NEWER, SECRET),
                InboundMail.from(JANE).references(root()).subject("Thanks"));

        assertThat(tickets()).hasSize(1);
    }

    @Test
    void itIsNotOnceTheFormerSecretIsDropped() {
        node(
                builder -> builder.secret(NEWER),
                InboundMail.from(JANE).references(root()).subject("Thanks"));

        assertThat(tickets()).hasSize(2);
    }

    @Test
    void newMailsAreSignedByTheCurrentSecret() {
        SupportCenter rotated = node(builder -> builder.secret(NEWER, SECRET));
        rotated.staff(Cast.JOHN).reopen(ticket);
        rotated.staff(Cast.JOHN).answer(ticket, Answer.of("Once more."));
        ParsedMail later = lastSent();
        String root = later.references().get(later.references().size() - 1);
        node(
                builder -> builder.secret(NEWER),
                InboundMail.from(JANE).references(root).subject("Thanks"));

        assertThat(tickets()).hasSize(1);
    }

    /** The one reference that no storage keeps: it is recognised by its signature alone. */
    private String root() {
        return answer.references().get(answer.references().size() - 1);
    }

    private void node(Consumer<SupportCenter.Builder> wiring, InboundMail mail) {
        center.mail().deliver(mail.bytes());
        node(wiring).background().runDue();
    }
}
