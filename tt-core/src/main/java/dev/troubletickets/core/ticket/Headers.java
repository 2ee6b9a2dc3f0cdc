// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.Subject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies of a header with one part changed. */
final class Headers {
    private Headers() {}

    static Header withSubject(Header h, Subject subject) {
        return new Header(
                subject,
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                h.category(),
                h.summary(),
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    static Header withRequester(Header h, EmailAddress requester) {
        return new Header(
                h.subject(),
                requester,
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                h.category(),
                h.summary(),
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    static Header withCc(Header h, Set<EmailAddress> cc) {
        return new Header(
                h.subject(),
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                h.category(),
                h.summary(),
                cc,
                h.channel(),
                h.createdAt());
    }

    static Header withCategory(Header h, @Nullable String category) {
        return new Header(
                h.subject(),
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                category,
                h.summary(),
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    static Header withService(Header h, @Nullable String service) {
        return new Header(
                h.subject(),
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                service,
                h.category(),
                h.summary(),
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    static Header withSummary(Header h, @Nullable String summary) {
        return new Header(
                h.subject(),
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                h.category(),
                summary,
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    /** The service stays behind: it was the former account's. */
    static Header withAccount(Header h, Optional<Account> account) {
        return new Header(
                h.subject(),
                h.requester(),
                account.map(Account::name).orElse(h.requesterName()),
                account.map(Account::id).orElse(null),
                account.flatMap(Account::reseller).orElse(null),
                account.filter(owner -> h.service() != null && owner.has(h.service()))
                        .map(owner -> h.service())
                        .orElse(null),
                h.category(),
                h.summary(),
                h.cc(),
                h.channel(),
                h.createdAt());
    }

    /** Addresses as history shows them; empty for none. */
    static Optional<String> list(Collection<EmailAddress> addresses) {
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        addresses.stream().map(EmailAddress::value).sorted().collect(Collectors.joining(", ")));
    }
}
