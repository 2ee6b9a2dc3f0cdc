// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.files.References;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

public final class SqlTicketStore implements TicketStore {
    private static final String SELECT = "select " + TicketRow.COLUMNS + " from {ticket} t";

    /** How many rows of the table mutex stand for tickets. */
    private static final int GUARDS = 16;

    private final Session session;
    private final TicketText texts;
    private final TicketLists lists;
    private final Map<TicketId, TicketData> read = new HashMap<>();

    public SqlTicketStore(Session session) {
        this.session = session;
        this.texts = new TicketText(session);
        this.lists = new TicketLists(session);
    }

    @Override
    public TicketId nextId() {
        return TicketId.of(session.number(session.dialect().nextOf("ticket_number")));
    }

    @Override
    public void insert(TicketData ticket) {
        guardQueue(ticket.id());
        TicketData.Weight weight = ticket.weight();
        session.later(
                TicketRow.INSERT,
                TicketRow.values(
                        ticket,
                        weight.points(),
                        weight.bonus(),
                        weight.rules(),
                        ticket.id().value()));
        texts.insert(ticket);
    }

    @Override
    public Optional<TicketData> find(TicketId id) {
        return session.first(SELECT + " where t.id = ?", TicketRow::read, id.value())
                .map(this::read);
    }

    @Override
    public List<TicketData> mergedInto(Collection<TicketId> targets) {
        return targets.isEmpty()
                ? List.of()
                : read(session
                        .list(
                                SELECT + " where t.merged_into in (" + Codes.marks(targets.size()) + ")",
                                TicketRow::read,
                                targets.stream().map(TicketId::value).toArray())
                        .stream()
                        .sorted(Comparator.comparingLong(ticket -> ticket.id().value()))
                        .toList());
    }

    @Override
    public boolean update(TicketData ticket) {
        guardQueue(ticket.id());
        Optional<TicketData> before = before(ticket);
        if (before.isEmpty() || !TicketUpdate.run(session, before.get(), ticket)) {
            return false;
        }
        texts.update(before.get(), read(ticket));
        return true;
    }

    /** Read anew if the unit has not read that version; absent if the ticket is not there in it. */
    private Optional<TicketData> before(TicketData after) {
        Predicate<TicketData> isReplaced = ticket -> ticket.version() == after.version() - 1;
        return Optional.ofNullable(read.get(after.id()))
                .filter(isReplaced)
                .or(() -> find(after.id()).filter(isReplaced));
    }

    @Override
    public boolean setClock(TicketId id, long version, AnswerClock clock) {
        read.remove(id);
        return session.change(ClockColumns.UPDATE, ClockColumns.values(clock, id.value(), version)) == 1;
    }

    @Override
    public void markReadByCustomer(TicketId id, int messages) {
        session.later(
                "update {ticket} set customer_read = ? where id = ? and customer_read < ?",
                messages,
                id.value(),
                messages);
    }

    @Override
    public void lock(TicketId id, Lock lock, Instant now) {
        session.later(
                "update {ticket} set lock_holder = ?, lock_until = ? where id = ?"
                        + " and (lock_holder is null or lock_holder = ? or lock_until <= ?)",
                lock.holder().value(),
                lock.until(),
                id.value(),
                lock.holder().value(),
                now);
    }

    @Override
    public void unlock(TicketId id) {
        session.later(
                "update {ticket} set lock_holder = null, lock_until = null where id = ? and lock_holder is not null",
                id.value());
    }

    @Override
    public void weigh(TicketId id, TicketData.Weight weight) {
        session.later(
                "update {ticket} set weight = ?, bonus = ?, weighed_by = ? where id = ?",
                weight.points(),
                weight.bonus(),
                weight.rules(),
                id.value());
    }

    @Override
    public void forgetWeights(AccountId account) {
        session.later("update {ticket} set weighed_by = 0 where account = ? and active = true", account.value());
    }

    @Override
    public List<TicketData> lockToWeigh(long rules, int limit) {
        String order = session.dialect().sortsByWholeIndex() ? "t.active, t.weighed_by, t.id" : "t.weighed_by, t.id";
        return session.lockFree(
                SELECT + " where t.active = true and t.weighed_by < ? order by " + order + " limit " + limit,
                TicketRow::read,
                rules);
    }

    /** What belongs to the ticket goes with it, by its foreign keys; its messages may be shown in another, and the feed goes on telling that it was. */
    @Override
    public boolean delete(TicketId id) {
        session.lock("select id from {ticket} where id = ?", id.value());
        Departure departure = new Departure(session, id);
        References files = departure.files();
        departure.ofMessages();
        boolean gone = session.change("delete from {ticket} where id = ?", id.value()) == 1;
        if (gone) {
            session.later(
                    "update {history} set actor_kind = 'SYSTEM', actor = '', content = '' where ticket = ?",
                    id.value());
        }
        files.released();
        return gone;
    }

    @Override
    public List<ListedTicket> list(TicketCriteria criteria) {
        return lists.list(criteria);
    }

    @Override
    public long count(TicketCriteria criteria) {
        return lists.count(criteria);
    }

    @Override
    public long count(TicketCriteria criteria, int most) {
        return lists.count(criteria, most);
    }

    /** Goes from one reseller to the next by the index, for there are few of them and many tickets. */
    @Override
    public List<ResellerId> resellers(Visibility visibility, int limit) {
        TicketFilter filter = new TicketFilter(session.dialect());
        filter.add("t.reseller = r.reseller");
        filter.visible(visibility, new Assignment.Anyone());
        String sql =
                "with recursive r (reseller) as (select min(t.reseller) from {ticket} t where t.reseller is not null"
                        + " union all select (select min(t.reseller) from {ticket} t where t.reseller > r.reseller) from r"
                        + " where r.reseller is not null)"
                        + " select r.reseller from r where r.reseller is not null and exists (select 1 from {ticket} t"
                        + filter.where() + ") order by r.reseller limit " + limit;
        return session.list(sql, row -> ResellerId.of(row.text()), filter.values());
    }

    @Override
    public List<ActiveCount> countActive(Visibility visibility, StaffId me) {
        TicketFilter filter = new TicketFilter(session.dialect());
        filter.active();
        filter.visible(visibility, new Assignment.Anyone());
        String sql = "select queue, status, who, snoozed, count(*) from (select t.queue, t.status,"
                + " case when t.assignee = ? then 0 when t.assignee is null then 1 else 2 end as who,"
                + " t.snoozed_until is not null as snoozed from {ticket} t"
                + filter.where() + ") active group by queue, status, who, snoozed";
        List<Object> values = new ArrayList<>(List.of(me.value()));
        values.addAll(List.of(filter.values()));
        return session.list(sql, SqlTicketStore::activeCount, values.toArray());
    }

    @Override
    public Map<StaffId, Long> inHand(Set<StaffId> staff) {
        Map<StaffId, Long> tickets = new HashMap<>();
        if (!staff.isEmpty()) {
            session.list(
                    "select assignee, count(*) from {ticket} where active = true and assignee in ("
                            + Codes.marks(staff.size())
                            + ") and status in (" + Status.NEW.rank() + ", " + Status.OPEN.rank()
                            + ") and snoozed_until is null group by assignee",
                    row -> tickets.put(StaffId.of(row.text()), row.number()),
                    staff.stream().map(StaffId::value).toArray());
        }
        return tickets;
    }

    @Override
    public List<TicketData> lockDue(Timer timer, Instant now, int limit) {
        String at = switch (timer) {
            case AUTO_CLOSE -> "t.auto_close_at";
            case CLOSE_WARNING -> "t.close_warning_at";
            case WAKE -> "t.snoozed_until";
            case ESCALATION -> "t.escalates_at";
        };
        String sql =
                SELECT + " where " + at + " <= ? and t.merged_into is null order by " + at + ", t.id limit " + limit;
        return read(session.lockFree(sql, TicketRow::read, now));
    }

    @Override
    public List<TicketData> lockOutdated(QueueId queue, long terms, int limit) {
        String order = session.dialect().sortsByWholeIndex() ? "t.queue, t.terms, t.id" : "t.terms, t.id";
        return read(session.lockFree(
                SELECT + " where t.queue = ? and t.terms < ? order by " + order + " limit " + limit,
                TicketRow::read,
                queue.value(),
                terms));
    }

    @Override
    public List<TicketData> inQueue(QueueId queue, int limit) {
        String order = session.dialect().sortsByWholeIndex() ? "t.queue, t.id" : "t.id";
        List<TicketData> found = session.list(
                SELECT + " where t.queue = ? order by " + order + " limit " + limit, TicketRow::read, queue.value());
        if (found.size() < limit) {
            found.addAll(session.list(
                    SELECT + " where t.parts is not null and t.parts like ?"
                            + session.dialect().escape() + " and t.queue <> ? order by t.id limit "
                            + (limit - found.size()),
                    TicketRow::read,
                    Parts.pattern(Holder.department(queue)),
                    queue.value()));
        }
        return found;
    }

    /** So that only what has changed is written, if the ticket is written back. */
    private TicketData read(TicketData ticket) {
        read.put(ticket.id(), ticket);
        return ticket;
    }

    private List<TicketData> read(List<TicketData> tickets) {
        tickets.forEach(this::read);
        return tickets;
    }

    private void guardQueue(TicketId id) {
        if (session.dialect().needsGuardedReferences()) {
            session.lock("select name from {mutex} where name = ?", "tickets " + id.value() % GUARDS);
        }
    }

    private static ActiveCount activeCount(Row row) throws SQLException {
        return new ActiveCount(
                QueueId.of(row.number()),
                TicketRow.status(row.integer()),
                switch (row.integer()) {
                    case 0 -> Assigned.ME;
                    case 1 -> Assigned.NOBODY;
                    default -> Assigned.ANOTHER;
                },
                row.flag(),
                row.number());
    }
}
