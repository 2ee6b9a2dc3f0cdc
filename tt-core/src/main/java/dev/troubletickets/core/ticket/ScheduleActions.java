// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.encryption.Encryptor;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.KeptAnswer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.ActionCancelled;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.ActionScheduled;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Actions at a time (G9): scheduled, cancelled, taken in the name of whoever scheduled them, or refused. */
public final class ScheduleActions {
    static final int MOST = 20;
    private static final Duration FARTHEST = Duration.ofDays(3653);

    private final Access access;
    private final Desk desk;
    private final HandleTicket handleTicket;
    private final LateAnswers lateAnswers;

    public ScheduleActions(Access access, Desk desk, HandleTicket handleTicket, LateAnswers lateAnswers) {
        this.access = access;
        this.desk = desk;
        this.handleTicket = handleTicket;
        this.lateAnswers = lateAnswers;
    }

    public static ScheduledId add(Scope scope, Viewer.Staff staff, Case ticket, Planned planned) {
        Instant at = planned.at().truncatedTo(ChronoUnit.MICROS);
        if (!at.isAfter(scope.now()) || at.isAfter(scope.now().plus(FARTHEST))) {
            throw new Invalid("time", "lies in the future, within ten years");
        }
        ScheduledAction action = planned.action();
        action.text()
                .map(text -> MessageText.require("text", text))
                .filter(text -> planned.encryptedTo().isEmpty())
                .ifPresent(text -> Allowance.text(scope.settings().limits(), text));
        requireWay(scope, staff, ticket, action);
        if (ticket.scheduled() >= MOST) {
            throw new OverLimit("scheduled", MOST);
        }
        long id = scope.stores().schedule().add(planned.by(scope, staff.id(), ticket.id(), at));
        ticket.schedules(1)
                .happened(new ActionScheduled(id, action.kind(), at, action.droppedBy()))
                .save(staff.actor());
        return new ScheduledId(ticket.id(), id);
    }

    /**
     * What is to be scheduled.
     *
     * @param answer the whole of an answer that is more than a text
     * @param heldAt when the answer was given, if it is only held
     * @param encryptedTo the customer's key that the answer is for, which is encrypted already; empty for one in clear
     */
    public record Planned(
            Instant at,
            ScheduledAction action,
            Optional<Answer> answer,
            Optional<Instant> heldAt,
            Optional<String> encryptedTo) {
        public Planned(Instant at, ScheduledAction action, Optional<Answer> answer, Optional<Instant> heldAt) {
            this(at, action, answer, heldAt, Optional.empty());
        }

        /** The same with the answer encrypted, if it is to be. */
        Planned encrypted(Scope scope, Optional<Encryptor> by) {
            return by.map(each -> encrypted(scope, each, answer.orElseThrow())).orElse(this);
        }

        private Planned encrypted(Scope scope, Encryptor by, Answer clear) {
            Answer looked = clear.attachments(scope.files().requireClean(clear.attachments()));
            Answer held = by.held(looked, scope.files());
            ScheduledAction waiting = new ScheduledAction(
                    action.kind(), action.technician(), Optional.of(held.text()), action.droppedBy());
            return new Planned(at, waiting, Optional.of(held), heldAt, Optional.of(by.fingerprint()));
        }

        private ScheduledData by(Scope scope, StaffId author, TicketId ticket, Instant rounded) {
            Optional<Answer> whole = answer.map(given ->
                    given.attachments(scope.files().goingOut(scope.stores(), scope.now(), given.attachments())));
            List<BlobKey> files = whole.map(Answer::attachments).orElse(List.of()).stream()
                    .map(scope.files()::blob)
                    .toList();
            // of what is encrypted, its bytes tell nothing
            Optional<Answer> named = encryptedTo.isPresent() ? answer : whole;
            String rest = named.map(
                            given -> KeptAnswer.of(given, heldAt, encryptedTo).json())
                    .orElse(null);
            return new ScheduledData(0, ticket, author, rounded, action, rest, files, 0, null);
        }
    }

    /** What could not be done now for want of a permission, or for a technician who is not there, is not put off either. */
    private static void requireWay(Scope scope, Viewer.Staff staff, Case ticket, ScheduledAction action) {
        if (action.kind() == ScheduledAction.Kind.ANSWER) {
            staff.require(Permission.ANSWER);
            if (staff.profile().isEmpty()) {
                throw new NotPermitted(Refusal.PROFILE_MISSING);
            }
        }
        action.technician().ifPresent(technician -> {
            Colleagues.require(scope, staff, technician, ticket.header().reseller());
            if (!technician.equals(staff.id())) {
                staff.require(Permission.ASSIGN_TO_OTHERS);
            }
        });
    }

    /** @param ticket the one of the action's number, or what that was merged into; then the action is the one's or the other's */
    public static void cancel(Scope scope, Viewer.Staff staff, Case ticket, ScheduledId which) {
        ScheduledData action = find(scope, staff, ticket, which);
        remove(scope, action, ticket)
                .happened(new ActionCancelled(action.id(), action.action().kind()))
                .save(staff.actor());
    }

    /** One that the technician may take away: their own answer as long as they see it, what is a colleague's with the permission. */
    static ScheduledData find(Scope scope, Viewer.Staff staff, Case ticket, ScheduledId which) {
        ScheduledData action = Stream.of(ticket.id(), which.ticket())
                .distinct()
                .flatMap(each -> scope.stores().schedule().of(each).stream())
                .filter(each -> each.id() == which.number())
                .findFirst()
                .orElseThrow(() -> new NotFound("action"));
        boolean own = action.by().equals(staff.id());
        if (!own || action.action().kind() != ScheduledAction.Kind.ANSWER) {
            staff.require(ticket.before(), Reach.HANDLE);
        }
        if (!own) {
            staff.require(Permission.CANCEL_SCHEDULED);
        }
        return action;
    }

    /** @return the ticket it was kept for, which is to be saved */
    static Case remove(Scope scope, ScheduledData action, Case ticket) {
        if (!scope.stores().schedule().remove(action.id())) {
            throw new NotFound("action");
        }
        return of(scope, action, ticket).schedules(-1);
    }

    private static Case of(Scope scope, ScheduledData action, Case ticket) {
        return action.ticket().equals(ticket.id())
                ? ticket
                : Case.of(scope, scope.stores().tickets().find(action.ticket()).orElseThrow());
    }

    /** Takes a due action that this unit holds; whatever refuses it is thrown, and the unit is not to commit then. */
    public void take(Scope scope, ScheduledData due) {
        Viewer.Staff staff = access.staff(scope, due.by());
        ScheduledAction action = due.action();
        Case ticket = inHand(scope, staff, due);
        requireForThis(scope, due, ticket);
        ticket.schedules(-1).happened(new ActionTaken(due.id(), action.kind()));
        switch (action.kind()) {
            case CLOSE -> handleTicket.close(scope, staff, ticket);
            case HOLD -> handleTicket.status(scope, staff.actor(), ticket, new Step.Holds());
            case REOPEN -> handleTicket.status(scope, staff.actor(), ticket, new Step.Reopens());
            case ASSIGN ->
                handleTicket.assign(scope, staff, ticket, action.technician().orElseThrow());
            case ANSWER -> lateAnswers.leave(scope, staff, ticket, due);
            case REMIND -> remind(staff, ticket, action.text().orElseThrow());
        }
        // with its files, which an answer has read by now
        if (!scope.stores().schedule().remove(due.id())) {
            throw new WriteConflict("scheduled action " + due.id() + " is another's");
        }
    }

    /** A colleague who has locked the ticket since an answer was held is not in its way: its author has let go of it. */
    private Case inHand(Scope scope, Viewer.Staff staff, ScheduledData due) {
        if (due.action().kind() != ScheduledAction.Kind.ANSWER) {
            return desk.take(scope, staff, due.ticket());
        }
        Case ticket = desk.take(scope, staff, due.ticket(), Reach.ANSWER);
        return KeptAnswer.of(due).heldAt().isPresent() ? Case.of(scope, ticket.before()) : ticket;
    }

    /** What has not moved with its ticket was for another customer. */
    private static void requireForThis(Scope scope, ScheduledData due, Case ticket) {
        if (!ticket.id().equals(due.ticket())) {
            if (scope.stores().schedule().of(due.ticket()).stream().noneMatch(each -> each.id() == due.id())) {
                throw new WriteConflict("scheduled action " + due.id() + " has moved");
            }
            throw new Invalid("ticket", "it was merged into one of another customer, whom this is not for");
        }
    }

    /** The action will not be taken; history says why, once. */
    public static boolean refuse(Scope scope, ScheduledData due, String why) {
        boolean ours = scope.stores().schedule().refuse(due.id(), why);
        if (ours) {
            scope.stores()
                    .tickets()
                    .find(due.ticket())
                    .ifPresent(ticket -> Case.of(scope, ticket)
                            .happened(new ActionRefused(due.id(), due.action().kind(), why))
                            .save(Actor.system()));
        }
        return ours;
    }

    /** The technician's own words, and yet unread for them: that is what a reminder is for. */
    private static void remind(Viewer.Staff staff, Case ticket, String text) {
        String name =
                staff.profile().map(StaffProfile::fullName).orElse(staff.id().value());
        ticket.take(new Step.Notes())
                .say(MessageKind.NOTE, Words.of(staff.actor(), name, Channel.STAFF, text, List.of()))
                .save(Actor.system());
    }
}
