// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is taken in, and what customers are told of it first (G13). Staff are not held to any of it. */
public final class Admission {
    private static final Duration HOUR = Duration.ofHours(1);

    private Admission() {}

    /**
     * The announcements in force for a customer's new ticket, in their order.
     *
     * @param queue where it went before any rule
     */
    static List<Announcement> announced(Scope scope, TicketData ticket, QueueId queue, Optional<Account> owner) {
        return ticket.header().channel() == Channel.STAFF
                ? List.of()
                : inForce(
                        scope, queue, owner, Optional.ofNullable(ticket.header().service()));
    }

    private static List<Announcement> inForce(
            Scope scope, QueueId queue, Optional<Account> account, Optional<String> service) {
        return scope.installation().announcements().stream()
                .filter(each -> each.isInForce(scope.now()) && each.concerns(queue, account, service))
                .toList();
    }

    /** @throws NotPermitted with the text of the announcement, if one stops the intake of such tickets */
    static void requireOpen(Scope scope, QueueId queue, Optional<Account> account, Optional<String> service) {
        inForce(scope, queue, account, service).stream()
                .filter(Announcement::stopsIntake)
                .findFirst()
                .ifPresent(stop -> {
                    throw new NotPermitted(Refusal.INTAKE_STOPPED, stop.text().textIn(Languages.of(scope, account)));
                });
    }

    /** @throws OverLimit if the account's customer, or others for them, have written as much as may be in an hour */
    static void admit(Scope scope, AccountId account) {
        scope.settings()
                .messagesPerHour()
                .filter(most -> !admits(scope, account, most))
                .ifPresent(most -> {
                    throw new OverLimit("messagesPerHour", most);
                });
    }

    /** Why a mail is not taken in now; empty if it is, and counted: with its account's messages, if the sender has one. */
    public static Optional<String> againstMail(Scope scope, EmailAddress sender) {
        return scope.settings()
                .messagesPerHour()
                .filter(most -> !scope.people()
                        .onlyAccountOf(sender)
                        .map(account -> admits(scope, account.id(), most))
                        .orElseGet(() -> admits(scope, "address " + sender.key(), most)))
                .filter(most -> !isStaff(scope, sender))
                .map(most -> "its sender has written " + most + " messages in the last hour (G13)");
    }

    private static boolean admits(Scope scope, AccountId account, int most) {
        return admits(scope, "account " + account.value(), most);
    }

    private static boolean admits(Scope scope, String writer, int most) {
        return scope.stores()
                .admissions()
                .admit(writer, most, scope.now(), scope.now().minus(HOUR));
    }

    /** Asked only of who has written too much. */
    private static boolean isStaff(Scope scope, EmailAddress sender) {
        return scope
                .profiles(scope.people().staff().stream().map(StaffMember::id).collect(Collectors.toSet()))
                .values()
                .stream()
                .anyMatch(profile -> profile.email().equals(sender));
    }
}
