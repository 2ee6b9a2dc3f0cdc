// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ticket as a row: the one place that maps both ways. */
final class TicketRow {
    private static final List<String> STATE =
            columns("version, status, queue, priority, assignee, sticky, joined_messages, joined_shown, others_since,"
                    + " others_only, locked, waiting_since, answered_at, settled_at, archived, public_messages,"
                    + " notes, last_answer, staff_wrote_last, customer_read, auto_close_at,"
                    + " close_warning_at, snoozed_until, parts");
    private static final List<String> HEADER = columns(
            "subject, requester, requester_name, account, reseller, service, category, summary, cc, tags, channel, created_at");
    private static final List<String> ACTIVITY =
            columns("modified_at, last_message_at, scheduled, tasks, merged_into, apart");
    /** Made from the others, for the database to compare and to sort by. */
    private static final List<String> KEYS =
            columns("active, subject_key, thread_key, requester_key, category_key, in_line_since");
    /** Inserted with the ticket, then left alone by whoever changes it. */
    private static final List<String> WEIGHT = columns("weight, bonus, weighed_by");

    /** Not under the version: these have statements of their own. */
    private static final List<String> BESIDE = columns("lock_holder, lock_until");

    private static final List<String> KEPT = Stream.of(STATE, HEADER, ACTIVITY, ClockColumns.NAMES)
            .flatMap(List::stream)
            .toList();

    /** The columns of {@link #values}. */
    static final List<String> WRITTEN =
            Stream.concat(KEPT.stream(), KEYS.stream()).toList();

    private static final List<Status> STATUSES = Arrays.stream(Status.values())
            .sorted(Comparator.comparingInt(Status::rank))
            .toList();

    /** What {@link #read} reads, of a table with the alias t. */
    static final String COLUMNS = Stream.of(List.of("id"), KEPT, WEIGHT, BESIDE)
            .flatMap(List::stream)
            .map(c -> "t." + c)
            .collect(Collectors.joining(", "));

    /** Takes {@link #values}, the weight and the id. */
    static final String INSERT = "insert into {ticket} (" + String.join(", ", WRITTEN) + ", "
            + String.join(", ", WEIGHT) + ", id) values (" + Codes.marks(WRITTEN.size() + WEIGHT.size() + 1) + ")";

    private TicketRow() {}

    static @Nullable Object[] values(TicketData ticket, Object... more) {
        List<@Nullable Object> values = new ArrayList<>(WRITTEN.size() + more.length);
        addState(values, ticket);
        addHeader(values, ticket.header());
        addActivity(values, ticket);
        ClockColumns.add(values, ticket.clock());
        Collections.addAll(
                values,
                ticket.state().status().isActive() && ticket.merged() == null,
                key(ticket.header().subject().value()),
                ticket.header().subject().threadKey(),
                ticket.header().requester().key(),
                key(ticket.header().category()),
                ticket.inLineSince());
        Collections.addAll(values, more);
        return values.toArray();
    }

    static TicketData read(Row row) throws SQLException {
        TicketId id = TicketId.of(row.number());
        long version = row.number();
        TicketState state = state(row);
        TicketData.Header header = header(row);
        var activity = new TicketData.Activity(row.instant(), row.instant());
        int scheduled = row.integer();
        int tasks = row.integer();
        var merged = merged(row);
        var clock = ClockColumns.read(row);
        var weight = new TicketData.Weight(row.integer(), row.integer(), row.number());
        return new TicketData(id, version, header, state, activity, clock, scheduled, tasks, merged, lock(row), weight);
    }

    static Status status(int rank) {
        return STATUSES.get(rank);
    }

    /** The form in which texts are compared. */
    static String key(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static void addState(List<@Nullable Object> values, TicketData ticket) {
        TicketState state = ticket.state();
        Collections.addAll(
                values,
                ticket.version(),
                state.status().rank(),
                state.queue().value(),
                state.priority().value(),
                state.assignee() == null ? null : state.assignee().value(),
                state.sticky(),
                state.joined().messages(),
                state.joined().shown(),
                state.joined().othersSince(),
                state.joined().othersOnly(),
                state.locked(),
                state.waitingSince(),
                state.answeredAt(),
                state.settledAt(),
                state.archived(),
                state.publicMessages(),
                state.notes(),
                state.lastAnswer(),
                state.staffWroteLast(),
                state.customerRead(),
                state.autoCloseAt(),
                state.closeWarningAt(),
                state.snoozedUntil(),
                Parts.text(state.parts()));
    }

    private static void addActivity(List<@Nullable Object> values, TicketData ticket) {
        TicketData.Merged merged = ticket.merged();
        Collections.addAll(
                values,
                ticket.activity().modifiedAt(),
                ticket.activity().lastMessageAt(),
                ticket.scheduled(),
                ticket.tasks(),
                merged == null ? null : merged.into().value(),
                merged != null && merged.apart());
    }

    private static void addHeader(List<@Nullable Object> values, TicketData.Header header) {
        Collections.addAll(
                values,
                header.subject().value(),
                header.requester().value(),
                header.requesterName(),
                header.account() == null ? null : header.account().value(),
                header.reseller() == null ? null : header.reseller().value(),
                header.service(),
                header.category(),
                header.summary(),
                Codes.join(header.cc()),
                join(header.tags()),
                header.channel().name(),
                header.createdAt());
    }

    private static TicketState state(Row row) throws SQLException {
        return new TicketState(
                status(row.integer()),
                QueueId.of(row.number()),
                Priority.of(row.integer()),
                staff(row.textOrNull()),
                row.flag(),
                new TicketState.Joined(row.integer(), row.integer(), row.instantOrNull(), row.flag()),
                row.flag(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.flag(),
                row.integer(),
                row.integer(),
                row.integer(),
                row.flag(),
                row.integer(),
                row.instantOrNull(),
                row.instantOrNull(),
                row.instantOrNull(),
                Parts.read(row.textOrNull()));
    }

    private static TicketData.Header header(Row row) throws SQLException {
        return new TicketData.Header(
                Subject.of(row.text()),
                EmailAddress.of(row.text()),
                row.text(),
                account(row.textOrNull()),
                reseller(row.textOrNull()),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                Set.copyOf(Codes.addresses(row.text())),
                tags(row.text()),
                Channel.valueOf(row.text()),
                row.instant());
    }

    private static TicketData.@Nullable Merged merged(Row row) throws SQLException {
        Long into = row.numberOrNull();
        boolean apart = row.flag();
        return into == null ? null : new TicketData.Merged(TicketId.of(into), apart);
    }

    private static @Nullable Lock lock(Row row) throws SQLException {
        String holder = row.textOrNull();
        Instant until = row.instantOrNull();
        return holder == null || until == null ? null : new Lock(StaffId.of(holder), until);
    }

    private static @Nullable StaffId staff(@Nullable String value) {
        return value == null ? null : StaffId.of(value);
    }

    private static @Nullable AccountId account(@Nullable String value) {
        return value == null ? null : AccountId.of(value);
    }

    private static @Nullable ResellerId reseller(@Nullable String value) {
        return value == null ? null : ResellerId.of(value);
    }

    /** Tags hold no white space. */
    private static String join(Set<Tag> tags) {
        return tags.stream().sorted().map(Tag::value).collect(Collectors.joining(" "));
    }

    private static Set<Tag> tags(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(" ")).map(Tag::of).collect(Collectors.toSet());
    }

    private static List<String> columns(String names) {
        return List.of(names.split(", "));
    }
}
