// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.Answer;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.ScheduleActions;
import dev.troubletickets.core.ticket.ScheduleActions.Planned;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.Scheduling;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketRef;
import java.time.Instant;
import java.util.Optional;

final class CoreScheduling extends StaffCalls implements Scheduling {
    CoreScheduling(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public ScheduledId at(Instant time, TicketRef ticket, ScheduledAction action) {
        Planned planned = new Planned(time, action, Optional.empty(), Optional.empty());
        return write(
                (scope, staff) -> ScheduleActions.add(scope, staff, desks.desk.take(scope, staff, ticket), planned));
    }

    @Override
    public ScheduledId answerAt(Instant time, TicketRef ticket, Answer answer) {
        Planned planned =
                new Planned(time, ScheduledAction.answer(answer.text()), Optional.of(answer), Optional.empty());
        return write(
                (scope, staff) -> desks.lateAnswers.at(scope, staff, desks.desk.take(scope, staff, ticket), planned));
    }

    @Override
    public Answer takeBack(ScheduledId answer) {
        return write((scope, staff) -> desks.lateAnswers.takeBack(scope, staff, sight(scope, staff, answer), answer));
    }

    @Override
    public void cancel(ScheduledId action) {
        write((scope, staff) -> {
            ScheduleActions.cancel(scope, staff, sight(scope, staff, action), action);
            return true;
        });
    }

    private Case sight(Scope scope, Viewer.Staff staff, ScheduledId action) {
        return desks.desk.take(scope, staff, action.ticket(), Reach.READ);
    }
}
