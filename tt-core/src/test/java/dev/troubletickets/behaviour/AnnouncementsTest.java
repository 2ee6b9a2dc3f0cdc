// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.kit.TestCenter.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.AnnouncementsAdmin;
import dev.troubletickets.event.TicketEvent.AnnouncementMet;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SavedAnnouncements;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Announcements are told before a customer writes, and may stop the intake of the panel (G13). */
@Tag("G13")
class AnnouncementsTest extends MailTest {
    private static final String TEXT = "The mail servers are down until noon.";
    private static final Announcement SHOWN = Announcement.of(Wording.of(TEXT), START);
    private static final Announcement STOP = SHOWN.stoppingIntake();
    private static final NewTicket FORM = NewTicket.of("Mail", "It is down.");

    private final AnnouncementsAdmin admin = center.admin().announcements();

    @Test
    void itIsShownOnTheFormAndAtTheHeadOfTheReceipt() {
        admin.save(List.of(SHOWN));

        assertThat(jane.newTicketForm().announcementsOf(Optional.empty(), Optional.empty()))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.text()).isEqualTo(TEXT);
                    assertThat(shown.stopsIntake()).isFalse();
                });
        TicketId ticket = jane.open(FORM);

        assertThat(sentTo(JANE))
                .singleElement()
                .satisfies(receipt ->
                        assertThat(receipt.text()).startsWith(TEXT + "\n\n").contains("ticket " + ticket.value()));
        assertThat(events(ticket, AnnouncementMet.class)).containsExactly(new AnnouncementMet(TEXT, false));
        assertThat(anna.ticket(ticket).why())
                .extracting(Why::decision, Why::because)
                .containsExactly(tuple(Why.Decision.ANNOUNCED, "an announcement was in force (G13): " + TEXT));
    }

    @Test
    void oneThatStopsTheIntakeRefusesNewTicketsOfThePanelWithItsText() {
        admin.save(List.of(STOP));

        assertThat(jane.newTicketForm().announcements())
                .singleElement()
                .satisfies(shown -> assertThat(shown.stopsIntake()).isTrue());
        Expect.in(center).refused(Refusal.INTAKE_STOPPED, () -> jane.open(FORM));
        assertThatThrownBy(() -> jane.open(FORM)).hasMessage(TEXT);
        Expect.in(center).refused(Refusal.INTAKE_STOPPED, () -> center.rita().openFor(Cast.BOB.id(), FORM));
        assertThat(tickets()).isEmpty();
    }

    @Test
    void aMailOpensATicketAllTheSameAndIsAnsweredWithTheText() {
        admin.save(List.of(STOP));
        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(sentTo(JANE))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).startsWith(TEXT));
        assertThat(events(ticket, AnnouncementMet.class)).containsExactly(new AnnouncementMet(TEXT, true));
        assertThat(taken(MailOutcome.OPENED)).isEqualTo(1);
        assertThat(mailroom.state().quarantine()).isEmpty();
    }

    @Test
    void itIsToldByMailAlsoWhereReceiptsAreOff() {
        center.settings(s -> s.withReceipts(false));
        admin.save(List.of(STOP));
        opened(InboundMail.from(STRANGER));
        opened(InboundMail.from(MARY).header("Auto-Submitted", "auto-generated"));

        assertThat(sentTo(STRANGER)).extracting(ParsedMail::text).containsExactly(TEXT);
        assertThat(sentTo(MARY)).as("machines are not answered").isEmpty();
    }

    @Test
    @Tag("D4")
    void nobodyIsToldMoreOftenThanTheyGetReceipts() {
        admin.save(List.of(STOP));
        for (int i = 0; i < 5; i++) {
            opened(InboundMail.from(STRANGER).subject("Matter " + i));
        }

        assertThat(sentTo(STRANGER)).hasSize(1);
    }

    @Test
    void itStandsAboveWhatARuleReplies() {
        center.admin()
                .rules()
                .save(RuleSet.none()
                        .withSubmission(SubmissionRule.of(
                                "Reply", Condition.always(), Handling.nothing().reply(Wording.of("See {{number}}.")))));
        admin.save(List.of(SHOWN));
        TicketId ticket = opened(InboundMail.from(STRANGER));

        assertThat(lastSent().text()).isEqualTo(TEXT + "\n\nSee " + ticket.value() + ".");
    }

    @Test
    void followUpsAndStaffAreTakenWhileTheIntakeIsStopped() {
        TicketId before = jane.open(FORM);
        admin.save(List.of(STOP));

        jane.reply(before, Reply.of("Any news?"));
        receive(InboundMail.from(JANE).replyTo(lastSent()));
        TicketId staffs = john.openFor(Cast.JANE.id(), FORM);
        TicketId address = john.openFor(EmailAddress.of(STRANGER), FORM);

        assertThat(jane.ticket(before).messages()).hasSize(3);
        assertThat(events(staffs, AnnouncementMet.class)).isEmpty();
        assertThat(events(address, AnnouncementMet.class)).isEmpty();
    }

    @Test
    void itIsInForceFromItsFirstMomentToItsLast() {
        admin.save(List.of(Announcement.of(Wording.of(TEXT), START.plus(Duration.ofHours(1)))
                .stoppingIntake()
                .until(START.plus(Duration.ofHours(2)))));

        jane.open(FORM);
        center.after(Duration.ofHours(1));
        Expect.in(center).refused(Refusal.INTAKE_STOPPED, () -> jane.open(FORM));
        center.after(Duration.ofMinutes(59));
        Expect.in(center).refused(Refusal.INTAKE_STOPPED, () -> jane.open(FORM));
        center.after(Duration.ofMinutes(1));
        jane.open(FORM);
        assertThat(jane.newTicketForm().announcements()).isEmpty();
    }

    @Test
    void customersReadItInTheirLanguage() {
        center.directory().people().add(Cast.JANE.withLanguage(Locale.GERMAN));
        admin.save(List.of(Announcement.of(Wording.of(TEXT).in(Locale.GERMAN, "Ausfall bis Mittag."), START)
                .stoppingIntake()));

        assertThatThrownBy(() -> jane.open(FORM)).hasMessage("Ausfall bis Mittag.");
        assertThat(jane.newTicketForm().announcements().get(0).text()).isEqualTo("Ausfall bis Mittag.");
        opened(InboundMail.from(JANE));
        assertThat(lastSent().text()).startsWith("Ausfall bis Mittag.");
        assertThatThrownBy(() -> mary.open(FORM)).hasMessage(TEXT);
    }

    @Test
    void whatIsSavedIsReadBackAndInForceOnOtherNodesWithinFiveSeconds() {
        TestCenter other = center.anotherNode();
        other.jane().newTicketForm();
        Announcement all = STOP.forQueue(center.defaultQueue())
                .forService("web hosting")
                .forGroup("Gold")
                .until(START.plusSeconds(60));
        admin.save(List.of(all, SHOWN));

        assertThat(admin.all()).containsExactly(all, SHOWN);
        center.after(Duration.ofSeconds(5));
        assertThat(other.admin().announcements().all()).containsExactly(all, SHOWN);
        assertThat(other.jane().newTicketForm().announcements()).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        Expect expect = Expect.in(center);
        expect.invalid("announcements", () -> admin.save(List.of(SHOWN.forQueue(QueueId.of(99)))));
        expect.invalid("announcements", () -> admin.save(List.of(Announcement.of(Wording.of("Hi {{name}}"), START))));
        expect.overLimit("announcements", () -> admin.save(Collections.nCopies(21, SHOWN)));
        assertThatThrownBy(() -> SHOWN.until(START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SHOWN.forService(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SHOWN.forGroup("x".repeat(191))).isInstanceOf(IllegalArgumentException.class);
        assertThat(admin.all()).isEmpty();
    }

    @Test
    void ofTwoWhoEditTheSecondIsRefused() {
        SavedAnnouncements mine = admin.saved();
        SavedAnnouncements theirs = admin.saved();
        admin.save(theirs.with(List.of(SHOWN)));

        Expect.in(center).refused(Refusal.SAVED_BY_ANOTHER, () -> admin.save(mine.with(List.of(STOP))));
        assertThat(admin.all()).containsExactly(SHOWN);
    }

    @Test
    void itNeedsThePermissionForSettings() {
        AnnouncementsAdmin johns = center.center().administration(Cast.JOHN).announcements();
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, johns::all);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.save(List.of(STOP)));
        center.admin().give(Cast.JOHN, Permission.SETTINGS);
        johns.save(List.of(STOP));
        assertThat(johns.all()).containsExactly(STOP);
    }

    @Test
    void thoseOfAQueueGoWithItsTicketsOrWithIt() {
        QueueId moved = center.queue("Moved");
        QueueId deleted = center.queue("Deleted");
        admin.save(List.of(STOP.forQueue(moved), SHOWN.forQueue(deleted), SHOWN));

        center.admin().deleteQueue(moved, QueueDeletion.moveTicketsTo(center.defaultQueue()));
        center.admin().deleteQueue(deleted, QueueDeletion.deleteTickets());

        assertThat(admin.all()).containsExactly(STOP.forQueue(center.defaultQueue()), SHOWN);
    }
}
