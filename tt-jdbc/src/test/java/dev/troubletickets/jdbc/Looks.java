// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;

import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What everyone looks at all day, with the index it is read from. */
final class Looks {
    static final String PREFIX = "plan_";

    static final int TICKETS = 6_000;
    private static final TicketId LAST = TicketId.of(TICKETS);

    private Looks() {}

    /** Name, index, criteria. */
    static Stream<Arguments> lists() {
        return Stream.of(
                list("mine", "plan_ticket_mine", mine()),
                list("mine, the next page", "plan_ticket_mine", mine().page(cursor(50L), 50)),
                list("unassigned", "plan_ticket_unassigned", unassigned()),
                list(
                        "unassigned, the next page",
                        "plan_ticket_unassigned",
                        unassigned().page(cursor(minutes(5)), 50)),
                list("unassigned by weight", "plan_ticket_line", unassigned().order(SortKey.WEIGHT, true)),
                list(
                        "unassigned by weight, the next page",
                        "plan_ticket_line",
                        unassigned().order(SortKey.WEIGHT, true).page(cursor(-START.getEpochSecond()), 50)),
                list("unassigned, due first", "plan_ticket_due", unassigned().order(SortKey.DUE, false)),
                list(
                        "unassigned, due first, the next page",
                        "plan_ticket_due",
                        unassigned().order(SortKey.DUE, false).page(cursor(minutes(5)), 50)),
                list(
                        "unassigned, for a guest elsewhere",
                        "plan_ticket_unassigned",
                        guests().assigned(new Assignment.Nobody())),
                list(
                        "unassigned, but for one reseller's",
                        "plan_ticket_unassigned",
                        of(new Side.Without(Set.of(ResellerId.of("r7")))).assigned(new Assignment.Nobody())),
                list(
                        "unassigned, on one reseller's side",
                        "plan_ticket_",
                        of(new Side.Only(Set.of(ResellerId.of("r7")))).assigned(new Assignment.Nobody())),
                list(
                        "mine, for a guest elsewhere",
                        "plan_ticket_mine",
                        guests().assigned(new Assignment.To(JOHN)).order(SortKey.PRIORITY, true)),
                list(
                        "answered, for a guest elsewhere",
                        "plan_ticket_",
                        guests().statuses(Set.of(Status.ANSWERED)).order(SortKey.MODIFIED, true)),
                // by status or by the time of change, as few or many tickets are in that status
                list("answered", "plan_ticket_", inStatus(Status.ANSWERED)),
                list("on hold", "plan_ticket_", inStatus(Status.ON_HOLD)),
                list(
                        "a customer's",
                        "plan_ticket_account",
                        byLastMessage(new Visibility.OfAccount(AccountId.of("a7")))),
                list(
                        "a reseller's",
                        "plan_ticket_reseller",
                        byLastMessage(new Visibility.OfResellers(ResellerId.of("r7")))),
                list(
                        "of one customer, for staff",
                        "plan_ticket_account",
                        TicketCriteria.of(everything())
                                .find(new Find.ByAccount(AccountId.of("a7")))
                                .order(SortKey.LAST_MESSAGE, true)
                                .readBy(JOHN)),
                list(
                        "a requester's",
                        "plan_ticket_requester",
                        TicketCriteria.of(new Visibility.Everything())
                                .find(new Find.ByRequester(EmailAddress.of("c7@example.org")))
                                .order(SortKey.ID, true)));
    }

    /** Name, index, work. */
    static Stream<Arguments> lookUps() {
        return Stream.of(
                lookUp("counts", "plan_ticket_count", unit -> unit.tickets().countActive(everything(), JOHN)),
                lookUp("followed", primary("follow"), unit -> unit.follows().tickets(Kind.WATCH, JOHN)),
                lookUp("followers", "plan_follow_ticket", unit -> unit.follows().followers(Kind.WATCH, LAST)),
                lookUp(
                        "collaborators",
                        "plan_collaborator_ticket",
                        unit -> unit.collaborators().of(LAST)),
                lookUp(
                        "invited to",
                        primary("collaborator"),
                        unit -> unit.staff().find(JOHN)),
                lookUp(
                        "invitations",
                        primary("collaborator"),
                        unit -> unit.collaborators().tickets(JOHN)),
                lookUp(
                        "last lines",
                        primary("history"),
                        unit -> unit.conversations().lastLines(Set.of(LAST, TicketId.of(1)))),
                lookUp(
                        "among",
                        primary("ticket"),
                        unit -> unit.tickets()
                                .list(TicketCriteria.of(everything())
                                        .find(new Find.Among(Set.of(LAST, TicketId.of(1)))))),
                lookUp(
                        "merged",
                        "plan_ticket_merged",
                        unit -> unit.tickets().mergedInto(List.of(LAST, TicketId.of(1)))),
                lookUp(
                        "operations",
                        primary("operation"),
                        unit -> unit.operations().inForce(List.of(LAST), 10)),
                lookUp(
                        "messages shown",
                        "plan_message_shown",
                        unit -> unit.conversations().allMessages(List.of(LAST, TicketId.of(1)))),
                lookUp(
                        "messages for customers",
                        primary("message"),
                        unit -> unit.conversations().publicMessages(List.of(LAST, TicketId.of(1)))),
                lookUp(
                        "Message-IDs",
                        "plan_message_shown",
                        unit -> unit.conversations().lastMessageIds(List.of(LAST), 10)),
                lookUp(
                        "what became of mails",
                        primary("intake"),
                        unit -> unit.intake().taken(40, 10)),
                lookUp("feed", "plan_history_place", unit -> unit.feed().after(100, 10)),
                lookUp(
                        "the feed's end",
                        "plan_history_place",
                        unit -> unit.feed().last()),
                lookUp(
                        "lines without a place",
                        TestServer.isMariaDb() ? "plan_history_place" : "plan_history_unplaced",
                        unit -> unit.feed().unplaced(10)),
                lookUp("links", "plan_link_to", unit -> unit.links().of(List.of(LAST), 10)),
                lookUp(
                        "scheduled",
                        "plan_scheduled_ticket",
                        unit -> unit.schedule().of(LAST)),
                lookUp(
                        "mass action",
                        "plan_bulk_ticket_result",
                        unit -> unit.bulk().waiting(BulkJobId.of(1), 10)),
                lookUp(
                        "mass actions of one",
                        "plan_bulk_job_owner",
                        unit -> unit.bulk().list(Optional.of(JOHN), 10)),
                lookUp("in hand", "plan_ticket_", unit -> unit.tickets().inHand(Set.of(JOHN))),
                lookUp(
                        "a field's value",
                        "plan_ticket_field_value",
                        unit -> found(unit, FieldSearch.is("code", FieldValue.text("c 77")))),
                lookUp(
                        "a field's range",
                        "plan_ticket_field_amount",
                        unit -> found(unit, FieldSearch.atMost("seats", FieldValue.number(7)))),
                lookUp("queue", "plan_ticket_queue", unit -> unit.tickets().inQueue(QueueId.of(99), 10)),
                lookUp(
                        "thread",
                        "plan_ticket_thread",
                        unit -> unit.threads()
                                .findBySubject("ticket 7", Optional.of(EmailAddress.of("c7@example.org")))),
                lookUp(
                        "subject",
                        "plan_ticket_thread",
                        unit -> unit.threads().findBySubject("ticket 7", Optional.empty())));
    }

    /** Name, index, work; in the order of the index, or more would be locked than is taken. */
    static Stream<Arguments> claims() {
        return Stream.of(
                lookUp(
                        "auto-close",
                        "plan_ticket_auto_close",
                        unit -> unit.tickets().lockDue(Timer.AUTO_CLOSE, minutes(1), 10)),
                lookUp(
                        "warning",
                        "plan_ticket_close_warning",
                        unit -> unit.tickets().lockDue(Timer.CLOSE_WARNING, minutes(1), 10)),
                lookUp("waking", "plan_ticket_snoozed", unit -> unit.tickets().lockDue(Timer.WAKE, minutes(1), 10)),
                lookUp(
                        "escalation",
                        "plan_ticket_escalates",
                        unit -> unit.tickets().lockDue(Timer.ESCALATION, minutes(1), 10)),
                lookUp("schedule", "plan_scheduled_due", unit -> unit.schedule().lockNext(minutes(1))),
                lookUp("old terms", "plan_ticket_terms", unit -> unit.tickets().lockOutdated(queue(), 3, 10)),
                lookUp("to weigh", "plan_ticket_weighed", unit -> unit.tickets().lockToWeigh(5, 200)),
                lookUp(
                        "mass action to go on",
                        "plan_bulk_job_due",
                        unit -> unit.bulk().lockDue(minutes(1))),
                lookUp("mail to send", "plan_outbox_due", unit -> unit.outbox().claim(minutes(1), minutes(2), 5)),
                lookUp(
                        "mail to process",
                        TestServer.isMariaDb() ? "plan_intake_outcome" : "plan_intake_waiting",
                        unit -> unit.intake().lockNext(minutes(1))),
                lookUp(
                        "mail before a mail",
                        TestServer.isMariaDb() ? "plan_intake_outcome" : "plan_intake_waiting",
                        unit -> unit.intake().isPreceded(Long.MAX_VALUE, minutes(1))));
    }

    private static TicketCriteria mine() {
        StaffId me = StaffId.of("staff 0");
        return TicketCriteria.of(new Visibility.OfStaff(me, Set.of(queue())))
                .assigned(new Assignment.To(me))
                .statuses(Set.of(Status.NEW, Status.OPEN, Status.ANSWERED))
                .order(SortKey.PRIORITY, true)
                .readBy(me);
    }

    private static TicketCriteria unassigned() {
        return TicketCriteria.of(new Visibility.OfStaff(JOHN, Set.of(queue())))
                .assigned(new Assignment.Nobody())
                .statuses(Set.of(Status.NEW, Status.OPEN))
                .order(SortKey.CREATED, true)
                .readBy(JOHN);
    }

    /** One who is invited to as many tickets as one can be. */
    private static TicketCriteria guests() {
        Set<TicketId> invited = LongStream.rangeClosed(1, 200)
                .mapToObj(i -> TicketId.of(i * 30))
                .collect(Collectors.toSet());
        return TicketCriteria.of(new Visibility.OfStaff(JOHN, Set.of(queue()), invited))
                .statuses(Set.of(Status.NEW, Status.OPEN))
                .order(SortKey.CREATED, true)
                .readBy(JOHN);
    }

    private static TicketCriteria of(Side side) {
        return TicketCriteria.of(new Visibility.Everything(side))
                .statuses(Set.of(Status.NEW, Status.OPEN))
                .order(SortKey.CREATED, true)
                .readBy(JOHN);
    }

    private static TicketCriteria inStatus(Status status) {
        return TicketCriteria.of(everything())
                .statuses(Set.of(status))
                .order(SortKey.MODIFIED, true)
                .readBy(JOHN);
    }

    private static TicketCriteria byLastMessage(Visibility visibility) {
        return TicketCriteria.of(visibility).archived(false).order(SortKey.LAST_MESSAGE, true);
    }

    private static Visibility everything() {
        return new Visibility.Everything();
    }

    private static QueueId queue() {
        return QueueId.of(1);
    }

    private static Optional<TicketCriteria.Cursor> cursor(Comparable<?> key) {
        return Optional.of(new TicketCriteria.Cursor(key, LAST));
    }

    /** As the servers name the index of a primary key. */
    private static String primary(String table) {
        return TestServer.isMariaDb() ? "PRIMARY" : PREFIX + table + "_pkey";
    }

    private static Arguments list(String name, String index, TicketCriteria criteria) {
        return Arguments.of(name, index, criteria);
    }

    private static void found(UnitOfWork unit, FieldSearch field) {
        unit.tickets()
                .list(TicketCriteria.of(everything()).search(Search.everything().fields(field)));
    }

    private static Arguments lookUp(String name, String index, Consumer<UnitOfWork> work) {
        return Arguments.of(name, index, work);
    }
}
