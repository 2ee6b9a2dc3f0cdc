// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.ticket.MergeRecord.Moved;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.OtherTicketMerged;
import dev.troubletickets.event.TicketEvent.TicketMerged;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.spi.storage.TicketData.Merged;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one ticket part of another (A12): by a pointer, so that it can be taken back (G2). Both are the last of what they were merged into. */
public final class MergeTickets {
    /** So that a page stays one that can be read, and made at one go. */
    private static final int MOST = 100;

    private MergeTickets() {}

    public static OperationId merge(Scope scope, Viewer.Staff staff, Case source, Case into, boolean acrossCustomers) {
        staff.require(Permission.MERGE);
        if (source.id().equals(into.id())) {
            throw new NotPermitted(Refusal.ONE_ALREADY);
        }
        source.requireFree();
        boolean apart = !isOneCustomer(source.header(), into.header());
        if (apart && !acrossCustomers) {
            throw new NotPermitted(Refusal.DIFFERENT_CUSTOMERS);
        }
        requireOneReseller(source.header(), into.header());
        Family sources = Family.of(scope, source.before());
        Family targets = Family.of(scope, into.before());
        if (sources.all().size() + targets.all().size() > MOST + 1) {
            throw new OverLimit("mergedTickets", MOST);
        }
        into.take(takesIn(
                        source.state(),
                        apart ? Optional.empty() : Optional.of(staffWroteLast(scope, sources, targets))))
                .happened(new OtherTicketMerged(source.id(), apart));
        if (!apart) {
            answerToo(scope, source.header(), into);
            into.lastMessage(latest(source.before(), into.before()));
            TicketIncidents.merged(scope, source);
        }
        List<Followers.Joined> followers = Followers.join(scope, source.id(), into);
        List<Long> actions = MovedActions.join(scope, source, into, apart);
        Moved moved = new Moved(actions, TicketTasks.join(scope, source, into));
        source.merge(new Merged(into.id(), apart)).happened(new TicketMerged(into.id(), apart));
        save(staff, source, into);
        scope.stores().tickets().unlock(source.id());
        return record(scope, staff, into, MergeRecord.of(source.id(), into, followers, moved));
    }

    /** The lower number first, so that two merges at once do not wait for each other. */
    private static void save(Viewer.Staff staff, Case source, Case into) {
        boolean sourceFirst = source.id().value() < into.id().value();
        (sourceFirst ? source : into).save(staff.actor());
        (sourceFirst ? into : source).save(staff.actor());
    }

    /** One account, or, where neither has one, one address. */
    static boolean isOneCustomer(Header one, Header other) {
        return one.account() == null && other.account() == null
                ? one.requester().equals(other.requester())
                : one.account() != null && one.account().equals(other.account());
    }

    /** What is in a reseller's customer's ticket may come to be read by the reseller's staff (E4). */
    private static void requireOneReseller(Header source, Header into) {
        if (into.reseller() != null && !into.reseller().equals(source.reseller())) {
            throw new NotPermitted(Refusal.DIFFERENT_RESELLERS);
        }
    }

    /** @param staffWroteLast of both together; empty where the customers are different */
    static Step takesIn(TicketState source, Optional<Boolean> staffWroteLast) {
        boolean apart = staffWroteLast.isEmpty();
        Instant waiting = source.waitingSince();
        return new Step.TakesIn(
                source.messages(),
                apart ? 0 : source.shown(),
                apart || !source.customerWaits() ? null : waiting,
                apart ? waiting : source.joined().othersSince(),
                !apart && source.isUnreadByCustomer(),
                staffWroteLast);
    }

    static boolean staffWroteLast(Scope scope, Family sources, Family targets) {
        List<Talk.Word> words = Stream.concat(
                        Conversation.words(scope, sources).stream(), Conversation.words(scope, targets).stream())
                .map(message -> new Talk.Word(message.kind(), message.at()))
                .sorted(java.util.Comparator.comparing(Talk.Word::at))
                .toList();
        return Talk.of(words).staffWroteLast();
    }

    /** Whoever was answered before is answered still. */
    private static void answerToo(Scope scope, Header source, Case into) {
        Header header = into.header();
        Set<EmailAddress> cc = new LinkedHashSet<>(header.cc());
        cc.addAll(source.cc());
        cc.add(source.requester());
        cc.remove(header.requester());
        if (!cc.equals(header.cc())) {
            Allowance.cc(scope.settings().limits(), cc);
            into.change(
                    Headers.withCc(header, cc),
                    new FieldChanged(Field.CC, Headers.list(header.cc()), Headers.list(cc)));
        }
    }

    private static Instant latest(TicketData source, TicketData into) {
        Instant theirs = source.activity().lastMessageAt();
        Instant ours = into.activity().lastMessageAt();
        return theirs.isAfter(ours) ? theirs : ours;
    }

    private static OperationId record(Scope scope, Viewer.Staff staff, Case into, MergeRecord merge) {
        OperationId id = new OperationId(into.id(), into.data().version());
        scope.stores()
                .operations()
                .add(new OperationData(
                        id, OperationData.Kind.MERGE, scope.now(), staff.actor(), Json.write(merge), false));
        return id;
    }
}
