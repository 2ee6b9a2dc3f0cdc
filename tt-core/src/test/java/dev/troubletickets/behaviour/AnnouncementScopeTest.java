// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.kit.TestCenter.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.AnnouncementMet;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.NewTicketForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom an announcement is for: a queue's tickets, a service's, a group's (G13). */
@Tag("G13")
class AnnouncementScopeTest extends MailTest {
    private static final Announcement STOP =
            Announcement.of(Wording.of("An outage."), START).stoppingIntake();
    private static final NewTicket FORM = NewTicket.of("Mail", "It is down.");

    @Test
    void ofAQueueItIsForTheCategoriesThatGoThere() {
        QueueId sales = center.queue("Sales");
        center.settings(s -> s.withCategories(Category.of("Orders", sales), Category.of("Web")));
        announce(STOP.forQueue(sales));

        NewTicketForm form = jane.newTicketForm();
        assertThat(form.announcementsOf(Optional.of("Orders"), Optional.of("jane.example")))
                .hasSize(1);
        assertThat(form.announcementsOf(Optional.of("Web"), Optional.empty())).isEmpty();
        assertThat(form.announcementsOf(Optional.empty(), Optional.empty())).isEmpty();
        refused(FORM.category("Orders"));
        jane.open(FORM.category("Web"));
        jane.open(FORM);
    }

    @Test
    void ofAQueueItIsForMailsToItsAddress() {
        QueueId sales = center.admin()
                .createQueue(QueueSettings.named("Sales").withAddress(EmailAddress.of("sales@example.com")));
        announce(STOP.forQueue(sales));

        assertThat(met(InboundMail.from(STRANGER).to("sales@example.com").subject("One")))
                .isTrue();
        assertThat(met(InboundMail.from(STRANGER).subject("Two"))).isFalse();
    }

    @Test
    void ofAServiceItIsForTicketsAboutItByNameOrByKind() {
        announce(STOP.forService("JANE-vps"));
        NewTicketForm form = jane.newTicketForm();
        assertThat(form.announcementsOf(Optional.empty(), Optional.of("jane-vps")))
                .hasSize(1);
        assertThat(form.announcementsOf(Optional.empty(), Optional.of("jane.example")))
                .isEmpty();
        refused(FORM.service("jane-vps"));
        jane.open(FORM.service("jane.example"));

        announce(STOP.forService("web hosting"));
        refused(FORM.service("jane.example"));
        jane.open(FORM.service("jane-vps"));
    }

    @Test
    void whoNamesNoServiceIsAskedForAllTheyHave() {
        announce(STOP.forService("web hosting"));

        refused(FORM);
        mary.open(FORM);
        assertThat(mary.newTicketForm().announcements()).isEmpty();
        assertThat(met(InboundMail.from(JANE).subject("One"))).isTrue();
        assertThat(met(InboundMail.from(STRANGER).subject("Two"))).isFalse();
    }

    @Test
    void ofAGroupItIsForItsAccounts() {
        center.directory().people().add(Cast.JANE.withGroup("Reseller plan"));
        announce(STOP.forGroup("reseller PLAN"));

        refused(FORM);
        mary.open(FORM);
        assertThat(met(InboundMail.from("jane@home.example").subject("One"))).isTrue();
        assertThat(met(InboundMail.from(STRANGER).subject("Two"))).isFalse();
    }

    @Test
    void allThatIsNamedMustFit() {
        center.directory().people().add(Cast.JANE.withGroup("Gold"));
        center.directory().people().add(Cast.BOB.withGroup("Silver"));
        announce(STOP.forGroup("Gold").forService("web hosting"));

        refused(FORM.service("jane.example"));
        jane.open(FORM.service("jane-vps"));
        center.bob().open(FORM.service("bob.example"));
    }

    private void announce(Announcement... announcements) {
        center.admin().announcements().save(List.of(announcements));
    }

    private void refused(NewTicket form) {
        Expect.in(center).refused(Refusal.INTAKE_STOPPED, () -> jane.open(form));
    }

    /** A mail opens a ticket in any case; whether an announcement was in force for it. */
    private boolean met(InboundMail mail) {
        return !events(opened(mail), AnnouncementMet.class).isEmpty();
    }
}
