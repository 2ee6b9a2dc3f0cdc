// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.settings.EscalationLevel.after;
import static dev.troubletickets.settings.EscalationLevel.atDue;
import static dev.troubletickets.settings.EscalationLevel.before;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Edit;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.EscalationReached;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What levels of escalation do (G6), and which cannot be. */
class EscalationEffectsTest extends BehaviourTest {
    private static final Instant START = TestCenter.START;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final EscalationLevel NOW = atDue("now").withPriority(90).withNote("Answer this.");

    @Test
    @Tag("G6")
    void aLevelAssignsReleasesAndNotes() {
        escalate(
                before(HOUR, "to kate").withAssignee(Cast.KATE),
                atDue("to nobody").withoutAssignee().withNote("Who takes this?"));
        TicketId ticket = center.taken();
        at(START.plus(HOUR.multipliedBy(3)));
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.KATE);
        at(START.plus(HOUR.multipliedBy(4)));

        assertThat(john.ticket(ticket).header().assignee()).isEmpty();
        assertThat(john.ticket(ticket).why())
                .as("nobody replied")
                .extracting(Why::decision)
                .contains(Why.Decision.ESCALATED)
                .doesNotContain(Why.Decision.UNASSIGNED);
        assertThat(john.ticket(ticket).messages())
                .filteredOn(message -> message.kind() == MessageKind.NOTE)
                .extracting(
                        ConversationItem.Message::text,
                        message -> message.author().orElseThrow())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Who takes this?", Actor.system()));
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(john.dashboard().unassigned().tickets().get(0).marks().unread())
                .isFalse();
        assertThat(kate.dashboard().unassigned().tickets().get(0).marks().unread())
                .isTrue();
    }

    @Test
    @Tag("G6")
    void aTechnicianWhoIsGoneOrHasNoProfileIsNotAssigned() {
        escalate(
                before(HOUR, "to nick").withAssignee(Cast.NICK),
                atDue("to john").withAssignee(Cast.JOHN));
        TicketId ticket = center.taken();
        at(START.plus(HOUR.multipliedBy(9)));

        assertThat(reached(ticket)).containsExactly("to nick", "to john");
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("G6")
    @Tag("B2")
    void mailsGoToThoseWhoMaySeeTheTicketAlone() {
        QueueId quiet = center.queue("Quiet", Cast.JOHN);
        promise(quiet, atDue("now").tellingQueue().telling(Cast.KATE, Cast.NICK, Cast.ANNA));
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(quiet));
        center.sent();
        center.mail().forgetSent();
        clock.set(START.plus(HOUR.multipliedBy(4)));
        List<ParsedMail> mails = center.sent();

        assertThat(mails)
                .flatExtracting(ParsedMail::recipients)
                .containsExactlyInAnyOrder(Cast.JOHNS_PROFILE.email(), Cast.ANNAS_PROFILE.email());
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.text()).contains("#" + ticket.value(), "\"now\"", "March 2, 2026", "1:00", "(UTC)");
            assertThat(mail.text()).doesNotContain("All my mail bounces");
        });
        assertThat(told(ticket))
                .contains(new EscalationReached(
                        "now", java.util.Optional.of(START.plus(HOUR.multipliedBy(4))), Set.of(Cast.JOHN, Cast.ANNA)));
    }

    @Test
    @Tag("G6")
    void everybodyIsTheDefaultQueue() {
        escalate(atDue("now").tellingQueue());
        center.opened();
        center.sent();
        center.mail().forgetSent();
        clock.set(START.plus(HOUR.multipliedBy(4)));

        assertThat(center.sent())
                .flatExtracting(ParsedMail::recipients)
                .containsExactlyInAnyOrder(
                        Cast.JOHNS_PROFILE.email(), Cast.KATES_PROFILE.email(), Cast.ANNAS_PROFILE.email());
    }

    @Test
    @Tag("G6")
    void noLevelWritesToAnAddressOfTheInstallationItself() {
        kate.saveProfile(dev.troubletickets.people.StaffProfile.of("Kate", EmailAddress.of(TestCenter.SUPPORT)));
        escalate(atDue("now").telling(Cast.KATE));
        center.opened();
        center.sent();
        center.mail().forgetSent();
        clock.set(START.plus(HOUR.multipliedBy(4)));

        assertThat(center.sent()).isEmpty();
    }

    @Test
    @Tag("G6")
    void levelsThatCannotBeAreRefused() {
        Expect expect = Expect.in(center);
        StaffId nobody = StaffId.of("nobody");
        expect.invalid("escalations", () -> escalate(atDue("now").withAssignee(nobody)));
        expect.invalid("escalations", () -> escalate(atDue("now").telling(nobody)));
        expect.invalid("escalations", () -> escalate(atDue("now").withNote("a\0b")));
        assertThatThrownBy(() -> escalate(NOW, atDue("now"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> atDue(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after(Duration.ofDays(367), "far")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NOW.withNote("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NOW.withoutAssignee().withAssignee(Cast.JOHN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void escalate(EscalationLevel... levels) {
        promise(center.defaultQueue(), levels);
    }

    private void promise(QueueId queue, EscalationLevel... levels) {
        center.admin()
                .saveServiceLevel(
                        queue,
                        ServiceLevel.of(AnswerTarget.always("four hours", HOUR.multipliedBy(4)))
                                .withEscalations(levels));
    }

    private void at(Instant instant) {
        clock.set(instant);
        center.run();
    }

    private List<String> reached(TicketId ticket) {
        return told(ticket).stream()
                .filter(EscalationReached.class::isInstance)
                .map(event -> ((EscalationReached) event).level())
                .toList();
    }

    private List<TicketEvent> told(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }
}
