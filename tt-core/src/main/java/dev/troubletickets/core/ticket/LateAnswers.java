// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Answer;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.encryption.AnswerKeys;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.ticket.ScheduleActions.Planned;
import dev.troubletickets.core.work.KeptAnswer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.AnswerTakenBack;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Answers that leave later than they are given (G8): after a time in which they can be taken back, or at a time. */
public final class LateAnswers {
    private final AnswerTicket answerTicket;
    private final AnswerKeys keys;

    public LateAnswers(AnswerTicket answerTicket, AnswerKeys keys) {
        this.answerTicket = answerTicket;
        this.keys = keys;
    }

    /** Gives the answer, or holds it if it is to be taken back for a while; then, by what. */
    public Optional<ScheduledId> answer(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        Duration undo = scope.settings().undoSend();
        if (undo.isZero()) {
            answerTicket.answer(scope, staff, ticket, answer);
            return Optional.empty();
        }
        Case asIfGiven = answerTicket.rehearse(scope, staff, ticket, answer);
        ScheduledAction action = ScheduledAction.answer(answer.text()).whateverHappens();
        Planned planned = new Planned(scope.now().plus(undo), action, Optional.of(answer), Optional.of(scope.now()));
        ScheduledId held = ScheduleActions.add(
                scope, staff, ticket, planned.encrypted(scope, answerTicket.encryptor(scope, ticket, answer)));
        AnswerTicket.composed(scope, staff, asIfGiven, answer.then());
        return Optional.of(held);
    }

    public ScheduledId at(Scope scope, Viewer.Staff staff, Case ticket, Planned planned) {
        Answer answer = planned.answer().orElseThrow();
        Limits limits = scope.settings().limits();
        Allowance.answer(limits, answer);
        answerTicket.requireMailable(answer);
        answerTicket.requireCharge(scope, staff, ticket, answer);
        Set<Object> cc = new HashSet<>(ticket.header().cc());
        if (cc.addAll(answer.cc())) {
            Allowance.cc(limits, cc);
        }
        return ScheduleActions.add(
                scope, staff, ticket, planned.encrypted(scope, answerTicket.encryptor(scope, ticket, answer)));
    }

    /**
     * Who takes an answer back has it again, and nobody else ever will.
     *
     * @param ticket see {@link ScheduleActions#cancel}
     */
    public Answer takeBack(Scope scope, Viewer.Staff staff, Case ticket, ScheduledId which) {
        ScheduledData action = ScheduleActions.find(scope, staff, ticket, which);
        if (action.action().kind() != ScheduledAction.Kind.ANSWER) {
            throw new NotFound("action");
        }
        KeptAnswer kept = KeptAnswer.of(action);
        Answer answer = clear(scope, kept, kept.answer(action, HeldFiles.of(scope, action, kept)));
        ScheduleActions.remove(scope, action, ticket)
                .happened(new AnswerTakenBack(action.id()))
                .save(staff.actor());
        return answer;
    }

    /** Gives it. What the customer has written since it was held, they have written after it; so they go on waiting. */
    void leave(Scope scope, Viewer.Staff staff, Case ticket, ScheduledData due) {
        KeptAnswer kept = KeptAnswer.of(due);
        requireSameKey(scope, ticket, kept);
        Answer answer = clear(scope, kept, kept.answer(due, HeldFiles.of(scope, due, kept)));
        Optional<Instant> word = kept.heldAt().flatMap(since -> wordSince(scope, ticket.before(), since));
        if (word.isEmpty()) {
            answerTicket.leave(scope, staff, ticket, answer);
        } else {
            TicketData given = answerTicket.leaveCrossed(scope, staff, ticket, answer.keepOpen());
            Case.of(scope, given).take(new Step.WordStands(word.get())).save(Actor.system());
        }
    }

    /** The author chose the key that there was; what another can read is theirs to say anew. */
    private void requireSameKey(Scope scope, Case ticket, KeptAnswer kept) {
        String chosen = kept.encryptedTo();
        if (chosen != null
                && !keys.of(scope, ticket.header().account(), Set.of())
                        .fingerprint()
                        .equals(chosen)) {
            throw new NotPermitted(Refusal.CUSTOMER_KEY_CHANGED);
        }
    }

    private Answer clear(Scope scope, KeptAnswer kept, Answer answer) {
        return kept.encryptedTo() == null ? answer : keys.held(scope).read(answer, scope.files());
    }

    private static Optional<Instant> wordSince(Scope scope, TicketData ticket, Instant since) {
        if (!ticket.state().isUnanswered() || !ticket.activity().lastMessageAt().isAfter(since)) {
            return Optional.empty();
        }
        return scope.stores().conversations().publicMessages(ticket.id()).stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .map(MessageData::at)
                .filter(at -> at.isAfter(since))
                .min(Instant::compareTo);
    }
}
