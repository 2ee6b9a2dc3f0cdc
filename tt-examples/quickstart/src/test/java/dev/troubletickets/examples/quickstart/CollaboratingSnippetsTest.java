// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollaboratingSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final StaffDesk kim = center.staff(StaffId.of("kim"));

    @Test
    void aColleagueIsAskedIn() {
        QueueId mail = ada.createQueue(QueueSettings.named("Mail"));
        ada.entitle(StaffId.of("tom"), Set.of(mail));
        kim.saveProfile(StaffProfile.of("Kim Lind", EmailAddress.of("kim@harbour.example")));
        TicketId id = center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));
        tom.change(id, Edit.queue(mail));
        // region: collaborating
        tom.collaborating().invite(id, StaffId.of("kim"), CollaboratorRight.NOTE);

        kim.note(id, "It is the certificate of mx2.");
        boolean answers = kim.ticket(id).actions().allows(Action.ANSWER); // false, and INVITED_ONLY says why

        tom.collaborating().invite(id, StaffId.of("kim"), CollaboratorRight.ANSWER); // instead of the right before
        kim.answer(id, Answer.of("The certificate is renewed."));
        tom.collaborating().dismiss(id, StaffId.of("kim"));
        // endregion
        assertThat(answers).isFalse();
        assertThat(tom.ticket(id).messages()).hasSize(3);
        assertThatThrownBy(() -> kim.ticket(id)).isInstanceOf(NotFound.class);
    }
}
