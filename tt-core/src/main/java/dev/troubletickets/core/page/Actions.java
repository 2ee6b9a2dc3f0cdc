// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Rating;
import dev.troubletickets.core.access.Chargeable;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.incidents.Incidents;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketState;
import dev.troubletickets.view.OperationView;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the rules themselves what they would say to each action. */
final class Actions {
    private static final StaffId SOMEONE = StaffId.of("someone else");

    private final Scope scope;
    private final TicketState state;
    private final Set<Action> allowed = EnumSet.noneOf(Action.class);
    private final Map<Action, Refusal> refused = new EnumMap<>(Action.class);

    private boolean keptOut;

    private Actions(Scope scope, TicketState state) {
        this.scope = scope;
        this.state = state;
    }

    static AllowedActions forCustomer(Scope scope, TicketState state) {
        Actions actions = new Actions(scope, state);
        actions.allowed.add(Action.REPLY);
        actions.ask(Action.CLOSE, new Step.CustomerCloses());
        actions.ask(Action.ARCHIVE, new Step.CustomerArchives());
        actions.ask(Action.REOPEN, new Step.CustomerReopens());
        actions.ask(Action.RATE, new Step.Rates(Rating.of(Rating.BEST)));
        return actions.done();
    }

    /** A reseller speaks for the customer, but does not put their tickets away. */
    static AllowedActions forReseller() {
        return new AllowedActions(Set.of(Action.REPLY), Map.of());
    }

    /**
     * What is known besides the ticket.
     *
     * @param operations those in force
     */
    record Known(List<OperationView> operations, Chargeable chargeable) {}

    static AllowedActions forStaff(Scope scope, Viewer.Staff staff, TicketData ticket, Known known) {
        TicketState state = ticket.state();
        Actions actions = new Actions(scope, state);
        actions.locked(staff, ticket.lock());
        boolean profile = staff.profile().isPresent();
        actions.needs(
                staff,
                Permission.ANSWER,
                Action.ANSWER,
                new Step.Answers(
                        staff.id(),
                        profile,
                        Answer.Then.AUTO_CLOSE,
                        Optional.empty(),
                        false,
                        Set.of(),
                        staff.isInvited(ticket.id(), Reach.ANSWER)));
        actions.allowed.add(Action.NOTE);
        actions.allowed.add(Action.CHANGE);
        actions.allowed.add(Action.WATCH);
        actions.needs(staff, Permission.ASSIGN_TO_OTHERS, Action.ADD_WATCHER, new Step.Notes());
        actions.needs(staff, Permission.ASSIGN_TO_OTHERS, Action.INVITE, new Step.Notes());
        actions.only(staff.invited().contains(ticket.id()), Action.LEAVE, Refusal.NOT_INVITED);
        actions.needs(staff, Permission.EDIT_MESSAGES, Action.EDIT_MESSAGE, new Step.Notes());
        actions.only(profile, Action.REGISTER_ABUSE, Refusal.PROFILE_MISSING);
        actions.ask(Action.PICK_UP, new Step.PicksUp(staff.id(), profile));
        actions.needs(staff, Permission.ASSIGN_TO_OTHERS, Action.ASSIGN, new Step.Assigns(SOMEONE, true));
        if (state.assignee() == null || state.isAssignedTo(staff.id())) {
            actions.ask(Action.RELEASE, new Step.Releases());
        } else {
            actions.needs(staff, Permission.ASSIGN_TO_OTHERS, Action.RELEASE, new Step.Releases());
        }
        actions.redirect(staff);
        actions.ask(Action.HOLD, new Step.Holds());
        actions.allowed.add(Action.SCHEDULE);
        actions.only(staff.has(Permission.TASKS), Action.CREATE_TASK, Refusal.PERMISSION_MISSING);
        actions.ask(Action.SNOOZE, new Step.Snoozes(scope.now()));
        actions.ask(Action.WAKE, new Step.Wakes(Cause.STAFF));
        actions.ask(Action.RESOLVE, new Step.Resolves());
        actions.ask(Action.CLOSE, new Step.Closes());
        actions.ask(Action.REOPEN, new Step.Reopens());
        actions.needs(staff, Permission.REVEAL, Action.REVEAL, new Step.Notes());
        actions.unlessLocked(staff, Permission.DELETE, Action.DELETE);
        actions.unlessLocked(staff, Permission.MERGE, Action.MERGE);
        actions.split(staff);
        actions.undo(staff, known.operations());
        actions.customers(staff, ticket);
        actions.charge(
                staff, Action.CHARGE, known.chargeable().refusal(ticket.header().account()));
        actions.charge(staff, Action.INCIDENTS, Incidents.refusal(scope, ticket));
        actions.within(staff.reach(ticket));
        return actions.done();
    }

    private void only(boolean yes, Action action, Refusal otherwise) {
        if (yes) {
            allowed.add(action);
        } else {
            refused.put(action, otherwise);
        }
    }

    /** What an invitation does not give a right to is refused before anything else is asked. */
    private void within(Reach reach) {
        for (Action action :
                Stream.concat(allowed.stream(), refused.keySet().stream()).toList()) {
            boolean anothersLock = action == Action.UNBLOCK && keptOut;
            if (!reach.holds(anothersLock ? Reach.HANDLE : Reach.needed(action))) {
                allowed.remove(action);
                refused.put(action, Refusal.INVITED_ONLY);
            }
        }
    }

    private void needs(Viewer.Staff staff, Permission permission, Action action, Step step) {
        if (staff.has(permission)) {
            ask(action, step);
        } else {
            refused.put(action, Refusal.PERMISSION_MISSING);
        }
    }

    /** Whatever is done about the customer needs one. */
    private void customers(Viewer.Staff staff, TicketData ticket) {
        for (Map.Entry<Permission, Action> each : Map.of(
                        Permission.SWITCH_TO_PANEL, Action.SWITCH_TO_PANEL, Permission.DIAGNOSTICS, Action.DIAGNOSE)
                .entrySet()) {
            if (staff.has(each.getKey())) {
                only(ticket.header().account() != null, each.getValue(), Refusal.NO_ACCOUNT);
            } else {
                refused.put(each.getValue(), Refusal.PERMISSION_MISSING);
            }
        }
    }

    private void charge(Viewer.Staff staff, Action action, Optional<Refusal> otherwise) {
        Optional<Refusal> why = staff.has(Permission.CHARGE) ? otherwise : Optional.of(Refusal.PERMISSION_MISSING);
        why.ifPresentOrElse(refusal -> refused.put(action, refusal), () -> allowed.add(action));
    }

    /** What is another's only with the permission, wherever it is to go. */
    private void redirect(Viewer.Staff staff) {
        Step step = new Step.Redirects(staff.id(), Holder.technician(SOMEONE), true);
        if (staff.isAnothers(state)) {
            needs(staff, Permission.ASSIGN_TO_OTHERS, Action.REDIRECT, step);
        } else {
            ask(Action.REDIRECT, step);
        }
    }

    private void unlessLocked(Viewer.Staff staff, Permission permission, Action action) {
        if (staff.has(permission)) {
            only(!keptOut, action, Refusal.LOCKED);
        } else {
            refused.put(action, Refusal.PERMISSION_MISSING);
        }
    }

    private void split(Viewer.Staff staff) {
        if (!staff.has(Permission.SPLIT)) {
            refused.put(Action.SPLIT, Refusal.PERMISSION_MISSING);
        } else if (keptOut) {
            refused.put(Action.SPLIT, Refusal.LOCKED);
        } else if (state.shown() < 2) {
            refused.put(Action.SPLIT, Refusal.ONE_MESSAGE);
        } else {
            allowed.add(Action.SPLIT);
        }
    }

    private void undo(Viewer.Staff staff, List<OperationView> operations) {
        boolean permitted = operations.stream().anyMatch(operation -> switch (operation.kind()) {
            case MERGE -> staff.has(Permission.MERGE);
            case SPLIT -> staff.has(Permission.SPLIT);
            case MOVE -> true;
        });
        if (operations.isEmpty()) {
            refused.put(Action.UNDO, Refusal.NOTHING_TO_UNDO);
        } else if (permitted) {
            allowed.add(Action.UNDO);
        } else {
            refused.put(Action.UNDO, Refusal.PERMISSION_MISSING);
        }
    }

    private void locked(Viewer.Staff staff, @Nullable Lock lock) {
        if (lock == null || !lock.isInForce(scope.now())) {
            refused.put(Action.UNBLOCK, Refusal.NOT_LOCKED);
            return;
        }
        keptOut = lock.keepsOut(staff.id(), scope.now());
        if (keptOut && !staff.has(Permission.UNBLOCK)) {
            refused.put(Action.UNBLOCK, Refusal.PERMISSION_MISSING);
        } else {
            allowed.add(Action.UNBLOCK);
        }
    }

    private void ask(Action action, Step step) {
        Optional<Refusal> byState = Lifecycle.refusal(state, step, scope.policy(state.queue()), scope.now());
        Optional<Refusal> refusal =
                byState.or(() -> keptOut && step.waitsForLock() ? Optional.of(Refusal.LOCKED) : Optional.empty());
        refusal.ifPresentOrElse(why -> refused.put(action, why), () -> allowed.add(action));
    }

    private AllowedActions done() {
        return new AllowedActions(allowed, refused);
    }
}
