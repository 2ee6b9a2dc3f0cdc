// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.due.Chosen;
import dev.troubletickets.core.rules.Facts;
import dev.troubletickets.core.rules.Reasons;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.spi.storage.TicketData;
import java.util.List;
import java.util.Optional;

/** Chooses the answer's target by what is known of the ticket and its customer now (B9). */
final class Targets {
    private Targets() {}

    /** The host is asked for the account only if a target asks for facts. */
    static Optional<Chosen> choose(Scope scope, TicketData ticket, List<AnswerTarget> targets) {
        boolean asks = targets.stream()
                .anyMatch(target -> target.when().facts().findAny().isPresent());
        Optional<Account> account = asks
                ? Optional.ofNullable(ticket.header().account()).flatMap(scope.people()::account)
                : Optional.empty();
        return first(targets, Facts.of(ticket, account, scope.now()));
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
