// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Preferences;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.messages.PrivateMessage;
import dev.troubletickets.messages.PrivateMessageRow;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerComment;
import dev.troubletickets.view.TaskPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmongStaffSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final StaffDesk kim = center.staff(StaffId.of("kim"));

    @Test
    void aTask() {
        TicketId id = center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));
        Instant tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        StaffProfile profile = StaffProfile.of("Kim Lind", EmailAddress.of("kim@harbour.example"));
        // region: tasks
        kim.saveProfile(profile.withNotices(Notice.TASK_ASSIGNED)); // by mail, as each chooses

        TaskId task = tom.tasks()
                .create(NewTask.of("Renew the certificate of mx2", StaffId.of("kim"))
                        .due(tomorrow)
                        .ticket(id));

        TaskPage mine = kim.tasks().list(TaskList.mine(), Optional.empty()); // or overdue(), done(), createdByMe()
        kim.tasks().note(task, "Ordered; it takes an hour.");
        int open = tom.ticket(id).tasks().open(); // until it is none, the ticket does not close by itself
        kim.tasks().done(task);
        // endregion
        assertThat(mine.tasks()).hasSize(1);
        assertThat(open).isEqualTo(1);
        assertThat(tom.tasks().task(task).row().isDone()).isTrue();
    }

    @Test
    void aPrivateMessage() {
        // region: privateMessages
        tom.privateMessages().send(NewPrivateMessage.of("Friday", "Can you take my shift?", StaffId.of("kim")));

        long unread = kim.privateMessages().unread(); // for a badge
        PrivateMessageRow first =
                kim.privateMessages().inbox(Optional.empty()).messages().get(0);
        PrivateMessage read = kim.privateMessages().message(first.id());
        kim.privateMessages().deleteReceived(Set.of(first.id())); // tom keeps his
        // endregion
        assertThat(unread).isEqualTo(1);
        assertThat(read.text()).isEqualTo("Can you take my shift?");
        assertThat(tom.privateMessages().sent(Optional.empty()).messages()).hasSize(1);
    }

    @Test
    void ownSettings() {
        // region: preferences
        tom.savePreferences(Preferences.none()
                .withFont("Verdana, sans-serif")
                .withFontSize(14)
                .withSections(true, false)); // answered, on hold

        boolean onHold = tom.dashboard().onHold().isPresent(); // whatever the settings say
        // endregion
        assertThat(onHold).isFalse();
        assertThat(tom.preferences().fontSize()).contains(14);
    }

    @Test
    void aCommentOnACustomer() {
        TicketId id = center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));
        // region: comment
        tom.customers().comment(AccountId.of("jane"), 0, "Prefers to be called."); // 0: there was none

        Optional<CustomerComment> comment = kim.ticket(id).comment();
        // endregion
        assertThat(comment.orElseThrow().text()).isEqualTo("Prefers to be called.");
    }
}
