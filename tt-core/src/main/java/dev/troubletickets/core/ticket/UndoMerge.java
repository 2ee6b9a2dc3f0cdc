// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Standing;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a merge back: the source stands by itself again, as it was left. The ticket it was merged into stands as before, if nothing has
 * happened to it since; otherwise it stays, but nobody waits in it any longer for what has left.
 */
final class UndoMerge {
    private static final int MOST = 100;

    private final Scope scope;
    private final Actor actor;
    private final OperationData operation;
    private final MergeTickets.Merge merge;

    UndoMerge(Scope scope, Actor actor, OperationData operation) {
        this.scope = scope;
        this.actor = actor;
        this.operation = operation;
        this.merge = Json.read(operation.data(), MergeTickets.Merge.class);
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
        List<Left> left = merged.apart() ? new ArrayList<>() : laterWords(into);
        if (!isUntouched(into)) {
            left.add(new Left(Reason.MOVED_ON, into.id(), Optional.empty()));
        }
        TicketId root = Roots.ofStaff(scope, into.id()).orElseThrow().id();
        boolean rootsOwn = Family.of(scope, find(root)).customersIds().contains(merge.source());
        Case restored = restore(into, source.get());
        // first, for what becomes of the other is no longer its affair
        comeBack(source.get()).save(actor);
        restored.save(actor);
        readAgain(into);
        if (!root.equals(into.id())) {
            // which may just have been told of what has become of that one
            Case above = Case.of(scope, find(root)).happened(undone(merge.source()));
            waitForRest(above, source.get(), rootsOwn);
            above.save(actor);
        }
        return left;
    }

    private Case comeBack(TicketData source) {
        // its weight is of the time before
        TicketData.Weight weight = source.weight();
        scope.stores().tickets().weigh(source.id(), new TicketData.Weight(weight.points(), weight.bonus(), 0));
        return Case.of(scope, source)
                .merge(null)
                .take(new Step.Returns(Duration.between(operation.at(), scope.now())))
                .happened(undone(operation.id().ticket()));
    }

    /** True if it stands as the merge made it. */
    private boolean isUntouched(TicketData into) {
        return Standing.of(into.state()).equals(merge.made().standing())
                && scope.stores().operations().inForce(List.of(into.id()), MOST).stream()
                        .noneMatch(
                                other -> other.id().version() > operation.id().version());
    }

    private Case restore(TicketData into, TicketData source) {
        Case given = Case.of(scope, into).happened(undone(source.id()));
        if (isUntouched(into)) {
            given.take(new Step.StandsAgain(merge.before().standing()));
        } else {
            waitForRest(given, source, !isApart(source));
        }
        withoutCc(given);
        Followers.leave(scope, merge.followers(), given);
        if (into.activity().lastMessageAt().equals(merge.made().lastMessageAt())) {
            given.lastMessage(merge.before().lastMessageAt());
        }
        return given;
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

    private void withoutCc(Case ticket) {
        Set<EmailAddress> before = ticket.header().cc();
        Set<EmailAddress> cc = new LinkedHashSet<>(before);
        if (cc.removeAll(merge.cc())) {
            ticket.change(
                    Headers.withCc(ticket.header(), cc),
                    new FieldChanged(Field.CC, Headers.list(before), Headers.list(cc)));
        }
    }

    /** Who had read everything before the merge has read everything again, if nothing has come since. */
    private void readAgain(TicketData into) {
        if (into.state().messages() == merge.made().messages()) {
            scope.stores()
                    .conversations()
                    .advanceRead(
                            into.id(), merge.before().messages(), into.state().messages());
        }
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
