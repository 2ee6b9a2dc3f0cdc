// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Characteristic;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.view.Marks;
import dev.troubletickets.view.StaffTicketRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of staff lists, with what was asked for all of them at once: of storage who is in charge, of the host who the customers are. */
final class StaffRows {
    private final Scope scope;
    private final Map<StaffId, StaffProfile> profiles;
    private final Map<AccountId, Account> accounts;

    private StaffRows(Scope scope, Map<StaffId, StaffProfile> profiles, Map<AccountId, Account> accounts) {
        this.scope = scope;
        this.profiles = profiles;
        this.accounts = accounts;
    }

    /** For these tickets, in one question each at the most. */
    static StaffRows of(Scope scope, List<TicketData> tickets) {
        Set<AccountId> ids = tickets.stream()
                .flatMap(ticket -> Stream.ofNullable(ticket.header().account()))
                .collect(Collectors.toSet());
        return new StaffRows(scope, profiles(scope, tickets), scope.people().remembered(ids));
    }

    /** For the page of one ticket, whose account is known. */
    static StaffRows of(Scope scope, TicketData ticket, Optional<Account> account) {
        return new StaffRows(
                scope,
                profiles(scope, List.of(ticket)),
                account.map(known -> Map.of(known.id(), known)).orElse(Map.of()));
    }

    List<StaffTicketRow> rows(Slice slice) {
        return slice.rows().stream()
                .map(each -> row(each.ticket(), each.unread()))
                .toList();
    }

    StaffTicketRow row(TicketData ticket, boolean unread) {
        return new StaffTicketRow(
                ticket.id(),
                ticket.header().subject().value(),
                ticket.header().requester(),
                Optional.ofNullable(ticket.header().account()),
                Optional.ofNullable(ticket.header().reseller()),
                ticket.state().queue(),
                scope.installation().queueName(ticket.state().queue()),
                Optional.ofNullable(ticket.header().category()),
                ticket.state().status(),
                ticket.state().phase(),
                ticket.state().priority(),
                ticket.state().assigned(),
                ticket.state().assigned().map(profiles::get).map(StaffProfile::fullName),
                ticket.state().sticky(),
                ticket.header().tags(),
                ticket.header().channel(),
                ticket.header().createdAt(),
                ticket.activity().modifiedAt(),
                ticket.activity().lastMessageAt(),
                Waits.of(scope, ticket),
                Weighing.total(scope, ticket),
                marks(ticket, unread));
    }

    private Marks marks(TicketData ticket, boolean unread) {
        Optional<Account> account =
                Optional.ofNullable(ticket.header().account()).map(accounts::get);
        return new Marks(
                account.map(Account::characteristic).orElse(Characteristic.NONE),
                account.map(Account::group).filter(name -> !name.isBlank()),
                account.map(Account::brand).filter(name -> !name.isBlank()),
                ticket.state().priority().urgency(),
                ticket.header().channel() == Channel.MAIL,
                unread,
                scope.settings()
                        .highlightDomains()
                        .contains(ticket.header().requester().domain()),
                Optional.ofNullable(ticket.lock())
                        .filter(lock -> lock.isInForce(scope.now()))
                        .map(Lock::holder));
    }

    private static Map<StaffId, StaffProfile> profiles(Scope scope, List<TicketData> tickets) {
        Set<StaffId> technicians = tickets.stream()
                .flatMap(ticket -> ticket.state().assigned().stream())
                .collect(Collectors.toSet());
        return scope.profiles(technicians);
    }
}
