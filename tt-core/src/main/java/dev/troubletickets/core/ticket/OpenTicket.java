// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Activity;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;
import java.util.Set;

/** Opens tickets, the same way whoever asks and however it comes (A1, A2, A3). */
public final class OpenTicket {
    private final Optional<Post> post;

    public OpenTicket(Optional<Post> post) {
        this.post = post;
    }

    /** From a panel's form, by the customer or by someone for them. */
    public TicketId fromForm(Scope scope, Requester requester, NewTicket form, Actor actor, Channel channel) {
        Allowance.text(scope.settings().limits(), form.text());
        Allowance.files(scope.settings().limits(), form.attachments());
        Optional<Category> category = form.category().map(name -> category(scope, name));
        form.service().ifPresent(service -> requireService(requester.account(), service));
        if (form.priority().isPresent()
                && channel == Channel.PANEL
                && !scope.settings().customersSetPriority()) {
            throw new NotPermitted(Refusal.PERMISSION_MISSING);
        }
        Header header = header(scope, requester, form.subject(), channel, form.service(), form.category());
        QueueId queue = category.flatMap(Category::queue)
                .flatMap(id -> scope.installation().find(id))
                .orElseGet(() -> scope.installation().defaultQueue())
                .id();
        Words words = Words.of(actor, requester.name(), channel, form.text(), form.attachments());
        TicketData ticket = open(
                scope,
                header,
                requester.account(),
                form.priority().orElse(Priority.NORMAL),
                new Opening(queue, MessageKind.CUSTOMER, words, Optional.empty()));
        post.ifPresent(out -> {
            out.copy(scope, ticket, form.text(), requester.account());
            if (scope.settings().receipts()) {
                out.receipt(scope, ticket);
            }
        });
        return ticket.id();
    }

    /** From a mail. Receipts are the mailroom's decision. */
    public TicketData fromMail(Scope scope, Requester requester, Subject subject, Opening opening) {
        Header header = header(scope, requester, subject, Channel.MAIL, Optional.empty(), Optional.empty());
        return open(scope, header, requester.account(), Priority.NORMAL, opening);
    }

    private TicketData open(Scope scope, Header header, Optional<Account> owner, Priority priority, Opening opening) {
        TicketId id = scope.stores().tickets().nextId();
        TicketData bare = new TicketData(
                id,
                0,
                header,
                Lifecycle.opened(opening.queue(), priority, scope.now()),
                new Activity(scope.now(), scope.now()));
        return Case.opening(scope, bare.weighing(Weighing.weight(scope, bare, owner)))
                .happened(new TicketOpened(opening.queue(), header.channel(), opening.claimed()))
                .say(opening.kind(), opening.words())
                .save(opening.words().author());
    }

    private static Header header(
            Scope scope,
            Requester requester,
            Subject subject,
            Channel channel,
            Optional<String> service,
            Optional<String> category) {
        return new Header(
                subject,
                requester.address(),
                requester.name(),
                requester.account().map(Account::id).orElse(null),
                requester.account().flatMap(Account::reseller).orElse(null),
                service.orElse(null),
                category.orElse(null),
                null,
                Set.of(),
                Set.of(),
                channel,
                scope.now());
    }

    static Category category(Scope scope, String name) {
        return scope.settings().categories().stream()
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("category", "there is no such category"));
    }

    static void requireService(Optional<Account> account, String service) {
        if (account.filter(owner -> owner.has(service)).isEmpty()) {
            throw new Invalid("service", "the account has no such service");
        }
    }

    /**
     * How a ticket begins.
     *
     * @param kind whether a person or a machine wrote
     * @param claimed the ticket it names without proof
     */
    public record Opening(QueueId queue, MessageKind kind, Words words, Optional<TicketId> claimed) {}

    /** Whose ticket it is. */
    public record Requester(EmailAddress address, String name, Optional<Account> account) {
        /** @throws Invalid if the host knows no address of the account */
        public static Requester of(Account account) {
            if (account.addresses().isEmpty()) {
                throw new Invalid("account", "has no e-mail address");
            }
            return new Requester(account.addresses().get(0), account.name(), Optional.of(account));
        }
    }
}
