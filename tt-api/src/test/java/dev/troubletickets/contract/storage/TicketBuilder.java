// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tickets for tests: new, of nobody's account, with one public message, unless told otherwise. Not safe for threads. */
public final class TicketBuilder {
    private TicketId id;
    private QueueId queue;
    private long version = 1;
    private Subject subject = Subject.of("Mail bounces");
    private EmailAddress requester = EmailAddress.of("Jane.Doe@example.org");
    private AccountId account;
    private ResellerId reseller;
    private String category;
    private Status status = Status.NEW;
    private Priority priority = Priority.NORMAL;
    private StaffId assignee;
    private boolean archived;
    private int publicMessages = 1;
    private int notes;
    private int lastAnswer;
    private int customerRead = 1;
    private Instant autoCloseAt;
    private Instant closeWarningAt;
    private Instant snoozedUntil;
    private List<Holder> parts = List.of();
    private Instant waitingSince;
    private Channel channel = Channel.PANEL;
    private Set<Tag> tags = Set.of();
    private TicketData.Weight weight = TicketData.Weight.NONE;
    private AnswerClock clock = AnswerClock.none();
    private int scheduled;
    private int tasks;
    private TicketData.Merged merged;
    private TicketState.Joined joined = TicketState.Joined.NOTHING;
    private Instant createdAt = StorageFixtures.START;
    private Instant modifiedAt = StorageFixtures.START;
    private Instant lastMessageAt = StorageFixtures.START;

    public TicketBuilder(TicketId id, QueueId queue) {
        this.id = id;
        this.queue = queue;
    }

    /** Starts from a ticket that is kept, with the version that follows; service, summary, cc and the like are the defaults again. */
    public static TicketBuilder after(TicketData ticket) {
        TicketState state = ticket.state();
        TicketBuilder next = new TicketBuilder(ticket.id(), state.queue());
        next.version = ticket.version() + 1;
        next.subject = ticket.header().subject();
        next.requester = ticket.header().requester();
        next.account = ticket.header().account();
        next.reseller = ticket.header().reseller();
        next.category = ticket.header().category();
        next.tags = ticket.header().tags();
        next.channel = ticket.header().channel();
        next.createdAt = ticket.header().createdAt();
        next.modifiedAt = ticket.activity().modifiedAt();
        next.lastMessageAt = ticket.activity().lastMessageAt();
        next.autoCloseAt = state.autoCloseAt();
        next.closeWarningAt = state.closeWarningAt();
        next.snoozedUntil = state.snoozedUntil();
        next.parts = state.parts();
        next.waitingSince = state.waitingSince();
        next.weight = ticket.weight();
        next.archived = state.archived();
        next.notes = state.notes();
        next.clock = ticket.clock();
        next.scheduled = ticket.scheduled();
        return next.status(state.status())
                .priority(state.priority().value())
                .assignee(state.assignee())
                .messages(state.publicMessages(), state.lastAnswer(), state.customerRead());
    }

    public TicketBuilder version(long value) {
        version = value;
        return this;
    }

    public TicketBuilder queue(QueueId value) {
        queue = value;
        return this;
    }

    public TicketBuilder subject(String value) {
        subject = Subject.of(value);
        return this;
    }

    public TicketBuilder requester(String value) {
        requester = EmailAddress.of(value);
        return this;
    }

    public TicketBuilder account(String value) {
        account = AccountId.of(value);
        return this;
    }

    public TicketBuilder reseller(String value) {
        reseller = ResellerId.of(value);
        return this;
    }

    /** Null for none. */
    public TicketBuilder category(String value) {
        category = value;
        return this;
    }

    public TicketBuilder status(Status value) {
        status = value;
        return this;
    }

    public TicketBuilder priority(int value) {
        priority = Priority.of(value);
        return this;
    }

    /** Null for nobody. */
    public TicketBuilder assignee(StaffId value) {
        assignee = value;
        return this;
    }

    public TicketBuilder archived() {
        archived = true;
        status = Status.CLOSED;
        return this;
    }

    public TicketBuilder messages(int all, int answered, int readByCustomer) {
        publicMessages = all;
        lastAnswer = answered;
        customerRead = readByCustomer;
        return this;
    }

    public TicketBuilder notes(int value) {
        notes = value;
        return this;
    }

    /** Null for never. */
    public TicketBuilder autoCloseAt(Instant value) {
        autoCloseAt = value;
        return this;
    }

    /** Null for never. */
    public TicketBuilder closeWarningAt(Instant value) {
        closeWarningAt = value;
        return this;
    }

    /** Null for not at all. */
    public TicketBuilder snoozedUntil(Instant value) {
        snoozedUntil = value;
        return this;
    }

    public TicketBuilder parts(Holder... values) {
        parts = List.of(values);
        return this;
    }

    /** Null while nobody waits. */
    public TicketBuilder waitingSince(Instant value) {
        waitingSince = value;
        return this;
    }

    public TicketBuilder channel(Channel value) {
        channel = value;
        return this;
    }

    public TicketBuilder tags(String... values) {
        tags = Arrays.stream(values).map(Tag::of).collect(Collectors.toSet());
        return this;
    }

    public TicketBuilder weight(int points, int bonus, long rules) {
        weight = new TicketData.Weight(points, bonus, rules);

        return this;
    }

    /** Makes it part of another ticket, perhaps of another customer. */
    public TicketBuilder mergedInto(TicketId target, boolean apart) {
        merged = new TicketData.Merged(target, apart);
        return this;
    }

    /** So many messages of other tickets are shown in it. */
    public TicketBuilder joined(int messages) {
        joined = new TicketState.Joined(messages, messages, null, false);
        return this;
    }

    public TicketBuilder created(Instant value) {
        createdAt = value;
        return this;
    }

    public TicketBuilder modified(Instant value) {
        modifiedAt = value;
        return this;
    }

    public TicketBuilder lastMessage(Instant value) {
        lastMessageAt = value;
        return this;
    }

    public TicketBuilder scheduled(int value) {
        scheduled = value;
        return this;
    }

    public TicketBuilder tasks(int value) {
        tasks = value;
        return this;
    }

    public TicketBuilder clock(AnswerClock value) {
        clock = value;
        return this;
    }

    /** Due then, or never for null; the clock has run for an hour. */
    public TicketBuilder due(Instant value) {
        Instant began = StorageFixtures.START.minusSeconds(3600);
        return clock(new AnswerClock(3L, "gold", Duration.ofHours(8), Duration.ZERO, began, value, Set.of(), null));
    }

    public TicketData build() {
        var header = new TicketData.Header(
                subject,
                requester,
                "Jane Doe",
                account,
                reseller,
                null,
                category,
                null,
                Set.of(),
                tags,
                channel,
                createdAt);
        var state = new TicketState(
                status,
                queue,
                priority,
                assignee,
                false,
                joined,
                false,
                waitingSince,
                null,
                null,
                archived,
                publicMessages,
                notes,
                lastAnswer,
                lastAnswer == publicMessages,
                customerRead,
                autoCloseAt,
                closeWarningAt,
                snoozedUntil,
                parts);
        var activity = new TicketData.Activity(modifiedAt, lastMessageAt);
        return new TicketData(id, version, header, state, activity, clock, scheduled, tasks, merged, null, weight);
    }
}
