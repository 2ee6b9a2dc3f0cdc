// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.fields.Belonging;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.rules.Submission;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.AbuseCaseOpened;
import dev.troubletickets.event.TicketEvent.AbuseRegistered;
import dev.troubletickets.event.TicketEvent.AnnouncementMet;
import dev.troubletickets.event.TicketEvent.ContinuationOpened;
import dev.troubletickets.event.TicketEvent.TicketContinued;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Category;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Activity;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.spi.storage.TicketData.Weight;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens tickets, the same way whoever asks and however it comes (A1, A2, A3). */
public final class OpenTicket {
    private final People people;
    private final Optional<Post> post;

    public OpenTicket(People people, Optional<Post> post) {
        this.people = people;
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
        new Belonging(scope, queue, form.category()).check(form.fields(), channel == Channel.PANEL);
        if (channel == Channel.PANEL) {
            Admission.requireOpen(scope, queue, requester.account(), form.service());
            requester.account().map(Account::id).ifPresent(account -> Admission.admit(scope, account));
        }
        Words words = Words.of(actor, requester.name(), channel, form.text(), form.attachments());
        Opened opened = open(
                scope,
                header,
                requester.account(),
                form.priority().orElse(Priority.NORMAL),
                new Opening(queue, MessageKind.CUSTOMER, words, Optional.empty(), form.fields()));
        tell(scope, opened, form.text(), requester.account());
        return opened.ticket().id();
    }

    /** A staff ticket about another one (A18), with a link between the two. */
    public TicketId abuseCase(Scope scope, Requester self, Case from, AbuseCase abuse, Actor actor) {
        Allowance.text(scope.settings().limits(), abuse.text());
        QueueId queue = abuse.queue()
                .map(id -> scope.queue(id).id())
                .orElseGet(() -> scope.installation().defaultQueue().id());
        Requester own = actor instanceof Actor.Staff && self.reseller().isPresent() ? self.with(from.header()) : self;
        Header header = header(scope, own, abuse.subject(), Channel.STAFF, Optional.empty(), Optional.empty());
        Words words = Words.of(actor, self.name(), Channel.STAFF, abuse.text(), List.of());
        Opening opening = new Opening(queue, MessageKind.CUSTOMER, words, Optional.empty());
        Opened opened = open(scope, header, self.account(), Priority.NORMAL, opening, new AbuseCaseOpened(from.id()));
        TicketData ticket = opened.ticket();
        from.happened(new AbuseRegistered(ticket.id())).save(actor);
        scope.stores().links().add(new LinkData(from.id(), ticket.id(), LinkData.Kind.ABUSE, scope.now()));
        tell(scope, opened, abuse.text(), self.account());
        return ticket.id();
    }

    /** With words for an earlier ticket that can no longer be reopened (G14): whose and where it was, with a link between the two. */
    Opened continuing(Scope scope, Case earlier, Words words) {
        Optional<Account> owner =
                Optional.ofNullable(earlier.header().account()).flatMap(people::account);
        Header header = Headers.continued(earlier.header(), owner, words.channel(), scope.now());
        return following(scope, new Following(earlier, header, owner, LinkData.Kind.CONTINUED), words);
    }

    /** The same of somebody who takes no part in the ticket that continues the earlier one: theirs alone. */
    Opened continuingApart(Scope scope, Case earlier, Words words, Requester self) {
        Subject subject = earlier.header().subject();
        Header header = header(scope, self, subject, words.channel(), Optional.empty(), Optional.empty());
        return following(scope, new Following(earlier, header, self.account(), LinkData.Kind.CONTINUED_APART), words);
    }

    private Opened following(Scope scope, Following following, Words words) {
        Case earlier = following.earlier();
        Instant settledAt =
                Objects.requireNonNull(earlier.state().settledAt(), "only settled tickets cannot be reopened");
        int days = scope.settings().reopeningWindow().orElseThrow();
        Opening opening = new Opening(earlier.state().queue(), MessageKind.CUSTOMER, words, Optional.empty());
        TicketEvent why = new ContinuationOpened(earlier.id(), settledAt, days);
        Opened opened = open(scope, following.header(), following.owner(), Priority.NORMAL, opening, why);
        TicketId id = opened.ticket().id();
        earlier.happened(new TicketContinued(id)).save(words.author());
        scope.stores().links().add(new LinkData(earlier.id(), id, following.as(), scope.now()));
        return opened;
    }

    /** A ticket that follows an earlier one, as what. */
    private record Following(Case earlier, Header header, Optional<Account> owner, LinkData.Kind as) {}

    /** Tells the support mailbox and the customer of a ticket that was not opened by mail. */
    void tell(Scope scope, Opened opened, String text) {
        Optional<AccountId> account =
                Optional.ofNullable(opened.ticket().header().account());
        tell(scope, opened, text, account.flatMap(people::account));
    }

    private void tell(Scope scope, Opened opened, String text, Optional<Account> account) {
        post.ifPresent(out -> {
            out.copy(scope, opened.ticket(), text, account);
            if (scope.settings().receipts() && !opened.replied()) {
                out.receipt(scope, opened.ticket(), opened.announced());
            }
        });
    }

    /** From a mail. Receipts are the mailroom's decision. */
    public Opened fromMail(Scope scope, Requester requester, Subject subject, Opening opening) {
        Header header = header(scope, requester, subject, Channel.MAIL, Optional.empty(), Optional.empty());
        return open(scope, header, requester.account(), Priority.NORMAL, opening);
    }

    /** The category, or the address written to, has chosen the queue; rules on submission have the last word (B10). */
    private Opened open(
            Scope scope,
            Header header,
            Optional<Account> owner,
            Priority priority,
            Opening opening,
            TicketEvent... why) {
        // a unit that has to wait for its files uses up no number
        NewMessages.kept(scope, opening.words());
        TicketId id = scope.stores().tickets().nextId();
        TicketData bare = bare(scope, id, header, Lifecycle.opened(opening.queue(), priority, scope.now()));
        Submission.Outcome rules = Submissions.decide(scope, bare, owner, opening, post);
        TicketData handled = bare(
                        scope,
                        id,
                        Headers.withTags(
                                header,
                                Stream.concat(header.tags().stream(), rules.tags().stream())
                                        .collect(Collectors.toSet())),
                        Lifecycle.opened(
                                rules.queue().orElse(opening.queue()),
                                rules.priority().orElse(priority),
                                scope.now()))
                .weighing(new Weight(0, rules.bonus(), 0));
        Case ticket = Case.opening(scope, handled.weighing(Weighing.weight(scope, handled, owner)))
                .happened(new TicketOpened(opening.queue(), header.channel(), opening.claimed()));
        List.of(why).forEach(ticket::happened);
        List<Announcement> announced = Admission.announced(scope, handled, opening.queue(), owner);
        announced.forEach(
                each -> ticket.happenedByItself(new AnnouncementMet(each.text().text(), each.stopsIntake())));
        ticket.filled(opening.fields());
        rules.applied().forEach(ticket::happenedByItself);
        rules.assignee().ifPresent(to -> ticket.takeByItself(new Step.IsAssigned(to)));
        ticket.assignByPolicy();
        if (rules.hold()) {
            ticket.takeByItself(new Step.IsHeld());
        }
        TicketIncidents.open(scope, ticket);
        TicketData opened =
                ticket.say(opening.kind(), opening.words()).save(opening.words().author());
        rules.reply().ifPresent(words -> post.ifPresent(out -> out.reply(scope, opened, words, announced)));
        return new Opened(opened, rules.reply().isPresent(), announced);
    }

    private static TicketData bare(Scope scope, TicketId id, Header header, TicketState state) {
        return new TicketData(id, 0, header, state, new Activity(scope.now(), scope.now()));
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
                requester.reseller().orElse(null),
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
    public record Opening(
            QueueId queue,
            MessageKind kind,
            Words words,
            Optional<TicketId> claimed,
            Map<FieldKey, FieldValue> fields) {
        /** With nothing in the installation's own fields. */
        public Opening(QueueId queue, MessageKind kind, Words words, Optional<TicketId> claimed) {
            this(queue, kind, words, claimed, Map.of());
        }
    }

    /**
     * @param replied a rule has sent the requester a reply, in place of a receipt
     * @param announced what is in force for the ticket, and has to be told (G13)
     */
    public record Opened(TicketData ticket, boolean replied, List<Announcement> announced) {
        public Opened {
            announced = List.copyOf(announced);
        }
    }

    /**
     * Whose ticket it is.
     *
     * @param reseller whose customer they are, or whose staff
     */
    public record Requester(
            EmailAddress address, String name, Optional<Account> account, Optional<ResellerId> reseller) {
        public Requester(EmailAddress address, String name, Optional<Account> account) {
            this(address, name, account, account.flatMap(Account::reseller));
        }

        /** On the side of that ticket. */
        Requester with(Header ticket) {
            return new Requester(address, name, account, Optional.ofNullable(ticket.reseller()));
        }

        /** @throws NotPermitted without a staff profile, which holds the address */
        public static Requester of(Viewer.Staff staff) {
            StaffProfile profile = staff.profile().orElseThrow(() -> new NotPermitted(Refusal.PROFILE_MISSING));
            return new Requester(profile.email(), profile.fullName(), Optional.empty(), staff.reseller());
        }

        /** @throws Invalid if the host knows no address of the account */
        public static Requester of(Account account) {
            if (account.addresses().isEmpty()) {
                throw new Invalid("account", "has no e-mail address");
            }
            return new Requester(account.addresses().get(0), account.name(), Optional.of(account));
        }
    }
}
