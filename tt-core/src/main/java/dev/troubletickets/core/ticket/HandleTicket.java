// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Response;
import dev.troubletickets.core.post.Withheld;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.ResponseWithheld;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** In whose hands a ticket is, and in which status (A5, B3). */
public final class HandleTicket {
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(3653);

    private final Optional<Post> post;

    public HandleTicket(Optional<Post> post) {
        this.post = post;
    }

    /** Whoever picks a ticket up has it locked as well (B6). */
    public static void pickUp(Scope scope, Viewer.Staff staff, Case ticket) {
        ticket.take(new Step.PicksUp(staff.id(), staff.profile().isPresent())).save(staff.actor());
        Compose.give(scope, staff.id(), ticket.id());
    }

    /** Taking an unassigned ticket for oneself is a pick-up; everything else needs the permission. */
    public void assign(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        give(scope, staff, ticket, technician);
        ticket.save(staff.actor());
        endOwnLock(scope, staff, ticket);
    }

    /** The same without writing it. */
    void give(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        Colleagues.require(scope, staff, technician, ticket.header().reseller());
        if (ticket.state().assignee() != null || !technician.equals(staff.id())) {
            staff.require(Permission.ASSIGN_TO_OTHERS);
        }
        boolean profile = scope.stores().staff().find(technician).profile().isPresent();
        ticket.take(new Step.Assigns(technician, profile));
    }

    /** True if the technician could give the unassigned ticket to that one. */
    boolean canGive(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        return (technician.equals(staff.id()) || staff.has(Permission.ASSIGN_TO_OTHERS))
                && Colleagues.isOne(scope, staff, technician, ticket.header().reseller())
                && scope.stores().staff().find(technician).profile().isPresent();
    }

    /** Sends a ticket on; what is another's, or goes to a technician, needs the permission (B5). */
    public void redirect(Scope scope, Viewer.Staff staff, Case ticket, Holder to) {
        if (staff.isAnothers(ticket.state()) || to instanceof Holder.Technician) {
            staff.require(Permission.ASSIGN_TO_OTHERS);
        }
        if (to instanceof Holder.Technician technician) {
            Colleagues.require(scope, staff, technician.staff(), ticket.header().reseller());
        }
        TicketData after = ticket.take(new Step.Redirects(staff.id(), to, hasProfile(scope, to)))
                .save(staff.actor());
        UndoMove.record(scope, staff, ticket.before(), after);
        endOwnLock(scope, staff, ticket);
    }

    /** Closes the ticket, or the technician's part of one that is open with others as well (B5). */
    public void close(Scope scope, Viewer.Staff staff, Case ticket) {
        TicketState state = ticket.state();
        if (state.parts().isEmpty() || staff.isMainAdministrator()) {
            status(scope, staff.actor(), ticket, new Step.Closes());
        } else {
            Holder own = Holder.technician(staff.id());
            boolean hasPart = state.isAssignedTo(staff.id()) || state.hasPart(staff.id());
            ticket.take(new Step.ClosesPart(hasPart ? own : staff.partOf(state)))
                    .save(staff.actor());
        }
    }

    private boolean hasProfile(Scope scope, Holder to) {
        if (to instanceof Holder.Technician technician) {
            return scope.stores().staff().find(technician.staff()).profile().isPresent();
        }
        scope.queue(((Holder.Department) to).queue());
        return true;
    }

    public static void release(Scope scope, Viewer.Staff staff, Case ticket) {
        TicketState state = ticket.state();
        if (state.assignee() != null && !state.isAssignedTo(staff.id())) {
            staff.require(Permission.ASSIGN_TO_OTHERS);
        }
        ticket.take(new Step.Releases()).save(staff.actor());
        endOwnLock(scope, staff, ticket);
    }

    /** Out of the active lists for a while (A14). */
    public static void snooze(Scope scope, Viewer.Staff staff, Case ticket, Instant until) {
        if (!until.isAfter(scope.now()) || until.isAfter(scope.now().plus(LONGEST_SNOOZE))) {
            throw new Invalid("until", "lies in the future, within ten years");
        }
        ticket.take(new Step.Snoozes(until.truncatedTo(ChronoUnit.MICROS))).save(staff.actor());
    }

    /** True, with its time to close stopped, if there is something to be done first (E7, G5). */
    public static boolean suspendClosing(Timer timer, Case ticket) {
        boolean early = (timer == Timer.AUTO_CLOSE || timer == Timer.CLOSE_WARNING)
                && ticket.tallies().tasks() > 0;
        if (early) {
            ticket.take(new Step.SuspendsAutoClose()).save(Actor.system());
        }
        return early;
    }

    /** True, with its closing put off, if the time is that of closing and the answer, or the warning, may not have left yet (G5). */
    public boolean putOffClosing(Scope scope, Timer timer, Case ticket) {
        boolean early = timer != Timer.WAKE
                && post.isPresent()
                && scope.stores().outbox().isUnderWay(numbering(scope, ticket.before()));
        if (early) {
            ticket.take(new Step.PutsOffClosing()).save(Actor.system());
        }
        return early;
    }

    /** By whose numbers mails know what the ticket's customer is shown; what was split off has kept the ticket's that it was split from. */
    private static Set<TicketId> numbering(Scope scope, TicketData ticket) {
        Family family = Family.of(scope, ticket);
        Set<TicketId> numbering = new HashSet<>(family.customersIds());
        if (ticket.state().joined().messages() > 0) {
            Conversation.words(scope, family)
                    .forEach(message -> numbering.add(message.id().ticket()));
        }
        return numbering;
    }

    /** A timer of the ticket has come (A10, A14, G5). */
    public void timer(Scope scope, Timer timer, Case ticket) {
        ticket.take(
                switch (timer) {
                    case AUTO_CLOSE -> new Step.AutoCloses();
                    case CLOSE_WARNING -> new Step.WarnsOfClosing();
                    case WAKE -> new Step.Wakes(Cause.TIME);
                    case ESCALATION -> throw new IllegalArgumentException("not a step of the life cycle");
                });
        if (timer == Timer.CLOSE_WARNING) {
            save(scope, Actor.system(), ticket, Optional.of(Post.closingSoon(scope, ticket.data())));
        } else {
            save(scope, Actor.system(), ticket);
        }
    }

    /** Who gives a ticket away has done with it. */
    private static void endOwnLock(Scope scope, Viewer.Staff staff, Case ticket) {
        Lock lock = ticket.data().lock();
        if (lock != null && lock.holder().equals(staff.id())) {
            scope.stores().tickets().unlock(ticket.id());
        }
    }

    /** Takes a step that changes the status, and tells the customer where it settles the ticket (D7). */
    public void status(Scope scope, Actor actor, Case ticket, Step step) {
        save(scope, actor, ticket.take(step));
    }

    /** Writes the ticket, and tells the customer where its steps have settled it (D7). */
    TicketData save(Scope scope, Actor actor, Case ticket) {
        return save(scope, actor, ticket, ticket.isSettled() ? Post.settled(scope, ticket.data()) : Optional.empty());
    }

    /** What is withheld from the customer is on record with the ticket (G1). */
    private TicketData save(Scope scope, Actor actor, Case ticket, Optional<Response> response) {
        Optional<Response> wanted = response.filter(each -> post.isPresent());
        wanted.flatMap(Response::withheld).ifPresent(why -> withhold(scope, ticket, why));
        TicketData after = ticket.save(actor);
        wanted.ifPresent(each -> post.orElseThrow().send(scope, after, each));
        tellOthers(scope, ticket, post);
        return after;
    }

    static void withhold(Scope scope, Case ticket, Withheld why) {
        ticket.happenedByItself(new ResponseWithheld(why.because()));
        why.count(scope);
    }

    /** Customers of tickets that were settled with this one. */
    static void tellOthers(Scope scope, Case ticket, Optional<Post> post) {
        post.ifPresent(out -> ticket.settledAlong()
                .forEach(other -> other.response().ifPresent(each -> out.send(scope, other.ticket(), each))));
    }
}
