// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.lifecycle.Splitting;
import dev.troubletickets.core.lifecycle.Splitting.Said;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part whose messages have gone back to where they were split from. It goes there itself, if it has nothing left that its customer could
 * read; words said in it since keep it where it is.
 *
 * @param ended what becomes of it, to be written
 * @param waitingSince since when its customer has waited for an answer to what went back
 * @param asMade all went back, and nothing had happened to it that matters to who waits
 */
record ReturnedPart(Case ended, @Nullable Instant waitingSince, boolean asMade, List<Left> left) {
    static ReturnedPart of(Scope scope, SplitTicket.Part part, Case ticket, TicketId source) {
        List<Left> left = new ArrayList<>();
        List<MessageData> shown = Conversation.shownIn(scope, part.ticket());
        List<MessageData> gone = new ArrayList<>();
        for (MessageId message : part.messages()) {
            if (scope.stores().conversations().show(message, part.ticket(), source)) {
                shown.stream().filter(each -> each.id().equals(message)).forEach(gone::add);
            } else {
                left.add(new Left(Reason.MOVED_ON, part.ticket(), Optional.of(message)));
            }
        }
        List<MessageData> stay =
                shown.stream().filter(each -> !gone.contains(each)).toList();
        TicketState state = ticket.state();
        boolean stays = stay.stream().anyMatch(message -> !message.id().isNote());
        boolean sameWait = Objects.equals(state.waitingSince(), part.standing().waitingSince())
                && state.status().isActive() == part.standing().status().isActive();
        boolean asMade = sameWait && left.isEmpty() && !stays;
        if (stays) {
            stay.forEach(message -> left.add(new Left(Reason.LATER_WORDS, part.ticket(), Optional.of(message.id()))));
            lose(ticket, gone, stay);
        } else {
            ticket.requireFree();
            ticket.merge(new TicketData.Merged(source, false));
            scope.stores().tickets().unlock(ticket.id());
        }
        if (!sameWait && !stays) {
            left.add(new Left(Reason.MOVED_ON, part.ticket(), Optional.empty()));
        }
        return new ReturnedPart(ticket, waitingFor(state, gone), asMade, left);
    }

    private static void lose(Case ticket, List<MessageData> gone, List<MessageData> stay) {
        ticket.take(Splitting.left(ticket.state(), said(ticket, gone), said(ticket, stay)))
                .lastMessage(SplitTicket.latest(
                        stay.stream().filter(message -> !message.id().isNote()).toList()));
    }

    /** What was said here since was said after what came with it. */
    private static List<Said> said(Case ticket, List<MessageData> messages) {
        int joined = ticket.state().joined().shown();
        return messages.stream()
                .filter(message -> !message.id().isNote())
                .map(message -> new Said(
                        new Talk.Word(message.kind(), message.at()),
                        message.id().ticket().equals(ticket.id())
                                ? joined + message.id().number()
                                : joined))
                .toList();
    }

    private static @Nullable Instant waitingFor(TicketState state, List<MessageData> gone) {
        Instant since = state.waitingSince();
        boolean here = since != null
                && gone.stream()
                        .anyMatch(message ->
                                !message.id().isNote() && message.at().equals(since));
        return here ? since : null;
    }

    TicketId ticket() {
        return ended.id();
    }

    TicketState before() {
        return ended.before().state();
    }

    /** There are answers in what went back, and nothing else, that the customer has not read. */
    boolean isUnread() {
        return isMerged() && before().isUnreadByCustomer();
    }

    boolean isMerged() {
        return ended.data().merged() != null;
    }
}
