// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.assign.AutoAssign;
import dev.troubletickets.core.due.AnswerTime;
import dev.troubletickets.core.lifecycle.Decision;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.statistics.WhatCounts;
import dev.troubletickets.core.work.Happenings.Written;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Activity;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the hands of a use case: what was read, what has been decided, and, at the end, one write of it all under one new version.
 * One unit of work, one thread.
 */
public final class Case {
    private final Scope scope;
    private final TicketData before;
    private final boolean isNew;
    private final Ruling ruling;
    private final HistoryLines history = new HistoryLines();
    private final NewMessages messages = new NewMessages();
    private final AnswerTimes times;
    private final Fillings fillings;
    private TicketState state;
    private Header header;
    private TicketData.@Nullable Merged merged;
    private Instant lastMessageAt;
    private boolean settled;
    private final Tallies tallies;
    private List<Apart.Settled> settledAlong = List.of();

    private Case(Scope scope, TicketData before, boolean isNew, @Nullable Lock keptOutBy) {
        this.scope = scope;
        this.before = before;
        this.isNew = isNew;
        this.ruling = new Ruling(scope, before.id(), keptOutBy);
        this.times = new AnswerTimes(scope, before);
        this.fillings = new Fillings(scope);
        this.tallies = new Tallies(before);
        this.state = before.state();
        this.header = before.header();
        this.merged = before.merged();
        this.lastMessageAt = before.activity().lastMessageAt();
    }

    public static Case of(Scope scope, TicketData ticket) {
        return new Case(scope, ticket, false, null);
    }

    /** In a technician's hands; while a colleague's lock is in force, they can do only what no lock keeps from. */
    static Case of(Scope scope, TicketData ticket, StaffId staff) {
        Lock lock = ticket.lock();
        return new Case(scope, ticket, false, lock != null && lock.keepsOut(staff, scope.now()) ? lock : null);
    }

    static Case opening(Scope scope, TicketData ticket) {
        return new Case(scope, ticket, true, null);
    }

    public TicketId id() {
        return before.id();
    }

    public TicketState state() {
        return state;
    }

    Header header() {
        return header;
    }

    /** The ticket as it would be written now. */
    public TicketData data() {
        boolean said = state.publicMessages() > before.state().publicMessages();
        Activity activity = new Activity(scope.now(), said ? scope.now() : lastMessageAt);
        return tallies.on(new TicketData(before.id(), isNew ? 1 : before.version() + 1, header, state, activity))
                .with(before.clock())
                .merged(merged)
                .locked(before.lock())
                .weighing(before.weight());
    }

    /** @throws LockedByAnother if a colleague's lock keeps the technician out */
    public void requireFree() {
        ruling.requireFree();
    }

    /** The ticket as it was read. */
    public TicketData before() {
        return before;
    }

    /** Makes it part of another ticket, or stand by itself again. */
    Case merge(TicketData.@Nullable Merged into) {
        merged = into;
        return this;
    }

    /** Says when the last of the messages came that the customer is shown. */
    Case lastMessage(Instant at) {
        lastMessageAt = at;
        return this;
    }

    /** The tickets of other customers that were settled with this one when it was saved; they are to be told, too. */
    List<Apart.Settled> settledAlong() {
        return settledAlong;
    }

    /** True if the ticket was settled by one of the steps, and the customer is to be told. */
    boolean isSettled() {
        return settled;
    }

    /**
     * @throws NotPermitted if the rules refuse the step
     * @throws LockedByAnother if a colleague's lock keeps from it
     * @throws TakenByAnother if that is because a colleague has the ticket
     */
    public Case take(Step step) {
        return take(step, false);
    }

    /** Takes a step that nobody has asked for; the history names nobody for it. */
    Case takeByItself(Step step) {
        return take(step, true);
    }

    private Case take(Step step, boolean byItself) {
        Decision.Done done = ruling.allow(state, step, tallies.tasks() > 0);
        boolean waited = state.isUnanswered();
        state = done.state();
        done.events().forEach(event -> history.add(event, byItself));
        settled |= done.settled();
        if (step.isFollowUp() && !waited) {
            assignByPolicy();
        }
        return this;
    }

    /** Why the rules would refuse the step now; empty if they would not. */
    Optional<Refusal> refusal(Step step) {
        return ruling.refusal(state, step);
    }

    /** Gives a ticket that nobody has to a technician, if its queue does so by itself (B14). */
    Case assignByPolicy() {
        if (state.assignee() == null) {
            AutoAssign.choose(scope, header, state.queue()).ifPresent(applied -> {
                happenedByItself(applied);
                applied.to().ifPresent(to -> takeByItself(new Step.IsAssigned(to)));
            });
        }
        return this;
    }

    Case change(Header changed, TicketEvent event) {
        header = changed;
        return happened(event);
    }

    public Case happened(TicketEvent event) {
        history.add(event, false);
        return this;
    }

    /** Something that nobody did. */
    Case happenedByItself(TicketEvent event) {
        history.add(event, true);
        return this;
    }

    /**
     * Puts something into a field of the installation's own, or nothing.
     *
     * @throws dev.troubletickets.failure.Invalid for a field that does not belong to the ticket as it is now, or does not take the value
     */
    Case fill(FieldKey field, Optional<FieldValue> value) {
        return fillings.change(this, field, value);
    }

    /** The same for a new ticket, whose form was checked. */
    Case filled(Map<FieldKey, FieldValue> values) {
        return fillings.open(this, values);
    }

    /** Replaces the text of a message that was read in this unit; what it said stays in the history. */
    Case correct(MessageData message, String text) {
        messages.correct(message.id(), text);
        return happened(new MessageEdited(message.id(), message.text()));
    }

    /** Puts the words to the last message that a step has counted. */
    public Case say(MessageKind kind, Words words) {
        messages.say(scope, data(), kind, words);
        return this;
    }

    /**
     * Writes everything, once. Where nothing has changed, nothing is written.
     *
     * @throws WriteConflict if somebody else has written the ticket since it was read
     */
    public TicketData save(Actor actor) {
        if (!isNew && history.isEmpty() && messages.isEmpty() && state.equals(before.state())) {
            return before;
        }
        tallies.drop(scope, history.events()).forEach(this::happenedByItself);
        AnswerTime.Outcome time = times.derive(data());
        time.events().forEach(this::happenedByItself);
        return write(actor, data().with(time.clock()));
    }

    /**
     * Derives the answer's clock anew, since the queue answers on other terms now (B9). Where that shows, history tells; the ticket's
     * place in the order of modification stays.
     */
    public void retime() {
        AnswerTime.Outcome time = times.derive(data());
        if (!time.events().isEmpty()) {
            time.events().forEach(this::happenedByItself);
            write(Actor.system(), data().with(time.clock()).with(before.activity()));
        } else if (!scope.stores().tickets().setClock(before.id(), before.version(), time.clock())) {
            throw moved();
        }
    }

    /** How many scheduled actions are kept for it (G9). */
    int scheduled() {
        return tallies.scheduled();
    }

    /** So many more are kept for it now. */
    Case schedules(int more) {
        tallies.schedule(more);
        return this;
    }

    /** What is kept beside it. */
    Tallies tallies() {
        return tallies;
    }

    /** By what the time of its answer is derived. */
    AnswerTimes times() {
        return times;
    }

    private TicketData write(Actor actor, TicketData after) {
        if (isNew) {
            scope.stores().tickets().insert(after);
        } else if (!scope.stores().tickets().update(after)) {
            throw moved();
        } else {
            Weighing.afterwards(scope, before, after);
        }
        messages.save(scope);
        fillings.save(after.id());
        Written written = new Written(after, history.events(), messages.said(), actor);
        history.counting(WhatCounts.of(scope, before, written)).write(scope, after.id(), after.version(), actor);
        messages.markRead(scope, actor, before.state().messages(), after);
        scope.happenings().add(written);
        if (!isNew) {
            settledAlong = Apart.follow(scope, before, after, history.events(), actor);
        }
        return after;
    }

    private WriteConflict moved() {
        return new WriteConflict("ticket " + before.id() + " has moved on");
    }
}
