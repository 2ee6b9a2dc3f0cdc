// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Threat 5: somebody else's service is made to send a code to our support address, or ours is made to carry words to a third person.
 * So what we send by ourselves repeats nothing that came in.
 */
@Tag("D4")
@Tag("D7")
class TicketTrickTest extends MailTest {
    private static final String CANARY = "canary-4711";

    @Test
    void aReceiptQuotesNothingOfTheMail() {
        receive(InboundMail.from("Name " + CANARY + " <" + STRANGER + ">")
                .subject("Your code is " + CANARY)
                .text("Click https://evil.example/" + CANARY)
                .header("X-Other", CANARY)
                .header("Cc", CANARY + "@evil.example"));

        nothingSaysTheCanary();
    }

    @Test
    void norDoesTheWordAtATicketsEndInTheInstallationsOwnWords() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support")
                                .withNewTicketResponse(Wording.of("{{number}} {{queue}} {{name}} {{installation}}"))
                                .withResolvedResponse(Wording.of("{{number}} {{queue}} {{name}} {{installation}}")));
        TicketId ticket = opened(
                InboundMail.from(CANARY + " <" + STRANGER + ">").subject(CANARY).text(CANARY));
        center.after(Duration.ofHours(1));
        anna.close(ticket);
        center.run();

        assertThat(center.mail().sent()).hasSize(2);
        nothingSaysTheCanary();
    }

    @Test
    void norDoesTheReceiptOfAKnownCustomer() {
        receive(InboundMail.from(CANARY + " <" + JANE + ">").subject(CANARY).text(CANARY));

        assertThat(lastSent().text()).contains("Jane Doe");
        nothingSaysTheCanary();
    }

    @Test
    void aTicketOfAnUnknownSenderIsNobodysInThePanel() {
        receive(InboundMail.from("noreply@service.example").subject("Your code is 4711"));

        assertThat(jane.tickets(Optional.empty()).tickets()).isEmpty();
        assertThat(mary.tickets(Optional.empty()).tickets()).isEmpty();
    }

    @Test
    void anAddressOfTwoAccountsIsNobodysInThePanel() {
        center.directory().people().add(Account.of(AccountId.of("twin"), "Twin", EmailAddress.of(JANE)));
        receive(InboundMail.from(JANE));

        assertThat(jane.tickets(Optional.empty()).tickets()).isEmpty();
    }

    private void nothingSaysTheCanary() {
        center.run();
        assertThat(center.mail().sent())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(new String(sent.bytes(), UTF_8)).doesNotContain(CANARY));
    }
}
