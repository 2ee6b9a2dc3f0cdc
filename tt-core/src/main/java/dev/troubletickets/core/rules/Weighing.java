// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Weight;
import dev.troubletickets.view.TicketWeight;
import dev.troubletickets.view.TicketWeight.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Weighs tickets by the rules in force (B8). */
public final class Weighing {
    private Weighing() {}

    /** Weighs a batch of those whose weight is out of date; how many there were. */
    public static int batch(Scope scope, int size) {
        List<TicketData> due =
                scope.stores().tickets().lockToWeigh(scope.rulebook().weighing(), size);
        Set<AccountId> ids = due.stream()
                .flatMap(ticket -> Stream.ofNullable(ticket.header().account()))
                .collect(Collectors.toSet());
        Map<AccountId, Account> accounts = scope.people().accounts(ids);
        due.forEach(ticket -> {
            Optional<Account> account =
                    Optional.ofNullable(ticket.header().account()).map(accounts::get);
            scope.stores().tickets().weigh(ticket.id(), weight(scope, ticket, account));
        });
        return due.size();
    }

    /** How the ticket's weight came about, for its page. */
    public static TicketWeight explain(Scope scope, TicketData ticket, Optional<Account> account) {
        List<Reason> reasons = new ArrayList<>();
        if (ticket.weight().bonus() != 0) {
            reasons.add(new Reason("rules on submission", ticket.weight().bonus(), List.of()));
        }
        reasons.addAll(Weights.reasons(scope.rulebook().rules().weights(), Facts.of(ticket, account, scope.now())));
        return new TicketWeight(ticket.weight().points(), minutesWaited(scope, ticket), reasons);
    }

    /** What a list shows. */
    public static long total(Scope scope, TicketData ticket) {
        return ticket.weight().points() + minutesWaited(scope, ticket);
    }

    public static Weight weight(Scope scope, TicketData ticket, Optional<Account> account) {
        int bonus = ticket.weight().bonus();
        int points = Weights.points(scope.rulebook().rules().weights(), Facts.of(ticket, account, scope.now()));
        return new Weight(points + bonus, bonus, scope.rulebook().weighing());
    }

    /**
     * Weighs a ticket that was just written, if something that rules can ask has changed. Where the host does not say who the customer is,
     * the background does it later: nobody's work waits for that.
     */
    public static void afterwards(Scope scope, TicketData before, TicketData after) {
        boolean sameFacts =
                Facts.of(before, Optional.empty(), scope.now()).equals(Facts.of(after, Optional.empty(), scope.now()));
        boolean sameAccount =
                Objects.equals(before.header().account(), after.header().account());
        if (scope.rulebook().weighing() > 0 && !(sameFacts && sameAccount)) {
            scope.stores().tickets().weigh(after.id(), now(scope, after));
        }
    }

    /** Its weight by the rules, if the host says who the customer is; else as it is, to be weighed by the background. */
    public static Weight now(Scope scope, TicketData ticket) {
        try {
            return weight(
                    scope,
                    ticket,
                    Optional.ofNullable(ticket.header().account()).flatMap(scope.people()::account));
        } catch (Unavailable identity) {
            return new Weight(ticket.weight().points(), ticket.weight().bonus(), 0);
        }
    }

    private static long minutesWaited(Scope scope, TicketData ticket) {
        return Optional.ofNullable(ticket.state().waitingSince())
                .map(since -> Math.max(0, Duration.between(since, scope.now()).toMinutes()))
                .orElse(0L);
    }
}
