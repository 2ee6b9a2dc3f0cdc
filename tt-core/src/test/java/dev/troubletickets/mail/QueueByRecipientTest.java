// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class QueueByRecipientTest extends MailTest {
    private static final String BILLING = "billing@example.com";

    private final QueueId billing =
            center.admin().createQueue(QueueSettings.named("Billing").withAddress(EmailAddress.of(BILLING)));

    @Test
    void aMailToAQueuesAddressOpensItsTicketThere() {
        assertThat(queue(InboundMail.from(STRANGER).to("Billing <Billing@Example.com>")))
                .isEqualTo(billing);
    }

    @Test
    void aMailToTheSupportAddressGoesToTheDefaultQueue() {
        assertThat(queue(InboundMail.from(STRANGER))).isEqualTo(center.defaultQueue());
    }

    @Test
    void theAddressItWasDeliveredToCountsWhereToAndCcNameNoQueue() {
        InboundMail mail = InboundMail.from(STRANGER).to("undisclosed@list.example");

        assertThat(queue(mail.header("Delivered-To", BILLING))).isEqualTo(billing);
        assertThat(queue(mail.header("X-Original-To", BILLING))).isEqualTo(billing);
        assertThat(queue(mail.header("Cc", BILLING))).isEqualTo(billing);
    }

    @Test
    void aFollowUpStaysInItsTicketsQueueWhateverItsRecipient() {
        TicketId ticket =
                opened(InboundMail.from(STRANGER).id("<1@elsewhere.example>").to(BILLING));
        receivedWithoutTicket(
                InboundMail.from(STRANGER).references("<1@elsewhere.example>").text("More."));

        assertThat(center.kept(ticket).state().queue()).isEqualTo(billing);
        assertThat(texts(ticket)).contains("More.");
    }

    private QueueId queue(InboundMail mail) {
        String subject = "Matter " + tickets().size();
        return center.kept(opened(mail.subject(subject))).state().queue();
    }
}
