// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.due.AnswerTime;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.AnswerDueSet;
import dev.troubletickets.rules.Match;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.DueExplanation;
import dev.troubletickets.view.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long customers wait, and how long they still may (B9). */
final class Waits {
    private Waits() {}

    static Optional<Waiting> of(Scope scope, TicketData ticket) {
        return Optional.ofNullable(ticket.state().waitingSince())
                .map(since -> new Waiting(
                        since,
                        Duration.between(since, scope.now()),
                        Optional.ofNullable(ticket.clock().due()),
                        Optional.ofNullable(ticket.clock().allowed())
                                .map(allowed -> remaining(scope, ticket, allowed))));
    }

    /** The conversation holds the reasons: the last time the clock was set it said them. */
    static Optional<DueExplanation> why(Scope scope, TicketData ticket, List<ConversationItem> conversation) {
        AnswerClock clock = ticket.clock();
        if (clock.target() == null || clock.allowed() == null) {
            return Optional.empty();
        }
        Optional<Instant> running = Optional.ofNullable(clock.runningSince());
        return Optional.of(new DueExplanation(
                clock.target(),
                clock.allowed(),
                because(conversation),
                clock.used(),
                running,
                running.isPresent() ? Optional.empty() : AnswerTime.pause(ticket.state()),
                scope.installation()
                        .find(ticket.state().queue())
                        .flatMap(queue -> queue.settings().workingTime()),
                Optional.ofNullable(clock.escalatesAt())));
    }

    private static Duration remaining(Scope scope, TicketData ticket, Duration allowed) {
        Duration left = allowed.minus(ticket.clock().used());
        Instant since = ticket.clock().runningSince();
        return since == null
                ? left
                : left.minus(scope.installation()
                        .terms(ticket.state().queue())
                        .calendar()
                        .between(since, scope.now()));
    }

    private static List<Match> because(List<ConversationItem> conversation) {
        for (int i = conversation.size() - 1; i >= 0; i--) {
            if (conversation.get(i) instanceof SystemLine line && line.event() instanceof AnswerDueSet set) {
                return set.because();
            }
        }
        return List.of();
    }
}
