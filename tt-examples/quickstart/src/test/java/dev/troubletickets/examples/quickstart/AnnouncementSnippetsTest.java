// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.AnnouncementsAdmin;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.QueueId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));

    @Test
    void announcementsAndMessagesPerHour() {
        Instant now = Clock.systemUTC().instant();
        QueueId sales = ada.createQueue(QueueSettings.named("Sales"));
        ada.saveSettings(ada.settings().withCategories(Category.of("Orders", sales)));
        // region: announcements
        AnnouncementsAdmin announcements = ada.announcements();
        announcements.save(List.of(
                Announcement.of(Wording.of("web3 is down; we are at it."), now)
                        .forService("web hosting")
                        .until(now.plus(Duration.ofHours(6))),
                Announcement.of(Wording.of("We move office today, and take no new orders until tomorrow."), now)
                        .forQueue(sales)
                        .stoppingIntake()));
        ada.saveSettings(ada.settings().withMessagesPerHour(20));
        // endregion
        CustomerDesk jane = center.customer(AccountId.of("jane"));
        assertThat(jane.newTicketForm().announcementsOf(Optional.of("Orders"), Optional.empty()))
                .anyMatch(shown -> shown.stopsIntake());
        assertThatThrownBy(() -> jane.open(NewTicket.of("An order", "One more.").category("Orders")))
                .isInstanceOf(NotPermitted.class)
                .hasMessage("We move office today, and take no new orders until tomorrow.");
        jane.open(NewTicket.of("A question", "How do I …?"));
    }
}
