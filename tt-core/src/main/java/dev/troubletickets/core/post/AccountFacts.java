// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Optional;
import java.util.stream.Collectors;

/** The head of the support mailbox's copy: who wrote, and what the host knows of them (A1). */
final class AccountFacts {
    private AccountFacts() {}

    static String of(TicketData ticket, Optional<Account> account) {
        StringBuilder lines = new StringBuilder();
        line(lines, "From", ticket.header().requester().value());
        account.ifPresent(facts -> {
            line(lines, "Account", facts.id() + " (" + facts.name() + ")");
            line(lines, "Plan", facts.plan());
            line(lines, "Services", facts.services().stream().map(Service::name).collect(Collectors.joining(", ")));
            facts.registered().ifPresent(day -> line(lines, "Registered", day.toString()));
            facts.reseller().ifPresent(reseller -> line(lines, "Reseller", reseller.value()));
            facts.logIn().ifPresent(link -> line(lines, "Log in", link.toString()));
        });
        Optional.ofNullable(ticket.header().service()).ifPresent(service -> line(lines, "About", service));
        return lines.toString();
    }

    /** The host's values may hold anything; each stays in its line. */
    private static void line(StringBuilder lines, String name, String value) {
        if (!value.isBlank()) {
            String one = MessageText.clean(value).lines().collect(Collectors.joining(" "));
            lines.append(name).append(": ").append(one).append('\n');
        }
    }
}
