// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.FirstMessage;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import java.time.Duration;
import java.util.Optional;

/** Why an automatic mail does not go out (D4): no machine is answered, and nobody often. */
public final class Restraint {
    /** One address gets so many automatic mails in this time at most: the receipt of a ticket, and that it is closed. */
    private static final int MOST_RESPONSES = 2;

    private static final String MACHINES = "machines are not answered";

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private Restraint() {}

    /** The addresses that are this installation's own; nothing is ever answered to them automatically. */
    public static boolean isOwn(Scope scope, EmailAddress address) {
        return address.equals(scope.settings().supportAddress())
                || scope.installation().queues().stream()
                        .anyMatch(queue -> queue.settings()
                                .address()
                                .filter(address::equals)
                                .isPresent());
    }

    /**
     * Why the first word of a ticket is not answered automatically; empty if it may be (D4).
     *
     * @param limited only one in ten minutes, which is the rule for mails: what slips past the classifier cannot make a loop faster
     */
    public static Optional<String> firstResponse(Scope scope, EmailAddress to, boolean machine, boolean limited) {
        if (machine || isOwn(scope, to)) {
            return Optional.of(MACHINES);
        }
        boolean often = limited
                && scope.stores().outbox().countAutomatic(to, scope.now().minus(WINDOW)) > 0;
        return often ? Optional.of("the address got an automatic mail in the last ten minutes") : Optional.empty();
    }

    static Optional<String> machine(Scope scope, TicketData ticket) {
        return isOwn(scope, ticket.header().requester()) || openedByMachine(scope, ticket)
                ? Optional.of(MACHINES)
                : Optional.empty();
    }

    static Optional<String> many(Scope scope, TicketData ticket) {
        return responses(scope, ticket) < MOST_RESPONSES
                ? Optional.empty()
                : Optional.of("the address got " + MOST_RESPONSES + " automatic mails in the last ten minutes");
    }

    private static boolean openedByMachine(Scope scope, TicketData ticket) {
        return ticket.header().channel() == Channel.MAIL
                && FirstMessage.of(scope, ticket)
                        .filter(first -> first.kind() == MessageKind.AUTOMATIC)
                        .isPresent();
    }

    private static long responses(Scope scope, TicketData ticket) {
        return scope.stores()
                .outbox()
                .countAutomatic(ticket.header().requester(), scope.now().minus(WINDOW));
    }
}
