// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.Wording;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MailSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));

    @Test
    void wordsOfOnesOwnInSeveralLanguages() {
        Queue support = ada.queues().get(0);
        // region: wording
        Wording receipt = Wording.of("Hello {{name}}, your number is {{number}}.")
                .in(Locale.GERMAN, "Guten Tag {{name}}, Ihre Nummer ist {{number}}.");
        ada.changeQueue(support.id(), support.settings().withNewTicketResponse(receipt));
        // endregion
        assertThat(ada.queues().get(0).settings().newTicketResponse()).contains(receipt);
    }

    @Test
    void noticesAndAnswersByMail() {
        StaffDesk tom = center.staff(StaffId.of("tom"));
        // region: notices
        tom.saveProfile(StaffProfile.of("Tom Keller", EmailAddress.of("tom@harbour.example"))
                .withNotices(Notice.NEW_TICKET, Notice.CUSTOMER_REPLIED));
        ada.give(StaffId.of("tom"), Permission.ANSWER_BY_MAIL);
        // endregion
        assertThat(tom.profile().orElseThrow().notices()).containsOnly(Notice.NEW_TICKET, Notice.CUSTOMER_REPLIED);
    }
}
