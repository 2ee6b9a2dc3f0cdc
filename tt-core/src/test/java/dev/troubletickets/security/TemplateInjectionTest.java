// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat 18: a wording reaches four values and nothing else; a value is never taken for a wording. */
@Tag("D7")
class TemplateInjectionTest extends MailTest {
    private static final QueueSettings SUPPORT = QueueSettings.named("Support");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{subject}}",
                "{{text}}",
                "{{name.class}}",
                "{{name.bytes}}",
                "{{number.value}}",
                "{{installation.length}}",
                "{{class}}",
                "{{getClass}}",
                "{{toString}}",
                "{{entrySet}}",
                "{{size}}",
                "{{empty}}",
                "{{> /etc/passwd}}",
                "{{>name}}",
                "{{#unknown}}x{{/unknown}}",
                "{{^unknown}}x{{/unknown}}",
                "{{#name}}{{class}}{{/name}}",
                "{{#name}}{{bytes}}{{/name}}",
                "{{#name}}x",
                "{{name",
                "{{/name}}",
                "{{}}",
                "{{<parent}}{{/parent}}",
                "{{name}} {{this}}",
                "{{.}}",
                "{{#name}}{{this}}{{/name}}",
                "{{-first}}",
                "{{{name}}}",
                "{{&name}}",
                "{{! a comment }}",
                "{{name}} {{number}",
                "{{=<% %>=}}<%unknown%>"
            })
    void whatIsNotOneOfTheFourIsRefusedAtSave(String words) {
        Wording wording = Wording.of("Hello " + words);

        Expect.in(center)
                .invalid(
                        "newTicketResponse",
                        () -> center.admin()
                                .changeQueue(center.defaultQueue(), SUPPORT.withNewTicketResponse(wording)));
        Expect.in(center)
                .invalid(
                        "resolvedResponse",
                        () -> center.admin()
                                .createQueue(QueueSettings.named("Other").withResolvedResponse(wording)));
    }

    @Test
    void textThatIsNoPlaceholderStaysAsItIs() {
        String words = "{ {number} } }} {{ number }} {} <%= name %> $name #name";
        center.admin().changeQueue(center.defaultQueue(), SUPPORT.withNewTicketResponse(Wording.of(words)));
        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(lastSent().text()).isEqualTo(words.replace("{{ number }}", Long.toString(ticket.value())));
    }

    @Test
    void aValueThatHoldsAPlaceholderStaysAsItIs() {
        String name = "{{installation}} {{#name}}{{number.class}}{{/name}} {{>x}} ${7*7} <%= 1 %>";
        center.directory().people().add(Account.of(Cast.JANE.id(), name, EmailAddress.of(JANE)));
        center.admin().changeQueue(center.defaultQueue(), SUPPORT.withNewTicketResponse(Wording.of("Dear {{name}}")));
        receive(InboundMail.from(JANE));

        assertThat(lastSent().text()).isEqualTo("Dear " + name);
    }

    @Test
    void valuesAreNotEscapedAsForAPage() {
        center.directory().people().add(Account.of(Cast.JANE.id(), "Jane & <Co>", EmailAddress.of(JANE)));
        receive(InboundMail.from(JANE));

        assertThat(lastSent().text()).contains("Hello Jane & <Co>,");
    }

    @Test
    void anAnswersTextIsNoWording() {
        john.answer(center.taken(), Answer.of("Write {{name}} and {{#x}} there."));

        assertThat(lastSent().text()).contains("Write {{name}} and {{#x}} there.");
    }
}
