// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** With whom a ticket is, while a step changes it: the one in charge, and who else has a part (B5). Who is in charge has none. */
final class Holding {
    private QueueId queue;
    private @Nullable StaffId assignee;
    private final List<Holder> parts;

    Holding(TicketState s) {
        queue = s.queue();
        assignee = s.assignee();
        parts = new ArrayList<>(s.parts());
    }

    QueueId queue() {
        return queue;
    }

    @Nullable
    StaffId assignee() {
        return assignee;
    }

    List<Holder> parts() {
        return parts;
    }

    Holder inCharge() {
        return assignee == null ? Holder.department(queue) : Holder.technician(assignee);
    }

    /** True for the assignee, and in an unassigned ticket for who has no part of their own. */
    boolean isInCharge(StaffId technician) {
        return assignee == null ? !parts.contains(Holder.technician(technician)) : technician.equals(assignee);
    }

    void give(QueueId to, @Nullable StaffId technician) {
        queue = to;
        assignee = technician;
        parts.remove(inCharge());
    }

    /** @return whether it was one of them who was in charge */
    boolean leave(Step.LeavesHands leaves) {
        parts.removeIf(part -> part instanceof Holder.Technician technician
                ? leaves.staff().contains(technician.staff())
                : leaves.departments());
        boolean inCharge = assignee != null && leaves.staff().contains(assignee);
        if (inCharge) {
            give(queue, null);
        }
        return inCharge;
    }

    void keepPart(Holder part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    /** False, having changed nothing, if the department has no part. */
    boolean passPart(QueueId from, @Nullable QueueId to) {
        if (!parts.remove(Holder.department(from))) {
            return false;
        }
        if (to != null && !inCharge().equals(Holder.department(to))) {
            keepPart(Holder.department(to));
        }
        return true;
    }

    void set(Place to) {
        queue = to.queue();
        assignee = to.assignee();
        parts.clear();
        parts.addAll(to.parts());
    }
}
