// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.AutomaticMailLimits;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings are kept whole, and in force on every node within five seconds. */
class SettingsTest extends BehaviourTest {
    @Test
    @Tag("E3")
    void everySettingIsReadAsItWasSaved() {
        Settings all = Settings.of("Other Hosting", EmailAddress.of("help@other.example"))
                .withAutoClose(AutoClose.afterDays(14))
                .withTakeOverBeforeClosing(true)
                .withReceipts(false)
                .withCheckSenderAddress(false)
                .withCustomersSetPriority(true)
                .withSections(false, false)
                .withCategories(Category.of("Web"), Category.of("Mail", center.defaultQueue()))
                .withHighlightDomains(Set.of("vip.example", "press.example"))
                .withLimits(new Limits(1, 2, 3, 4))
                .withAutomaticMail(new AutomaticMailLimits(1, 2, 3, 4))
                .withMessagesPerHour(7);

        center.admin().saveSettings(all);

        assertThat(center.admin().settings()).isEqualTo(all);
        assertThat(center.anotherNode().admin().settings()).isEqualTo(all);
    }

    @Test
    @Tag("E3")
    void whatAnOlderVersionDidNotSaveHasItsDefault() {
        center.storage().write(unit -> {
            Document old = unit.documents().find("settings").orElseThrow();
            String without = old.text()
                    .replaceFirst("\"receipts\":true,", "")
                    .replaceFirst("\"cc\":20,?", "")
                    .replaceFirst("\"automaticMail\":\\{[^}]*},?", "");
            assertThat(without).doesNotContain("receipts", "\"cc\"", "automaticMail");
            unit.documents().save(new Document("settings", old.version() + 1, without.replace(",}", "}")));
            return old;
        });

        Settings read = center.anotherNode().admin().settings();

        assertThat(read.receipts()).isTrue();
        assertThat(read.limits()).isEqualTo(Limits.defaults());
        assertThat(read.automaticMail()).isEqualTo(AutomaticMailLimits.defaults());
        assertThat(read.installation()).isEqualTo(center.admin().settings().installation());
    }

    @Test
    @Tag("A10")
    void theNodeThatSavesFollowsAtOnceAndTheOthersWithinFiveSeconds() {
        TestCenter other = center.anotherNode();
        other.jane().newTicketForm();

        center.settings(s -> s.withCustomersSetPriority(true));

        assertThat(jane.newTicketForm().priorityAllowed()).isTrue();
        center.after(Duration.ofSeconds(5));
        assertThat(other.jane().newTicketForm().priorityAllowed()).isTrue();
    }

    @Test
    @Tag("B1")
    void aTicketIsNeverOpenedIntoAQueueThatAnotherNodeDeleted() {
        QueueId billing = center.queue("Billing");
        center.settings(s -> s.withCategories(Category.of("Invoices", billing)));
        TestCenter other = center.anotherNode();
        other.jane().newTicketForm();
        center.admin().deleteQueue(billing, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        TicketId ticket = other.jane().open(NewTicket.of("Invoice", "Wrong.").category("Invoices"));

        assertThat(john.ticket(ticket).header().queue()).isEqualTo(center.defaultQueue());
    }

    @Test
    void theSettingsOfAStorageThatHasSomeStayWhenACenterIsBuiltAnew() {
        center.settings(s -> s.withInstallation("Renamed"));

        assertThat(center.anotherNode().admin().settings().installation()).isEqualTo("Renamed");
    }

    @Test
    void aCenterSaysWhichPartItNeeds() {
        assertThatThrownBy(() -> SupportCenter.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("storage");
        assertThatThrownBy(() -> SupportCenter.builder()
                        .storage(InMemoryStorage.create())
                        .identity(center.directory())
                        .installation("X", "x@example.com")
                        .mail(InMemoryMail.create())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void withoutMailTicketsLiveInThePanelAlone() {
        SupportCenter panel = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(center.directory())
                .installation("X", "x@example.com")
                .clock(clock)
                .build();
        StaffDesk desk = panel.staff(Cast.JOHN);
        desk.saveProfile(Cast.JOHNS_PROFILE);
        TicketId ticket = panel.customer(Cast.JANE.id()).open(NewTicket.of("Mail", "Help!"));
        desk.pickUp(ticket);
        desk.answer(ticket, Answer.of("Fixed."));

        assertThat(panel.customer(Cast.JANE.id()).ticket(ticket).messages()).hasSize(2);
        assertThat(desk.ticket(ticket).messages().get(1).delivery()).isEmpty();
        assertThat(panel.background().runDue()).isEqualTo(RunReport.nothing());
    }
}
