// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Split;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Splitting;
import dev.troubletickets.core.lifecycle.Splitting.Said;
import dev.troubletickets.core.lifecycle.Standing;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.SplitOff;
import dev.troubletickets.event.TicketEvent.TicketSplit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Activity;
import dev.troubletickets.spi.storage.TicketData.Weight;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.SplitReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes messages of a ticket tickets of their own (A4): they are shown elsewhere, and nothing is copied, so that it can be taken back (G2). */
public final class SplitTicket {
    private final Access access;
    private final HandleTicket handleTicket;

    public SplitTicket(Access access, HandleTicket handleTicket) {
        this.access = access;
        this.handleTicket = handleTicket;
    }

    public SplitReport split(Scope scope, Viewer.Staff staff, Case source, Split split) {
        staff.require(Permission.SPLIT);
        source.requireFree();
        Choice choice = new Choice(scope, source.before());
        List<List<MessageData>> chosen = choice.of(split);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            parts.add(open(scope, staff, source, new Going(split.parts().get(i), choice, chosen.get(i))));
        }
        List<TicketId> ids = parts.stream().map(Part::ticket).toList();
        lose(source, choice, chosen.stream().flatMap(List::stream).toList());
        TicketData after = source.happened(new TicketSplit(ids)).save(staff.actor());
        OperationId id = new OperationId(after.id(), after.version());
        String data = Json.write(new Made(Mark.of(source.before()), Mark.of(after), parts));
        scope.stores()
                .operations()
                .add(new OperationData(id, OperationData.Kind.SPLIT, scope.now(), staff.actor(), data, false));
        return new SplitReport(id, ids);
    }

    /** What leaves the ticket is waited for in it no longer. */
    private static void lose(Case source, Choice choice, List<MessageData> gone) {
        List<MessageData> left = choice.without(gone);
        Step.LosesWords step = Splitting.left(source.before().state(), choice.said(gone), choice.said(left));
        source.take(step).lastMessage(latest(left));
    }

    static Instant latest(List<MessageData> messages) {
        return messages.stream().map(MessageData::at).max(Instant::compareTo).orElseThrow();
    }

    private Part open(Scope scope, Viewer.Staff staff, Case source, Going going) {
        QueueId queue = going.wanted()
                .queue()
                .map(id -> scope.queue(id).id())
                .orElse(source.state().queue());
        TicketId id = scope.stores().tickets().nextId();
        Case part = Case.opening(scope, bare(scope, source.before(), going, new Place(id, queue)))
                .happened(new SplitOff(source.id(), queue, going.ids()));
        part.filled(scope.stores().fields().of(source.id()));
        assign(scope, staff, source, part, going.wanted());
        List<Followers.Joined> watchers = Followers.watching(scope, access, source.id(), part);
        TicketData opened = part.save(staff.actor());
        for (MessageId message : going.ids()) {
            if (!scope.stores().conversations().show(message, source.id(), id)) {
                throw new WriteConflict("message " + message + " has gone from " + source.id());
            }
        }
        int read = going.choice().read(going.messages());
        scope.stores()
                .conversations()
                .carryRead(source.id(), read, id, opened.state().messages());
        scope.stores().links().add(new LinkData(source.id(), id, LinkData.Kind.SPLIT, scope.now()));
        Followers.follow(scope, watchers, id);
        return new Part(id, going.ids(), Standing.of(opened.state()));
    }

    private static TicketData bare(Scope scope, TicketData source, Going going, Place place) {
        List<Said> words = going.choice().said(going.messages());
        Splitting.Part part = new Splitting.Part(
                source.state(), place.queue(), words, going.messages().size());
        TicketData bare = new TicketData(
                        place.id(),
                        0,
                        Headers.splitOff(source.header(), going.wanted().subject(), scope.now()),
                        Splitting.part(place.id(), part, scope.policy(place.queue()), scope.now()),
                        new Activity(scope.now(), going.lastAt()))
                .weighing(new Weight(0, source.weight().bonus(), 0));
        return bare.weighing(Weighing.now(scope, bare));
    }

    private void assign(Scope scope, Viewer.Staff staff, Case source, Case part, Split.Part wanted) {
        switch (wanted.assignment()) {
            case NAMED ->
                handleTicket.give(scope, staff, part, wanted.assignee().orElseThrow());
            case AS_BEFORE -> {
                StaffId before = source.state().assignee();
                boolean sameQueue = part.state().queue().equals(source.state().queue());
                if (before != null && sameQueue && handleTicket.canGive(scope, staff, part, before)) {
                    handleTicket.give(scope, staff, part, before);
                } else if (part.state().isUnanswered()) {
                    part.assignByPolicy();
                }
            }
            case NOBODY -> {
                // as it is
            }
        }
    }

    private record Place(TicketId id, QueueId queue) {}

    private record Going(Split.Part wanted, Choice choice, List<MessageData> messages) {
        List<MessageId> ids() {
            return messages.stream().map(MessageData::id).toList();
        }

        /** When the last came of those that the customer sees. */
        Instant lastAt() {
            return latest(
                    messages.stream().filter(message -> !message.id().isNote()).toList());
        }
    }

    /** What is needed to undo it. */
    record Made(Mark before, Mark made, List<Part> parts) {}

    /** Of the ticket that was split. */
    record Mark(Standing standing, Instant lastMessageAt) {
        static Mark of(TicketData ticket) {
            return new Mark(Standing.of(ticket.state()), ticket.activity().lastMessageAt());
        }
    }

    /** @param standing how it stood when it was made */
    record Part(TicketId ticket, List<MessageId> messages, Standing standing) {}
}
