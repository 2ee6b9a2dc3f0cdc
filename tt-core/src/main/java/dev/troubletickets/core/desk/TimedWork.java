// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.due.Terms;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.EscalateTicket;
import dev.troubletickets.core.ticket.HandleTicket;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import java.util.List;
import java.util.function.ToIntFunction;

/** Work on tickets whose time has come, batch after batch, each a unit of work; every method tells how many there were. */
final class TimedWork {
    private static final int BATCH = 50;
    private static final int WEIGHED_AT_ONCE = 200;

    private final Work work;
    private final HandleTicket handleTicket;
    private final EscalateTicket escalateTicket;
    private final ScheduleWork scheduleWork;

    TimedWork(Work work, HandleTicket handleTicket, EscalateTicket escalateTicket, ScheduleWork scheduleWork) {
        this.work = work;
        this.handleTicket = handleTicket;
        this.escalateTicket = escalateTicket;
        this.scheduleWork = scheduleWork;
    }

    int timer(Timer timer) {
        int done = 0;
        Batch batch = work.write(scope -> batch(scope, timer));
        while (batch.due() > 0) {
            done += batch.taken();
            batch = work.write(scope -> batch(scope, timer));
        }
        return done;
    }

    private Batch batch(Scope scope, Timer timer) {
        List<TicketData> due = scope.stores().tickets().lockDue(timer, scope.now(), BATCH);
        long taken = due.stream()
                .filter(ticket -> take(scope, timer, Case.of(scope, ticket)))
                .count();
        return new Batch(due.size(), (int) taken);
    }

    /** @param taken without those whose time was put off */
    private record Batch(int due, int taken) {}

    /** Tickets in queues that answer on other terms than the tickets were told (B9). */
    int retime() {
        return all(TimedWork::retimeBatch);
    }

    /** Scheduled actions (G9). */
    int act() {
        return scheduleWork.takeAll();
    }

    /** Tickets that were weighed by former rules (B8). */
    int weigh() {
        return all(scope -> Weighing.batch(scope, WEIGHED_AT_ONCE));
    }

    private boolean take(Scope scope, Timer timer, Case ticket) {
        if (timer == Timer.ESCALATION) {
            escalateTicket.escalate(scope, ticket);
        } else if (HandleTicket.suspendClosing(timer, ticket) || handleTicket.putOffClosing(scope, timer, ticket)) {
            return false;
        } else {
            handleTicket.timer(scope, timer, ticket);
        }
        return true;
    }

    private static int retimeBatch(Scope scope) {
        int done = 0;
        for (Terms terms : scope.installation().terms().values()) {
            // nothing is outdated in a queue that still answers on its first terms
            if (terms.number() > 0 && done < BATCH) {
                List<TicketData> outdated =
                        scope.stores().tickets().lockOutdated(terms.queue(), terms.number(), BATCH - done);
                outdated.forEach(ticket -> Case.of(scope, ticket).retime());
                done += outdated.size();
            }
        }
        return done;
    }

    private int all(ToIntFunction<Scope> batch) {
        int done = 0;
        int more = work.write(batch::applyAsInt);
        while (more > 0) {
            done += more;
            more = work.write(batch::applyAsInt);
        }
        return done;
    }
}
