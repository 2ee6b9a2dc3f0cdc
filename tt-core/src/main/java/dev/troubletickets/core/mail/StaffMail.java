// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.mail.Letters.Placed;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.page.News;
import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Texts;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.core.post.Tokens.Notified;
import dev.troubletickets.core.ticket.AnswerTicket;
import dev.troubletickets.core.ticket.Desk;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes technicians' answers by mail (D6). Who replies to a notice is the technician it was for, if the mail comes from the address of
 * their profile; all that an answer needs at the desk it needs here, at the time the mail is processed, and a permission besides. The notice
 * that the mail quotes is no part of the answer. What cannot be taken is kept in quarantine, never given to the customer, and told to the
 * technician.
 */
final class StaffMail {
    private final Tokens tokens;
    private final Access access;
    private final Desk desk;
    private final AnswerTicket answerTicket;
    private final Post post;

    StaffMail(Tokens tokens, Access access, AnswerTicket answerTicket, Post post) {
        this.tokens = tokens;
        this.access = access;
        this.desk = new Desk(access);
        this.answerTicket = answerTicket;
        this.post = post;
    }

    /** Empty for a mail that is not proven to be a technician's; it is anybody's then. */
    Optional<Placed> place(Scope scope, StoredMail stored, ParsedMail mail, MailClass mailClass) {
        if (mail.references().stream().anyMatch(tokens::isInternal)) {
            return Optional.of(refused("it answers a mail among staff that belongs to no ticket"));
        }
        EmailAddress sender = mail.from().orElseThrow().address();
        return mail.references().stream()
                .flatMap(id -> tokens.verifyNotice(id).stream())
                .filter(notified -> isFrom(scope, notified, sender))
                .findFirst()
                .map(notified -> mailClass.mayReopen()
                        ? take(scope, stored, mail, notified)
                        : new Placed(MailOutcome.AUTOMATIC, null, "a machine answers a notice"));
    }

    private static boolean isFrom(Scope scope, Notified notified, EmailAddress sender) {
        return scope.stores()
                .staff()
                .find(notified.reader())
                .profile()
                .filter(profile -> profile.email().equals(sender))
                .isPresent();
    }

    private Placed take(Scope scope, StoredMail stored, ParsedMail mail, Notified notified) {
        try {
            Viewer.Staff staff = access.staff(scope, notified.reader());
            TicketData ticket = access.ticket(scope, staff, notified.seen().id());
            return take(scope, staff, ticket, new Reply(stored, mail, notified));
        } catch (NotFound e) {
            return refused("the technician or the ticket is there no more, or not theirs");
        }
    }

    private Placed take(Scope scope, Viewer.Staff staff, TicketData ticket, Reply reply) {
        try {
            staff.require(Permission.ANSWER_BY_MAIL);
            requireUpToDate(scope, staff, ticket, reply.notified());
            answerTicket.byMail(
                    scope,
                    staff,
                    desk.take(scope, staff, ticket.id(), Reach.ANSWER),
                    answer(scope, ticket, reply.mail()),
                    reply.stored().id());
            return new Placed(MailOutcome.APPENDED, ticket.id(), "a technician answers by mail");
        } catch (Unavailable e) {
            throw e;
        } catch (SupportException e) {
            staff.profile()
                    .map(StaffProfile::email)
                    .ifPresent(to -> post.notice(scope, ticket, staff.id(), to, notTaken(scope, staff, ticket, e)));
            return refused("a technician's answer was refused: " + e.getMessage());
        }
    }

    private static String notTaken(Scope scope, Viewer.Staff staff, TicketData ticket, SupportException reason) {
        Locale language = Languages.of(scope, staff);
        Map<String, String> values = Map.of("number", ticket.id().toString(), "reason", reason.explanation(language));
        return Texts.NOT_TAKEN.filled(language, values) + "\n";
    }

    /** What others have said since the technician was told may make the answer a wrong one (G7). */
    private static void requireUpToDate(Scope scope, Viewer.Staff staff, TicketData ticket, Notified notified) {
        boolean news = News.since(scope, staff, notified.seen(), ticket).stream()
                .filter(ConversationItem.Message.class::isInstance)
                .map(ConversationItem.Message.class::cast)
                .anyMatch(message -> !message.author().equals(Optional.of(staff.actor())));
        if (news) {
            throw new NotPermitted(Refusal.OTHERS_WROTE);
        }
    }

    private static Answer answer(Scope scope, TicketData ticket, ParsedMail mail) {
        List<String> told = Conversation.words(scope, Family.of(scope, ticket)).stream()
                .filter(message -> message.kind() == MessageKind.CUSTOMER)
                .map(MessageData::text)
                .toList();
        Answer answer = Answer.of(AnswerText.of(MessageText.clean(mail.text()), told));
        for (ParsedMail.Part part : mail.attachments()) {
            answer = answer.attach(scope.files().of(part));
        }
        return answer;
    }

    private static Placed refused(String why) {
        return new Placed(MailOutcome.QUARANTINED, null, why);
    }

    private record Reply(StoredMail stored, ParsedMail mail, Notified notified) {}
}
