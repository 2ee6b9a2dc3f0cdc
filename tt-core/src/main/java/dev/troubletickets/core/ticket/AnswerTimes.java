// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.due.AnswerTime;
import dev.troubletickets.core.due.Chosen;
import dev.troubletickets.core.due.Escalations;
import dev.troubletickets.core.due.Terms;
import dev.troubletickets.core.rules.Facts;
import dev.troubletickets.core.rules.Reasons;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derives the clock of a case's answer by what is in force and known of the ticket and its customer now (B9). */
final class AnswerTimes {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerTimes.class);

    private final Scope scope;
    private final TicketData before;
    private final List<EscalationLevel> escalated = new ArrayList<>();

    /** @param before the ticket as it was read */
    AnswerTimes(Scope scope, TicketData before) {
        this.scope = scope;
        this.before = before;
    }

    /** Levels of escalation have come (G6). */
    void escalated(List<EscalationLevel> levels) {
        escalated.addAll(levels);
    }

    /**
     * @param after the ticket as it is to be written
     * @throws WriteConflict if the ticket knows newer terms of its queue than this node
     */
    AnswerTime.Outcome derive(TicketData after) {
        Terms from = scope.installation().terms(before.state().queue());
        Terms to = scope.installation().terms(after.state().queue());
        if (before.clock().terms() != null && before.clock().terms() > from.number()) {
            throw new WriteConflict("the terms of queue " + from.queue().value() + " have moved on");
        }
        TicketData known =
                escalated.isEmpty() ? before : before.with(Escalations.taken(before.clock(), from, escalated));
        return AnswerTime.of(new AnswerTime.Change(known, after, from, to, scope.now()), this::choose);
    }

    /** The host is asked for the account only if a target asks for facts. */
    private Optional<Chosen> choose(TicketData ticket, List<AnswerTarget> targets) {
        boolean asks = targets.stream()
                .anyMatch(target -> target.when().facts().findAny().isPresent());
        Optional<Account> account =
                asks ? Optional.ofNullable(ticket.header().account()).flatMap(this::account) : Optional.empty();
        return first(targets, Facts.of(ticket, account, scope.now()));
    }

    /** A ticket of a customer whom the host cannot tell of now is timed without their facts: it must not keep others from their time. */
    private Optional<Account> account(AccountId id) {
        try {
            return scope.people().account(id);
        } catch (Unavailable e) {
            LOG.warn("an answer is timed without the facts of its customer", e);
            return Optional.empty();
        }
    }

    /** The first that fits. */
    private static Optional<Chosen> first(List<AnswerTarget> targets, Facts facts) {
        for (AnswerTarget target : targets) {
            Optional<List<Match>> why = Reasons.why(target.when(), facts);
            if (why.isPresent()) {
                return Optional.of(new Chosen(target, why.get()));
            }
        }
        return Optional.empty();
    }
}
