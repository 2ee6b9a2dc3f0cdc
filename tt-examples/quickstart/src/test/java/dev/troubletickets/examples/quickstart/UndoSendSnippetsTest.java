// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Scheduled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoSendSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));
    private final StaffDesk tom = center.staff(StaffId.of("tom"));

    @Test
    void anAnswerIsTakenBack() {
        ada.saveSettings(ada.settings().withUndoSend(Duration.ofSeconds(30)));
        tom.saveProfile(StaffProfile.of("Tom Berg", EmailAddress.of("tom@harbour.example")));
        TicketId ticket =
                center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));
        tom.pickUp(ticket);
        Upload log = Upload.of("log.txt", "text/plain", new byte[] {1, 2, 3});
        Instant tomorrow =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        // region: undo
        Optional<ScheduledId> held =
                tom.answer(ticket, Answer.of("Dear Jake, it is fixed.").attach(log)); // it leaves in 30 seconds
        Answer form = tom.scheduling().takeBack(held.orElseThrow()); // text, files and all; NotFound if it has left

        Answer mended =
                Answer.of("Dear Jane, it is fixed.").attach(form.attachments().get(0));
        ScheduledId later = tom.scheduling().answerAt(tomorrow, ticket, mended); // unless Jane writes first
        // endregion
        assertThat(form.text()).isEqualTo("Dear Jake, it is fixed.");
        assertThat(tom.ticket(ticket).scheduled()).extracting(Scheduled::id).containsExactly(later);
        assertThat(tom.ticket(ticket).messages()).hasSize(1);
    }
}
