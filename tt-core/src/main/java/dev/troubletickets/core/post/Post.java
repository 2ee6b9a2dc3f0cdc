// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.post.Tokens.Notified;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.OutgoingMail.Mailer;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the mails a use case causes into the outbox, in its own unit of work (D5, D7, D8). */
public final class Post {
    private static final int REFERENCES = 10;

    private final MailFormat format;
    private final Tokens tokens;

    public Post(MailFormat format, Tokens tokens) {
        this.format = format;
        this.tokens = tokens;
    }

    public String newMessageId(Scope scope, TicketId ticket) {
        return tokens.messageId(ticket, domain(scope));
    }

    /**
     * The answer, with who gave it at its head and their signature at its end (D5); the text as it was typed. To whom was erased nothing
     * goes (G12).
     */
    public void answer(Scope scope, TicketData ticket, StaffProfile author, Letter letter) {
        String head = Wordings.fill(
                Texts.ANSWER_AUTHOR.wording().textIn(Languages.of(scope, ticket)), Map.of("author", named(author)));
        String signature = author.signature().isBlank() ? "" : "\n\n-- \n" + author.signature();
        String text = head + "\n\n" + letter.text() + signature;
        Addressees addressees = Addressees.of(ticket, letter.encryptor());
        if (!addressees.to().isEmpty()) {
            send(scope, ticket, letter, addressees, text);
        }
        tellOfEncrypted(scope, ticket, addressees.unable());
    }

    private void send(Scope scope, TicketData ticket, Letter letter, Addressees addressees, String text) {
        OutgoingMail mail = new OutgoingMail(
                mailer(scope, ticket),
                addressees.to(),
                addressees.cc(),
                tagged(ticket, ticket.header().subject()),
                letter.messageId(),
                references(scope, ticket),
                scope.now(),
                false,
                text,
                letter.attachments());
        byte[] content = letter.encryptor()
                .map(by -> format.composeEncrypted(mail, by.mail(format.composeContent(mail))))
                .orElseGet(() -> format.compose(mail));
        send(scope, ticket, mail, content, OutgoingData.Kind.ANSWER, letter.message());
    }

    /** Those in CC who have no key learn that there is an answer, and nothing of it (F2). */
    private void tellOfEncrypted(Scope scope, TicketData ticket, List<EmailAddress> unable) {
        List<EmailAddress> told = unable.stream()
                .filter(address -> !Restraint.isOwn(scope, address))
                .toList();
        if (!told.isEmpty()) {
            Locale language = Languages.of(scope, ticket);
            String text = Wordings.filled(Texts.ENCRYPTED_COPY.wording(), scope, ticket, language);
            automatic(scope, ticket, told, ticket.header().subject(), text);
        }
    }

    private static String named(StaffProfile author) {
        String description = author.description();
        return author.fullName() + (description.isEmpty() ? "" : " (" + description + ")");
    }

    /**
     * Tells the requester that their ticket is there, in the queue's words or ours (D7), below what is announced. Where receipts are off, the
     * announcements alone.
     */
    public void receipt(Scope scope, TicketData ticket, List<Announcement> announced) {
        List<Wording> texts = texts(announced);
        if (scope.settings().receipts()) {
            texts.add(queue(scope, ticket)
                    .flatMap(q -> q.settings().newTicketResponse())
                    .orElseGet(Texts.RECEIPT::wording));
        }
        respond(scope, ticket, Texts.RECEIPT_SUBJECT.wording(), texts);
    }

    private static List<Wording> texts(List<Announcement> announced) {
        return announced.stream().map(Announcement::text).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * That their ticket is resolved or closed, if the queue has words for it (D7). Whoever closes a hundred tickets at once does not send a
     * hundred mails to the one address that stands, perhaps forged, in all of them.
     */
    public static Optional<Response> settled(Scope scope, TicketData ticket) {
        return queue(scope, ticket)
                .flatMap(q -> q.settings().resolvedResponse())
                .map(wording -> new Response(
                        Texts.SETTLED_SUBJECT.wording(), wording, withheld(scope, ticket, AutomaticMail.SETTLED)));
    }

    /** That their answered ticket will close by itself, in the queue's words or ours (G5). */
    public static Response closingSoon(Scope scope, TicketData ticket) {
        Wording wording =
                queue(scope, ticket).flatMap(q -> q.settings().closeWarning()).orElseGet(Texts.CLOSING::wording);
        return new Response(
                Texts.CLOSING_SUBJECT.wording(), wording, withheld(scope, ticket, AutomaticMail.CLOSING_SOON));
    }

    private static Optional<Withheld> withheld(Scope scope, TicketData ticket, AutomaticMail mail) {
        return Restraint.machine(scope, ticket).or(() -> Restraint.limited(scope, ticket, mail));
    }

    /** Sends it, unless it is withheld. */
    public void send(Scope scope, TicketData ticket, Response response) {
        if (response.withheld().isEmpty()) {
            respond(scope, ticket, response.subject(), List.of(response.text()));
        }
    }

    /** The copy of a ticket from the panel for the queue's mailbox (A1), with what the host knows of the account. */
    public void copy(Scope scope, TicketData ticket, String text, Optional<Account> account) {
        OutgoingMail mail = new OutgoingMail(
                mailer(scope, ticket),
                List.of(ownAddress(scope, ticket)),
                List.of(),
                tagged(ticket, ticket.header().subject()),
                newMessageId(scope, ticket.id()),
                List.of(tokens.root(ticket.id(), domain(scope))),
                scope.now(),
                true,
                AccountFacts.of(ticket, account) + "\n"
                        + EncryptedBlocks.in(text).shown().text(),
                List.of());
        send(scope, ticket, mail, OutgoingData.Kind.COPY, null);
    }

    /**
     * Tells a technician of something that happened to a ticket; answers of it do not wait for this mail. Its Message-ID proves who
     * replies to it (D6).
     */
    public void notice(Scope scope, TicketData ticket, StaffId reader, EmailAddress to, String text) {
        if (Restraint.isOwn(scope, to)) {
            return;
        }
        Notified notified = new Notified(ticket.id().seenAt(ticket.version()), reader);
        OutgoingMail mail = new OutgoingMail(
                mailer(scope, ticket),
                List.of(to),
                List.of(),
                tagged(ticket, ticket.header().subject()),
                tokens.noticeId(notified, domain(scope)),
                List.of(tokens.root(ticket.id(), domain(scope))),
                scope.now(),
                true,
                text,
                List.of());
        send(scope, ticket, mail, OutgoingData.Kind.COPY, null);
    }

    /** A rule's reply to a new ticket, in place of the receipt (B10). */
    public void reply(Scope scope, TicketData ticket, Wording wording, List<Announcement> announced) {
        List<Wording> texts = texts(announced);
        texts.add(wording);
        respond(scope, ticket, Texts.RECEIPT_SUBJECT.wording(), texts);
    }

    private void respond(Scope scope, TicketData ticket, Wording subject, List<Wording> texts) {
        if (Restraint.isOwn(scope, ticket.header().requester())) {
            return;
        }
        Locale language = Languages.of(scope, ticket);
        String text = texts.stream()
                .map(each -> Wordings.filled(each, scope, ticket, language))
                .collect(Collectors.joining("\n\n"));
        automatic(scope, ticket, List.of(ticket.header().requester()), Subject.of(subject.textIn(language)), text);
    }

    private void automatic(Scope scope, TicketData ticket, List<EmailAddress> to, Subject subject, String text) {
        OutgoingMail mail = new OutgoingMail(
                mailer(scope, ticket),
                to,
                List.of(),
                tagged(ticket, subject),
                newMessageId(scope, ticket.id()),
                references(scope, ticket),
                scope.now(),
                true,
                text,
                List.of());
        send(scope, ticket, mail, OutgoingData.Kind.AUTOMATIC, null);
    }

    private void send(
            Scope scope, TicketData ticket, OutgoingMail mail, OutgoingData.Kind kind, @Nullable MessageId message) {
        send(scope, ticket, mail, format.compose(mail), kind, message);
    }

    private static void send(
            Scope scope,
            TicketData ticket,
            OutgoingMail mail,
            byte[] content,
            OutgoingData.Kind kind,
            @Nullable MessageId message) {
        EmailAddress sender = kind == OutgoingData.Kind.ANSWER ? mail.from().address() : null;
        scope.stores()
                .outbox()
                .add(new OutgoingData(
                        ticket.id(),
                        message,
                        kind,
                        sender,
                        List.copyOf(mail.recipients()),
                        mail.messageId(),
                        content,
                        scope.now()));
        scope.stores().threads().remember(mail.messageId(), ticket.id());
    }

    private List<String> references(Scope scope, TicketData ticket) {
        String root = tokens.root(ticket.id(), domain(scope));
        if (ticket.version() == 1 && ticket.header().channel() != Channel.MAIL) {
            // just opened, and by no mail: asking would write what is still kept back, only to find nothing
            return List.of(root);
        }
        List<String> references = new ArrayList<>();
        references.add(root);
        List<TicketId> shown = Family.of(scope, ticket).customersIds();
        scope.stores().conversations().lastMessageIds(shown, REFERENCES).stream()
                .filter(OutgoingMail::isMessageId)
                .forEach(references::add);
        return references;
    }

    /** The right side of our Message-IDs, which are ASCII; only for uniqueness and looks. */
    static String domain(Scope scope) {
        String domain = scope.settings().supportAddress().domain();
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            return ascii.chars().allMatch(c -> c > ' ' && c < 127) ? ascii : "troubletickets.invalid";
        } catch (IllegalArgumentException unconvertible) {
            return "troubletickets.invalid";
        }
    }

    private static Subject tagged(TicketData ticket, Subject subject) {
        return Subject.clean("[" + ticket.id() + "] " + subject.value());
    }

    private static Mailer mailer(Scope scope, TicketData ticket) {
        return new Mailer(ownAddress(scope, ticket), scope.settings().installation());
    }

    private static EmailAddress ownAddress(Scope scope, TicketData ticket) {
        return queue(scope, ticket)
                .flatMap(q -> q.settings().address())
                .orElse(scope.settings().supportAddress());
    }

    private static Optional<Queue> queue(Scope scope, TicketData ticket) {
        return scope.installation().find(ticket.state().queue());
    }
}
