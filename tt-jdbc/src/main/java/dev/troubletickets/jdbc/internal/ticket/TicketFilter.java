// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Criteria as conditions on the table of tickets. Statuses and flags stand in the text, not among the values: the database has to see
 * that they imply the condition of a partial index. What is looked for in texts is {@link TextSearch}'s.
 */
final class TicketFilter {
    private static final Set<Status> ACTIVE =
            Arrays.stream(Status.values()).filter(Status::isActive).collect(Collectors.toUnmodifiableSet());

    /** Its customer sees it as a ticket of its own. */
    private static final String BY_ITSELF = "(t.merged_into is null or t.apart)";

    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    TicketFilter(Dialect dialect) {
        this.dialect = dialect;
    }

    static TicketFilter of(TicketCriteria criteria, Dialect dialect) {
        TicketFilter filter = new TicketFilter(dialect);
        Assignment assignment = criteria.assignment() instanceof Assignment.Anyone
                ? SearchConditions.assignment(criteria.search())
                : criteria.assignment();
        filter.statuses(statuses(criteria), criteria.visibility());
        filter.assigned(assignment);
        filter.visible(criteria.visibility(), assignment);
        criteria.archived().ifPresent(yes -> filter.add(yes ? "t.archived" : "not t.archived"));
        criteria.snoozed().ifPresent(yes -> filter.add("t.snoozed_until is " + (yes ? "not null" : "null")));
        if (criteria.unreadByCustomer()) {
            filter.add("t.last_answer > t.customer_read");
        }
        criteria.find().ifPresent(filter::find);
        new SearchConditions(criteria.search(), filter).add(!assignment.equals(criteria.assignment()));
        return filter;
    }

    private static Set<Status> statuses(TicketCriteria criteria) {
        Set<Status> wanted = criteria.search().statuses();
        return criteria.statuses().stream()
                .filter(status -> wanted.isEmpty() || wanted.contains(status))
                .collect(Collectors.toSet());
    }

    /** The columns that are the same in all rows that pass, as far as an index begins with them. */
    List<String> fixed() {
        return fixed;
    }

    /** What is looked for in texts, which is no condition yet. */
    List<Term> terms() {
        return terms;
    }

    /** What follows a {@code like ?}. */
    String escape() {
        return dialect.escape();
    }

    void add(Term.Condition condition) {
        add(condition.sql(), condition.values());
    }

    void add(String condition, Object... more) {
        conditions.add(condition);
        Collections.addAll(values, more);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    /** Merged tickets are not active, whatever their status. */
    void active() {
        add("t.active = true");
        fixed.add("active");
    }

    void visible(Visibility visibility, Assignment assignment) {
        if (visibility instanceof Visibility.OfAccount customer) {
            add("t.account = ?", customer.account().value());
            add(BY_ITSELF);
            fixed.add("account");
        } else if (visibility instanceof Visibility.OfResellers theirs) {
            ofResellers(theirs.resellers());
            add(BY_ITSELF);
        } else if (!fixed.contains("active")) {
            add("t.merged_into is null");
        }
        if (visibility instanceof Visibility.OfStaff staff) {
            on(staff.side());
            ofStaff(staff, assignment);
        } else if (visibility instanceof Visibility.Everything all) {
            on(all.side());
        }
    }

    private void on(Side side) {
        if (side instanceof Side.Only only) {
            ofResellers(only.resellers());
        } else if (side instanceof Side.With some) {
            Object[] resellers = values(some.resellers());
            add(
                    resellers.length == 0
                            ? "t.reseller is null"
                            : "(t.reseller is null or t.reseller in (" + Codes.marks(resellers.length) + "))",
                    resellers);
        } else if (side instanceof Side.Without others && !others.resellers().isEmpty()) {
            Object[] resellers = values(others.resellers());
            add("(t.reseller is null or t.reseller not in (" + Codes.marks(resellers.length) + "))", resellers);
        }
    }

    private void ofResellers(Collection<ResellerId> resellers) {
        if (resellers.isEmpty()) {
            add("1 = 0");
        } else if (resellers.size() == 1) {
            add("t.reseller = ?", values(resellers));
            fixed.add("reseller");
        } else {
            add("t.reseller in (" + Codes.marks(resellers.size()) + ")", values(resellers));
        }
    }

    private static Object[] values(Collection<ResellerId> resellers) {
        return resellers.stream().map(ResellerId::value).sorted().toArray();
    }

    /** One's own tickets are visible wherever they are; what is nobody's or another's only in one's queues. */
    private void ofStaff(Visibility.OfStaff staff, Assignment assignment) {
        if (assignment instanceof Assignment.To to && to.staff().equals(staff.staff())) {
            return;
        }
        boolean anyones = assignment instanceof Assignment.Anyone;
        add(
                "(" + oneOf("t.queue", staff.queues()) + oneOf("t.id", staff.invited())
                        + (anyones ? "t.assignee = ? or " : "") + partOf(staff.queues()) + ")",
                values(staff, anyones));
    }

    /** A part of the technician's, or of one of the queues; nearly all tickets have none. */
    private String partOf(Collection<QueueId> queues) {
        String like = "t.parts like ?" + dialect.escape();
        return "(" + dialect.isThere("t.parts") + " and (" + like + (" or " + like).repeat(queues.size()) + "))";
    }

    private static Object[] parts(Collection<QueueId> queues, StaffId staff) {
        return Stream.concat(Stream.of(Holder.technician(staff)), sorted(queues).map(Holder::department))
                .map(Parts::pattern)
                .toArray();
    }

    /** What stands as it is in a pattern of {@code like}. */
    static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private void statuses(Set<Status> statuses, Visibility visibility) {
        if (statuses.isEmpty()) {
            add("1 = 0");
            return;
        }
        boolean customers = visibility instanceof Visibility.OfAccount || visibility instanceof Visibility.OfResellers;
        if (!customers && statuses.stream().allMatch(Status::isActive)) {
            active();
        }
        if (statuses.size() == 1) {
            fixed.add("status");
        }
        if (statuses.size() < Status.values().length && (customers || !statuses.equals(ACTIVE))) {
            add(statuses.stream()
                    .map(status -> Integer.toString(status.rank()))
                    .sorted()
                    .collect(Collectors.joining(", ", "t.status in (", ")")));
        }
    }

    private void assigned(Assignment assignment) {
        if (assignment instanceof Assignment.Nobody) {
            add("t.assignee is null");
            fixed.add("assignee");
        } else if (assignment instanceof Assignment.To to) {
            add("t.assignee = ?", to.staff().value());
            fixed.add("assignee");
        } else if (assignment instanceof Assignment.PartOf part) {
            add(partOf(part.queues()), parts(part.queues(), part.staff()));
        }
    }

    private void find(Find find) {
        if (find instanceof Find.ById byId) {
            add("t.id = ?", byId.id().value());
        } else if (find instanceof Find.ByAccount byAccount) {
            add("t.account = ?", byAccount.account().value());
            fixed.add("account");
        } else if (find instanceof Find.Among among) {
            Object[] ids = among.ids().stream().map(TicketId::value).sorted().toArray();
            add(ids.length == 0 ? "1 = 0" : "t.id in (" + Codes.marks(ids.length) + ")", ids);
        } else if (find instanceof Find.ByRequester byRequester) {
            add("t.requester_key = ?", byRequester.address().key());
            fixed.add("requester_key");
        } else if (find instanceof Find.BySubject bySubject) {
            holds("subject_key", bySubject.words());
        }
    }

    /** The part stands in that text of the ticket. */
    void holds(String text, String part) {
        terms.add(Term.ofPart(dialect, text, TicketRow.key(part)));
    }

    private static String oneOf(String column, Collection<?> ids) {
        return ids.isEmpty() ? "" : column + " in (" + Codes.marks(ids.size()) + ") or ";
    }

    private static Object[] values(Visibility.OfStaff staff, boolean assignee) {
        List<Object> all =
                new ArrayList<>(sorted(staff.queues()).map(QueueId::value).toList());
        staff.invited().stream().map(TicketId::value).sorted().forEach(all::add);
        if (assignee) {
            all.add(staff.staff().value());
        }
        Collections.addAll(all, parts(staff.queues(), staff.staff()));
        return all.toArray();
    }

    private static Stream<QueueId> sorted(Collection<QueueId> queues) {
        return queues.stream().sorted(Comparator.comparingLong(QueueId::value));
    }
}
