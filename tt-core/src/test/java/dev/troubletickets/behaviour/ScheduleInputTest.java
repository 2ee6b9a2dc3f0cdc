// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.ScheduledAction.Kind;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions at a time (G9) that are refused at once. */
class ScheduleInputTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));
    private final Expect expect = Expect.in(center);

    @Test
    @Tag("G9")
    void aTicketHasTwentyAtMost() {
        TicketId ticket = center.taken();
        for (int i = 0; i < 20; i++) {
            john.scheduling().at(TOMORROW.plusSeconds(i), ticket, ScheduledAction.remind("Look."));
        }
        expect.overLimit("scheduled", () -> kate.scheduling().at(TOMORROW, ticket, ScheduledAction.close()));
        john.scheduling().cancel(john.ticket(ticket).scheduled().get(0).id());
        kate.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
    }

    @Test
    @Tag("G9")
    void whatCannotBeScheduledIsRefusedAtOnce() {
        TicketId ticket = center.taken();
        ScheduledAction close = ScheduledAction.close();
        expect.invalid("time", () -> john.scheduling().at(clock.instant(), ticket, close));
        expect.invalid("time", () -> john.scheduling().at(Instant.parse("2099-01-01T00:00:00Z"), ticket, close));
        expect.invalid(
                "technician",
                () -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.assign(StaffId.of("nobody"))));
        expect.invalid("text", () -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.remind(" ")));
        assertThatThrownBy(
                        () -> new ScheduledAction(Kind.CLOSE, Optional.empty(), Optional.of("Bye."), DroppedBy.NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new ScheduledAction(Kind.ASSIGN, Optional.empty(), Optional.empty(), DroppedBy.NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
        center.settings(s -> s.withLimits(new Limits(10, 1, 1, 1)));
        expect.overLimit(
                "textCharacters", () -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("a".repeat(11))));
        expect.refused(
                Refusal.PROFILE_MISSING,
                () -> center.nick().scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello.")));
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);
        expect.refused(
                Refusal.PERMISSION_MISSING,
                () -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.assign(Cast.KATE)));
        center.admin().take(Cast.JOHN, Permission.ANSWER);
        expect.refused(
                Refusal.PERMISSION_MISSING,
                () -> john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello.")));
    }

    @Test
    @Tag("G9")
    @Tag("B2")
    void ticketsOutOfSightHaveNoSchedule() {
        QueueId queue = queue();
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(queue));
        ScheduledId action = anna.scheduling().at(TOMORROW, ticket, ScheduledAction.close());

        expect.notFound("ticket", () -> kate.scheduling().at(TOMORROW, ticket, ScheduledAction.close()));
        expect.notFound("ticket", () -> kate.scheduling().cancel(action));
        TicketId other = center.opened();
        expect.notFound("action", () -> anna.scheduling().cancel(new ScheduledId(other, action.number())));
        expect.notFound("ticket", () -> anna.scheduling().cancel(new ScheduledId(TicketId.of(999), 1)));
    }

    @Test
    @Tag("G9")
    @Tag("G7")
    void schedulingFromAPageThatIsOutOfDateIsStale() {
        TicketId ticket = center.taken();
        var seen = john.ticket(ticket).seen();
        jane.reply(ticket, Reply.of("Wait."));

        expect.stale(() -> john.scheduling().at(TOMORROW, seen, ScheduledAction.close()));
    }

    private QueueId queue() {
        return center.queue("Queue " + center.admin().queues().size(), Cast.JOHN);
    }

    private void at(Instant time) {
        clock.set(time);
        assertThat(center.run().failures()).isZero();
    }
}
