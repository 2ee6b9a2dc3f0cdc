// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies of a header with one part changed. */
final class Headers {
    private Headers() {}

    static Header withSubject(Header header, Subject subject) {
        return with(header, draft -> draft.subject = subject);
    }

    static Header withRequester(Header header, EmailAddress requester) {
        return with(header, draft -> draft.requester = requester);
    }

    static Header withCc(Header header, Set<EmailAddress> cc) {
        return with(header, draft -> draft.cc = cc);
    }

    static Header withTags(Header header, Set<Tag> tags) {
        return with(header, draft -> draft.tags = tags);
    }

    static Header withCategory(Header header, @Nullable String category) {
        return with(header, draft -> draft.category = category);
    }

    static Header withService(Header header, @Nullable String service) {
        return with(header, draft -> draft.service = service);
    }

    static Header withSummary(Header header, @Nullable String summary) {
        return with(header, draft -> draft.summary = summary);
    }

    /** The service stays behind: it was the former account's. */
    static Header withAccount(Header header, Optional<Account> account) {
        String service = header.service();
        return with(header, draft -> {
            account.map(Account::name).ifPresent(name -> draft.requesterName = name);
            draft.account = account.map(Account::id).orElse(null);
            draft.reseller = account.flatMap(Account::reseller).orElse(null);
            draft.service = service != null
                            && account.filter(owner -> owner.has(service)).isPresent()
                    ? service
                    : null;
        });
    }

    static Header withReseller(Header header, @Nullable ResellerId reseller) {
        return with(header, draft -> draft.reseller = reseller);
    }

    /**
     * Of a ticket that goes on where this one ended: without the summary, which was this one's, with the reseller and the services that
     * its account has now.
     */
    static Header continued(Header h, Optional<Account> owner, Channel channel, Instant createdAt) {
        Optional<ResellerId> reseller = owner.isPresent() ? owner.get().reseller() : Optional.ofNullable(h.reseller());
        Optional<String> service = Optional.ofNullable(h.service())
                .filter(name -> owner.isEmpty() || owner.get().has(name));
        return new Header(
                h.subject(),
                h.requester(),
                h.requesterName(),
                h.account(),
                reseller.orElse(null),
                service.orElse(null),
                h.category(),
                null,
                h.cc(),
                h.tags(),
                channel,
                createdAt);
    }

    /** Of a ticket that is made of messages of another; the summary is of that one. */
    static Header splitOff(Header h, Subject subject, Instant createdAt) {
        return new Header(
                subject,
                h.requester(),
                h.requesterName(),
                h.account(),
                h.reseller(),
                h.service(),
                h.category(),
                null,
                h.cc(),
                h.tags(),
                h.channel(),
                createdAt);
    }

    /** Addresses as history shows them; empty for none. */
    static Optional<String> list(Collection<EmailAddress> addresses) {
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        addresses.stream().map(EmailAddress::value).sorted().collect(Collectors.joining(", ")));
    }

    private static Header with(Header header, Consumer<Draft> change) {
        Draft draft = new Draft(header);
        change.accept(draft);
        return draft.header(header);
    }

    /** The parts of a header that can change, while one does. */
    private static final class Draft {
        private Subject subject;
        private EmailAddress requester;
        private String requesterName;
        private @Nullable AccountId account;
        private @Nullable ResellerId reseller;
        private @Nullable String service;
        private @Nullable String category;
        private @Nullable String summary;
        private Set<EmailAddress> cc;
        private Set<Tag> tags;

        Draft(Header h) {
            subject = h.subject();
            requester = h.requester();
            requesterName = h.requesterName();
            account = h.account();
            reseller = h.reseller();
            service = h.service();
            category = h.category();
            summary = h.summary();
            cc = h.cc();
            tags = h.tags();
        }

        Header header(Header h) {
            return new Header(
                    subject,
                    requester,
                    requesterName,
                    account,
                    reseller,
                    service,
                    category,
                    summary,
                    cc,
                    tags,
                    h.channel(),
                    h.createdAt());
        }
    }
}
