// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.lifecycle.Decision;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.lifecycle.Standing;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.ticket.MergeRecord.Mark;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket that what is undone has come to, at once or with another: it stands as if all that was merged into it since had been, but not
 * that. Only where nothing else has happened to it since.
 */
final class Unmerging {
    private final Scope scope;
    private final TicketData ticket;
    private final MergesInForce merges;
    private final OperationId by;
    private final MergeRecord base;
    private final List<OperationId> again;
    private final boolean untouched;
    private final boolean quiet;

    /**
     * @param by the merge that is undone, or that has brought the ticket it is undone in
     * @param base the same; only in the second case it is in force, and taken again
     */
    Unmerging(TicketData ticket, MergesInForce merges, OperationId by, MergeRecord base) {
        this.scope = merges.scope();
        this.by = by;
        this.ticket = ticket;
        this.merges = merges;
        this.base = base;
        this.again = merges.from(by.version());
        boolean stands = !base.lost() && !merges.movedSince(by.version());
        boolean silent = true;
        Mark at = again.contains(by) ? base.before() : base.made();
        for (OperationId id : again) {
            MergeRecord next = merges.get(id);
            stands &= !next.lost() && next.before().standing().equals(at.standing());
            silent &= next.before().lastMessageAt().equals(at.lastMessageAt());
            at = next.made();
        }
        untouched = stands && Standing.of(ticket.state()).equals(at.standing());
        quiet = silent && ticket.activity().lastMessageAt().equals(at.lastMessageAt());
    }

    boolean isUntouched() {
        return untouched;
    }

    TicketId id() {
        return ticket.id();
    }

    MergesInForce merges() {
        return merges;
    }

    /** @param given the same ticket, after what is undone has left it */
    void redo(Case given) {
        TicketState state =
                take(given.state(), new Step.StandsAgain(base.before().standing()));
        Instant last = base.before().lastMessageAt();
        for (int i = 0; i < again.size(); i++) {
            MergeRecord record = merges.get(again.get(i));
            Optional<TicketData> source = scope.stores().tickets().find(record.source());
            Mark before = mark(record.before(), state, last);
            TicketData.Merged merged = source.map(TicketData::merged).orElse(null);
            if (merged != null) {
                boolean apart = merged.apart();
                state = untouched ? take(state, takesIn(given, i, source.get(), apart)) : state;
                Instant theirs = source.get().activity().lastMessageAt();
                last = !apart && theirs.isAfter(last) ? theirs : last;
            }
            Mark made = mark(record.made(), state, last);
            merges.change(again.get(i), each -> untouched ? each.between(before, made) : each.asLost());
        }
        if (untouched) {
            given.take(new Step.StandsAgain(Standing.of(state)));
        }
        if (quiet) {
            given.lastMessage(last);
        }
    }

    /**
     * @param companions of what is undone, as far as they have come to this ticket
     * @return those who have left it
     */
    Companions leave(Companions companions, Case given) {
        boolean further = again.contains(by);
        Companions here = further ? companions.alsoWith(base) : companions;
        Companions left = here.leave(
                given,
                merges,
                merges.all().stream().filter(id -> !id.equals(by)).toList());
        if (further) {
            merges.change(by, record -> record.without(here.cc(), here.followers()));
        }
        return left;
    }

    private Mark mark(Mark kept, TicketState state, Instant last) {
        Mark standing = kept.standing(Standing.of(state));
        return quiet ? standing.lastMessageAt(last) : standing;
    }

    /** What was counted then is counted still. */
    private Step takesIn(Case given, int index, TicketData source, boolean apart) {
        Family targets = Family.of(scope, given.before());
        for (OperationId later : again.subList(index, again.size())) {
            targets = targets.without(merges.get(later).source());
        }
        Step.TakesIn takes = (Step.TakesIn) MergeTickets.takesIn(
                source.state(),
                apart
                        ? Optional.empty()
                        : Optional.of(MergeTickets.staffWroteLast(scope, Family.of(scope, source), targets)));
        return new Step.TakesIn(
                0, 0, takes.waitingSince(), takes.othersSince(), takes.unread(), takes.staffWroteLast());
    }

    private TicketState take(TicketState state, Step step) {
        Decision decision = Lifecycle.decide(ticket.id(), state, step, scope.policy(state.queue()), scope.now());
        return ((Decision.Done) decision).state();
    }
}
