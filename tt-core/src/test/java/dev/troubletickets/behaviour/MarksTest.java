// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.Characteristic;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.Urgency;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Marks;
import dev.troubletickets.view.StaffTicketRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The marks at tickets in lists (B12), and how a ticket comes to the beginning of the queue (B11). */
class MarksTest extends BehaviourTest {
    @Test
    @Tag("B12")
    void theCustomersMarksAreWhatTheHostSaysToday() {
        TicketId ticket = center.opened();
        assertThat(marks(ticket))
                .isEqualTo(new Marks(
                        Characteristic.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Urgency.MEDIUM,
                        false,
                        true,
                        false,
                        Optional.empty()));

        center.directory()
                .people()
                .add(Cast.JANE
                        .withCharacteristic(Characteristic.GOOD)
                        .withGroup("VIP")
                        .withBrand("Cheap Hosting"));
        center.after(Duration.ofSeconds(6));

        Marks marks = marks(ticket);
        assertThat(marks.characteristic()).isEqualTo(Characteristic.GOOD);
        assertThat(marks.group()).contains("VIP");
        assertThat(marks.brand()).contains("Cheap Hosting");
        assertThat(john.ticket(ticket).header().marks().group()).contains("VIP");
    }

    @Test
    @Tag("B12")
    void whoseAccountIsUnknownHasNoMarkOfACustomer() {
        TicketId strangers = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "Someone called."));
        TicketId janes = center.opened();
        center.directory().people().remove(Cast.JANE.id());
        center.after(Duration.ofSeconds(6));

        for (TicketId ticket : List.of(strangers, janes)) {
            assertThat(marks(ticket).characteristic()).isEqualTo(Characteristic.NONE);
            assertThat(marks(ticket).group()).isEmpty();
        }
    }

    @Test
    @Tag("B12")
    void urgencyHasThreeLevels() {
        assertThat(IntStream.of(0, 33, 34, 66, 67, 100).mapToObj(Priority::of).map(Priority::urgency))
                .containsExactly(
                        Urgency.LOW,
                        Urgency.LOW,
                        Urgency.MEDIUM,
                        Urgency.MEDIUM,
                        Urgency.VERY_URGENT,
                        Urgency.VERY_URGENT);
    }

    @Test
    @Tag("B12")
    void unreadIsTheTechniciansOwn() {
        TicketId ticket = center.opened();
        john.ticket(ticket);

        assertThat(marks(ticket).unread()).isFalse();
        assertThat(kate.quickSearch(ticket.toString(), Optional.empty())
                        .tickets()
                        .get(0)
                        .marks()
                        .unread())
                .isTrue();
    }

    @Test
    @Tag("B12")
    void theMailMarkAndTheLockAreShown() {
        TicketId ticket = center.taken();
        center.mail().deliver("""
                From: jane@jane.example\r
                To: support@example.com\r
                Subject: By mail\r
                \r
                Help!\r
                """.getBytes(StandardCharsets.UTF_8));
        center.run();

        assertThat(marks(ticket).lockedBy()).contains(Cast.JOHN);
        assertThat(marks(ticket).byMail()).isFalse();
        Marks byMail = john.dashboard().unassigned().tickets().get(0).marks();
        assertThat(byMail.byMail()).isTrue();
        assertThat(byMail.lockedBy()).isEmpty();
    }

    @Test
    @Tag("B12")
    void aDashboardIsOneQuestionToTheHost() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        center.opened();
        mary.open(NewTicket.of("Hi", "Hi"));
        TicketId answered = center.taken();
        john.answer(answered, Answer.of("Which?"));
        center.taken();
        john.hold(center.taken());
        center.after(Duration.ofSeconds(6));
        center.directory().startCounting();

        john.dashboard();
        john.dashboard();

        assertThat(center.directory().askedForAccounts()).isEqualTo(1);
    }

    @Test
    @Tag("B12")
    void withoutAnswerFromTheHostThereIsNoDashboard() {
        center.opened();
        center.after(Duration.ofSeconds(6));
        center.directory().forgetAccounts();

        Expect.in(center).failure(Unavailable.class, john::dashboard);
    }

    @Test
    @Tag("B11")
    void placingATicketAtTheBeginningOfTheQueueGivesItTheHighestPriority() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId first = center.taken();
        TicketId second = center.taken();
        john.change(first, Edit.priority(90));

        john.change(second, Edit.atBeginningOfQueue());

        assertThat(john.dashboard().assigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(second, first);
        assertThat(events(second)).contains(new FieldChanged(Field.PRIORITY, Optional.of("50"), Optional.of("100")));
    }

    @Test
    @Tag("B11")
    void anAnswerCanPlaceItThereToo() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("We are at it.").atBeginningOfQueue().keepOpen());

        assertThat(john.ticket(ticket).header().priority()).isEqualTo(Priority.HIGHEST);
        assertThat(events(ticket)).contains(new FieldChanged(Field.PRIORITY, Optional.of("50"), Optional.of("100")));
        jane.reply(ticket, Reply.of("Thanks."));
        assertThat(john.ticket(ticket).header().priority()).isEqualTo(Priority.HIGHEST);
    }

    private Marks marks(TicketId ticket) {
        return john.quickSearch(ticket.toString(), Optional.empty())
                .tickets()
                .get(0)
                .marks();
    }

    private List<Object> events(TicketId ticket) {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .<Object>map(item -> ((ConversationItem.SystemLine) item).event())
                .toList();
    }
}
