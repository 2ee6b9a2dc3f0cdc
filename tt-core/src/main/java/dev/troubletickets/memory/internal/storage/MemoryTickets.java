// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Weight;
import dev.troubletickets.spi.storage.TicketStore;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets, all looked at for every list. For use inside a unit of work alone. */
final class MemoryTickets implements TicketStore {
    private final Tables tables;
    private final Deletion deletion;
    private final AtomicLong lastId = new AtomicLong();

    MemoryTickets(Tables tables) {
        this.tables = tables;
        this.deletion = new Deletion(tables);
    }

    @Override
    public TicketId nextId() {
        return TicketId.of(lastId.incrementAndGet());
    }

    @Override
    public void insert(TicketData ticket) {
        requireQueue(ticket);
        if (tables.tickets.has(ticket.id())) {
            throw new WriteConflict("ticket " + ticket.id() + " is there already");
        }
        tables.tickets.put(ticket.id(), ticket);
    }

    @Override
    public Optional<TicketData> find(TicketId id) {
        return tables.tickets.find(id);
    }

    @Override
    public List<TicketData> mergedInto(Collection<TicketId> targets) {
        return all().filter(ticket -> ticket.merged() != null
                        && targets.contains(ticket.merged().into()))
                .toList();
    }

    @Override
    public boolean update(TicketData ticket) {
        TicketData stored = tables.tickets.get(ticket.id());
        if (stored == null || stored.version() != ticket.version() - 1) {
            return false;
        }
        requireQueue(ticket);
        TicketData kept = readUpTo(ticket, stored.state().customerRead());
        tables.tickets.put(ticket.id(), kept.locked(stored.lock()).weighing(stored.weight()));
        return true;
    }

    @Override
    public void weigh(TicketId id, Weight weight) {
        tables.tickets.find(id).ifPresent(ticket -> tables.tickets.put(id, ticket.weighing(weight)));
    }

    @Override
    public void forgetWeights(AccountId account) {
        List<TicketData> theirs = all().filter(
                        ticket -> account.equals(ticket.header().account()))
                .filter(MemoryTickets::isActive)
                .toList();
        theirs.forEach(ticket -> weigh(
                ticket.id(),
                new Weight(ticket.weight().points(), ticket.weight().bonus(), 0)));
    }

    @Override
    public List<TicketData> lockToWeigh(long rules, int limit) {
        return all().filter(MemoryTickets::isActive)
                .filter(ticket -> ticket.weight().rules() < rules)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean setClock(TicketId id, long version, AnswerClock clock) {
        TicketData stored = tables.tickets.get(id);
        if (stored == null || stored.version() != version) {
            return false;
        }
        tables.tickets.put(id, stored.with(clock));
        return true;
    }

    @Override
    public void markReadByCustomer(TicketId id, int messages) {
        TicketData stored = tables.tickets.get(id);
        if (stored != null && stored.state().customerRead() < messages) {
            tables.tickets.put(id, readUpTo(stored, messages));
        }
    }

    @Override
    public void lock(TicketId id, Lock lock, Instant now) {
        TicketData stored = tables.tickets.get(id);
        if (stored != null && (stored.lock() == null || !stored.lock().keepsOut(lock.holder(), now))) {
            tables.tickets.put(id, stored.locked(lock));
        }
    }

    @Override
    public void unlock(TicketId id) {
        TicketData stored = tables.tickets.get(id);
        if (stored != null) {
            tables.tickets.put(id, stored.locked(null));
        }
    }

    @Override
    public boolean delete(TicketId id) {
        return deletion.of(id);
    }

    @Override
    public List<ListedTicket> list(TicketCriteria criteria) {
        MemoryWords words = words(criteria);
        TicketOrder order = new TicketOrder(criteria.order(), words);
        return all().filter(filter(criteria))
                .filter(order.after(criteria.after()))
                .sorted(order)
                .limit(criteria.limit())
                .map(ticket -> new ListedTicket(
                        ticket,
                        isUnread(ticket, criteria.reader()),
                        criteria.order().key() == SortKey.RELEVANCE ? words.relevance(ticket) : 0))
                .toList();
    }

    @Override
    public long count(TicketCriteria criteria) {
        return all().filter(filter(criteria)).count();
    }

    @Override
    public long count(TicketCriteria criteria, int most) {
        return all().filter(filter(criteria)).limit(most).count();
    }

    private Predicate<TicketData> filter(TicketCriteria criteria) {
        return TicketFilter.of(criteria, tables).and(words(criteria)::areIn);
    }

    private MemoryWords words(TicketCriteria criteria) {
        return new MemoryWords(tables, criteria.search().words(), criteria.visibility());
    }

    @Override
    public List<ResellerId> resellers(Visibility visibility, int limit) {
        return all().filter(TicketFilter.visible(visibility))
                .map(ticket -> ticket.header().reseller())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(ResellerId::value))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ActiveCount> countActive(Visibility visibility, StaffId me) {
        record Group(QueueId queue, Status status, Assigned assigned, boolean snoozed) {}
        Function<TicketState, Group> group =
                state -> new Group(state.queue(), state.status(), assigned(state.assigned(), me), state.isSnoozed());
        Map<Group, Long> counts = all().filter(TicketFilter.visible(visibility))
                .map(TicketData::state)
                .filter(state -> state.status().isActive())
                .collect(Collectors.groupingBy(group, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> new ActiveCount(
                        count.getKey().queue(),
                        count.getKey().status(),
                        count.getKey().assigned(),
                        count.getKey().snoozed(),
                        count.getValue()))
                .toList();
    }

    @Override
    public Map<StaffId, Long> inHand(Set<StaffId> staff) {
        return tables.tickets.rows().stream()
                .map(TicketData::state)
                .filter(state -> state.status() == Status.NEW || state.status() == Status.OPEN)
                .filter(state -> !state.isSnoozed())
                .flatMap(state -> state.assigned().filter(staff::contains).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public List<TicketData> lockDue(Timer timer, Instant now, int limit) {
        record Due(TicketData ticket, Instant at) {}
        return all().filter(ticket -> ticket.merged() == null)
                .<Due>mapMulti((ticket, due) -> {
                    Instant at = at(timer, ticket);
                    if (at != null && !at.isAfter(now)) {
                        due.accept(new Due(ticket, at));
                    }
                })
                .sorted(Comparator.comparing(Due::at))
                .limit(limit)
                .map(Due::ticket)
                .toList();
    }

    @Override
    public List<TicketData> lockOutdated(QueueId queue, long terms, int limit) {
        return all().filter(ticket -> ticket.state().queue().equals(queue))
                .filter(ticket -> Optional.ofNullable(ticket.clock().terms())
                        .filter(number -> number < terms)
                        .isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<TicketData> inQueue(QueueId queue, int limit) {
        Predicate<TicketData> there = ticket -> ticket.state().queue().equals(queue);
        Predicate<TicketData> part = ticket -> ticket.state().parts().contains(Holder.department(queue));
        return Stream.concat(all().filter(there), all().filter(part.and(there.negate())))
                .limit(limit)
                .toList();
    }

    private static @Nullable Instant at(Timer timer, TicketData ticket) {
        TicketState state = ticket.state();
        return switch (timer) {
            case AUTO_CLOSE -> state.autoCloseAt();
            case CLOSE_WARNING -> state.closeWarningAt();
            case WAKE -> state.snoozedUntil();
            case ESCALATION -> ticket.clock().escalatesAt();
        };
    }

    private static boolean isActive(TicketData ticket) {
        return ticket.state().status().isActive() && ticket.merged() == null;
    }

    private Stream<TicketData> all() {
        return tables.tickets.rows().stream();
    }

    private boolean isUnread(TicketData ticket, Optional<StaffId> reader) {
        int messages = ticket.state().messages();
        return reader.map(staff -> new Tables.Reader(ticket.id().value(), staff.value()))
                .map(mark -> tables.readMarks.find(mark).orElse(0) < messages)
                .orElse(false);
    }

    private void requireQueue(TicketData ticket) {
        if (!tables.queues.has(ticket.state().queue())) {
            throw new WriteConflict("queue " + ticket.state().queue().value() + " is gone");
        }
    }

    private static Assigned assigned(Optional<StaffId> assignee, StaffId me) {
        return assignee.map(staff -> staff.equals(me) ? Assigned.ME : Assigned.ANOTHER)
                .orElse(Assigned.NOBODY);
    }

    /** The ticket, read by its customer at least so far. */
    private static TicketData readUpTo(TicketData ticket, int read) {
        return new TicketData(
                ticket.id(),
                ticket.version(),
                ticket.header(),
                ticket.state().readByCustomer(read),
                ticket.activity(),
                ticket.clock(),
                ticket.scheduled(),
                ticket.tasks(),
                ticket.merged(),
                ticket.lock(),
                ticket.weight());
    }
}
