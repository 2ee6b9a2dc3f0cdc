// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.command.Upload;
import dev.troubletickets.core.mail.Classifier.Verdict;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Restraint;
import dev.troubletickets.core.post.Withheld;
import dev.troubletickets.core.ticket.Admission;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.OpenTicket;
import dev.troubletickets.core.ticket.OpenTicket.Opened;
import dev.troubletickets.core.ticket.OpenTicket.Opening;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.core.ticket.ReplyToTicket;
import dev.troubletickets.core.ticket.ReplyToTicket.Followed;
import dev.troubletickets.core.ticket.ReplyToTicket.Party;
import dev.troubletickets.core.ticket.Words;
import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a mail that somebody or something wrote to us where it belongs: into its ticket, into a new one, or aside. */
final class Letters {
    /** Fewer than the tries a mail has, so that some are left for what fails. */
    private static final int MOST_PUT_OFF = 3;

    private static final Backoff PUT_OFF = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final Threading threading;
    private final OpenTicket openTicket;
    private final ReplyToTicket replyToTicket;
    private final Post post;
    private final People people;
    private final StaffMail staffMail;

    Letters(Threading threading, OpenTicket openTicket, Post post, People people, StaffMail staffMail) {
        this.threading = threading;
        this.openTicket = openTicket;
        this.replyToTicket = new ReplyToTicket(openTicket);
        this.post = post;
        this.people = people;
        this.staffMail = staffMail;
    }

    /** Whether it is put off, lest it open a ticket of its own before the mail it answers has one; for a few tries alone. */
    boolean isPutOff(Scope scope, StoredMail stored, ParsedMail mail) {
        boolean ahead = stored.tries() < MOST_PUT_OFF && threading.isAhead(scope, stored, mail);
        if (ahead) {
            Instant due = scope.now().plus(PUT_OFF.after(stored.tries()));
            scope.stores().intake().postpone(stored.id(), due, "the mail it answers may be one that came before it");
        }
        return ahead;
    }

    Placed place(Scope scope, StoredMail stored, ParsedMail mail, Verdict verdict) {
        MailClass mailClass = verdict.mailClass();
        if (mail.from().isEmpty()) {
            return new Placed(MailOutcome.QUARANTINED, null, "it has no sender that can be answered");
        }
        if (mailClass == MailClass.HUMAN) {
            scope.stores().bounces().clear(mail.from().get().address());
        }
        Optional<Placed> fromStaff = staffMail.place(scope, stored, mail, mailClass);
        if (fromStaff.isPresent()) {
            return fromStaff.get();
        }
        Sender from = mail.from().get();
        Threading.Finding finding = threading.find(scope, mail, from.address(), mailClass);
        Words words = words(scope, stored, mail, from);
        if (finding.ticket().isEmpty() && !mailClass.mayOpen()) {
            return new Placed(MailOutcome.AUTOMATIC, null, finding.why());
        }
        Optional<String> tooMany = Admission.againstMail(scope, from.address());
        if (tooMany.isPresent()) {
            return new Placed(MailOutcome.QUARANTINED, null, tooMany.get());
        }
        if (finding.ticket().isPresent()) {
            return append(scope, finding, words, verdict);
        }
        MessageKind kind = verdict.mayBeAnswered() ? MessageKind.CUSTOMER : MessageKind.AUTOMATIC;
        Opened opened = openTicket.fromMail(
                scope,
                requester(from.address(), words.authorName()),
                Subject.clean(mail.subject()),
                new Opening(queue(scope, mail), kind, words, finding.claimed()));
        TicketData ticket = opened.ticket();
        remember(scope, words, ticket.id());
        String receipt = receipt(scope, opened, words, verdict);
        return new Placed(MailOutcome.OPENED, ticket.id(), finding.why() + "; " + receipt);
    }

    private Placed append(Scope scope, Threading.Finding finding, Words words, Verdict verdict) {
        TicketData ticket = finding.ticket().orElseThrow();
        Case open = Case.of(scope, ticket);
        if (!verdict.mailClass().mayReopen()) {
            ReplyToTicket.fromMachine(open, words);
            remember(scope, words, ticket.id());
            return new Placed(MailOutcome.APPENDED, ticket.id(), finding.why());
        }
        EmailAddress sender = Objects.requireNonNull(words.from(), "what comes by mail has a sender");
        Followed followed = replyToTicket.fromCustomer(
                scope,
                open,
                words,
                new Party(other -> threading.takesPart(other, sender), old -> requester(sender, words.authorName())));
        TicketId went = followed.ticket().id();
        remember(scope, words, went);
        if (followed.opened().isEmpty()) {
            return new Placed(MailOutcome.APPENDED, went, finding.why());
        }
        String receipt = receipt(scope, followed.opened().get(), words, verdict);
        return new Placed(MailOutcome.OPENED, went, finding.why() + "; it can no longer be reopened; " + receipt);
    }

    private String receipt(Scope scope, Opened opened, Words words, Verdict verdict) {
        if (opened.replied()) {
            return "a rule replied";
        }
        TicketData ticket = opened.ticket();
        if (!scope.settings().receipts() && opened.announced().isEmpty()) {
            return "no receipt: the installation sends none";
        }
        Optional<Withheld> silent = Restraint.firstResponse(scope, ticket, !verdict.mayBeAnswered(), words.mail());
        if (silent.isPresent()) {
            silent.get().count(scope);
            return "no receipt: " + silent.get().because();
        }
        post.receipt(scope, ticket, opened.announced());
        return opened.announced().isEmpty() ? "receipt sent" : "announcement sent";
    }

    private Requester requester(EmailAddress from, String name) {
        Optional<Account> account = people.onlyAccountOf(from);
        return new Requester(from, account.map(Account::name).orElse(name), account);
    }

    /** The queue whose address the mail was sent to (D2), the first in the order of its recipients; else the default. */
    private static QueueId queue(Scope scope, ParsedMail mail) {
        List<Queue> queues = scope.installation().queues();
        return mail.recipients().stream()
                .flatMap(to -> queues.stream()
                        .filter(q -> q.settings().address().filter(to::equals).isPresent()))
                .findFirst()
                .orElseGet(() -> scope.installation().defaultQueue())
                .id();
    }

    private static Words words(Scope scope, StoredMail stored, ParsedMail mail, Sender from) {
        List<Upload> files = mail.attachments().stream().map(scope.files()::of).toList();
        return new Words(
                new Actor.Sender(from.address()),
                name(from),
                Channel.MAIL,
                MessageText.clean(mail.text()),
                files,
                from.address(),
                stored.id(),
                mail.messageId().filter(OutgoingMail::isMessageId).orElse(null));
    }

    private static String name(Sender from) {
        return from.name().isBlank()
                ? from.address().value()
                : Subject.clean(from.name()).value();
    }

    private static void remember(Scope scope, Words words, TicketId ticket) {
        Optional.ofNullable(words.messageId())
                .ifPresent(id -> scope.stores().threads().remember(id, ticket));
    }

    record Placed(MailOutcome outcome, @Nullable TicketId ticket, String why) {}
}
