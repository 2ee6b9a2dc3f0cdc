// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a merge back: the source stands by itself again, as it was left. The ticket it was merged into stands as before, if nothing has
 * happened to it since; otherwise it stays, but nobody waits in it any longer for what has left.
 */
final class UndoMerge {
    private final Scope scope;
    private final Actor actor;
    private final OperationData operation;
    private final MergeRecord merge;

    UndoMerge(Scope scope, Actor actor, OperationData operation) {
        this.scope = scope;
        this.actor = actor;
        this.operation = operation;
        this.merge = Json.read(operation.data(), MergeRecord.class);
    }

    List<Left> undo() {
        TicketData into = find(operation.id().ticket());
        Optional<TicketData> source = scope.stores().tickets().find(merge.source());
        if (source.isEmpty()) {
            return List.of(new Left(Reason.DELETED, merge.source(), Optional.empty()));
        }
        TicketData.Merged merged = source.get().merged();
        if (merged == null || !merged.into().equals(into.id())) {
            return List.of(new Left(Reason.MOVED_ON, merge.source(), Optional.empty()));
        }
        List<Unmerging> levels = levels(into);
        List<Left> left = merged.apart() ? new ArrayList<>() : laterWords(into);
        if (!levels.get(0).isUntouched()) {
            left.add(new Left(Reason.MOVED_ON, into.id(), Optional.empty()));
        }
        Case back = comeBack(source.get());
        Map<TicketId, Gone> gone = new HashMap<>();
        for (Unmerging level : levels) {
            TicketData from = find(level.id());
            int actions = MovedActions.leave(scope, merge.actions(), from, back);
            gone.put(level.id(), new Gone(actions, TicketTasks.leave(scope, merge.tasks(), from, back)));
        }
        if (!merge.tasks().isEmpty()) {
            TicketTasks.resume(back);
        }
        TicketIncidents.unmerged(scope, back);
        // first, for what becomes of the others is no longer its affair
        back.save(actor);
        readAgain(levels.get(0).merges());
        leave(source.get(), levels, gone);
        return left;
    }

    /** How many scheduled actions and open tasks a ticket has less now. */
    private record Gone(int actions, int tasks) {
        static final Gone NOTHING = new Gone(0, 0);
    }

    private void leave(TicketData source, List<Unmerging> levels, Map<TicketId, Gone> all) {
        boolean own = true;
        TicketData below = source;
        Companions companions = Companions.of(merge);
        for (Unmerging level : levels) {
            own &= !isApart(below);
            below = find(level.id());
            Gone gone = all.getOrDefault(level.id(), Gone.NOTHING);
            Case given = Case.of(scope, below).happened(undone(merge.source())).schedules(-gone.actions());
            given.tallies().task(-gone.tasks());
            level.redo(given);
            if (gone.tasks() > 0 && given.state().autoCloseAt() == null) {
                TicketTasks.resume(given);
            }
            if (!level.isUntouched()) {
                waitForRest(given, source, own);
            }
            companions = level.leave(companions, given);
            given.save(actor);
            level.merges().save();
        }
    }

    /** The ticket it was merged into, and all that this was merged into in turn, as they are before anything is written. */
    private List<Unmerging> levels(TicketData into) {
        List<Unmerging> levels = new ArrayList<>();
        MergesInForce merges = new MergesInForce(scope, into.id());
        levels.add(new Unmerging(into, merges, operation.id(), merge));
        TicketData below = into;
        while (below.merged() != null) {
            TicketData above = find(below.merged().into());
            MergesInForce further = new MergesInForce(scope, above.id());
            OperationId by = further.of(below.id());
            levels.add(new Unmerging(above, further, by, further.get(by)));
            below = above;
        }
        return levels;
    }

    private Case comeBack(TicketData source) {
        Duration away = Duration.between(operation.at(), scope.now());
        MergesInForce before = new MergesInForce(scope, source.id());
        before.all().forEach(id -> before.change(id, record -> record.later(away)));
        before.save();
        // its weight is of the time before
        TicketData.Weight weight = source.weight();
        scope.stores().tickets().weigh(source.id(), new TicketData.Weight(weight.points(), weight.bonus(), 0));
        return Case.of(scope, source)
                .merge(null)
                .take(new Step.Returns(away))
                .happened(undone(operation.id().ticket()));
    }

    /**
     * What waited in the source does so no longer here.
     *
     * @param own the source belonged to the ticket's own customer
     */
    private void waitForRest(Case ticket, TicketData source, boolean own) {
        Instant waiting = ticket.state().waitingSince();
        if (waiting != null) {
            Family rest = Family.of(scope, ticket.before()).without(source.id());
            Instant others = ticket.state().joined().othersSince();
            boolean sources = own && waiting.equals(source.state().waitingSince());
            Instant left = sources || waiting.equals(others) ? waitingSince(rest) : waiting;
            ticket.take(new Step.WaitsForRest(
                    left == null && !sources ? waiting : left,
                    others == null ? null : Apart.stillWaiting(rest, others)));
        }
    }

    private @Nullable Instant waitingSince(Family family) {
        List<Talk.Word> words = Conversation.words(scope, family).stream()
                .map(message -> new Talk.Word(message.kind(), message.at()))
                .toList();
        return Talk.of(words).waitingSince();
    }

    private static boolean isApart(TicketData source) {
        return source.merged() != null && source.merged().apart();
    }

    /**
     * Who had read everything before the merge has read all of it again; where what was merged in next was undone before, beyond that,
     * too.
     */
    private void readAgain(MergesInForce others) {
        int before = merge.before().messages();
        int made = merge.made().messages();
        for (OperationId other : others.all()) {
            others.change(
                    other,
                    record -> record.made().messages() == before
                            ? record.between(record.before(), record.made().messages(made))
                            : record);
        }
        scope.stores().conversations().advanceRead(operation.id().ticket(), before, made);
    }

    private List<Left> laterWords(TicketData into) {
        List<Left> left = new ArrayList<>();
        for (int i = merge.made().publicMessages() + 1; i <= into.state().publicMessages(); i++) {
            left.add(new Left(Reason.LATER_WORDS, into.id(), Optional.of(MessageId.publicMessage(into.id(), i))));
        }
        for (int i = merge.made().notes() + 1; i <= into.state().notes(); i++) {
            left.add(new Left(Reason.LATER_WORDS, into.id(), Optional.of(MessageId.note(into.id(), i))));
        }
        return left;
    }

    private OperationUndone undone(TicketId other) {
        return new OperationUndone(operation.id(), Set.of(other));
    }

    private TicketData find(TicketId id) {
        return scope.stores().tickets().find(id).orElseThrow();
    }
}
