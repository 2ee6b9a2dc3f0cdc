// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.encryption.AnswerKeys;
import dev.troubletickets.core.encryption.Encryptor;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.post.Letter;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.AnswerEncrypted;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Answers the customer, and notes for staff, in one act (A8, A9). */
public final class AnswerTicket {
    private final Optional<Post> post;
    private final Charging charging;
    private final AnswerKeys keys;
    private final long mailBytes;

    /** @param mailBytes that a mail may have */
    public AnswerTicket(Optional<Post> post, Charging charging, AnswerKeys keys, long mailBytes) {
        this.post = post;
        this.charging = charging;
        this.keys = keys;
        this.mailBytes = mailBytes;
    }

    public void answer(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        send(scope, staff, ticket, answer, new Way(words -> words, false));
        composed(scope, staff, ticket, answer.then());
    }

    /**
     * Does to a copy of the ticket what giving the answer would, and to nothing else; so that is refused what would be.
     *
     * @return the copy
     */
    Case rehearse(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        Case copy = Case.of(scope, ticket.before(), staff.id());
        Allowance.answer(scope.settings().limits(), answer);
        take(scope, staff, copy, answer, false);
        encryptor(scope, copy, answer);
        return copy;
    }

    /** By what an answer is encrypted that is to be. */
    Optional<Encryptor> encryptor(Scope scope, Case ticket, Answer answer) {
        if (!answer.encrypted()) {
            return Optional.empty();
        }
        Set<EmailAddress> cc = new LinkedHashSet<>(ticket.header().cc());
        cc.addAll(answer.cc());
        return Optional.of(keys.of(scope, ticket.header().account(), cc));
    }

    /** What an answer that costs something needs besides. */
    void requireCharge(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        charging.require(scope, staff, ticket, answer);
    }

    /**
     * What the technician has composed is done, and their turn is over unless they go on talking.
     *
     * @param answered the ticket as it is then
     */
    static void composed(Scope scope, Viewer.Staff staff, Case answered, Answer.Then then) {
        scope.stores().presence().discard(answered.id(), staff.id());
        boolean stays = answered.state().status().isActive() && then == Answer.Then.KEEP_OPEN;
        if (stays && staff.reach(answered.before()) == Reach.HANDLE) {
            Compose.give(scope, staff.id(), answered.id());
        } else {
            scope.stores().tickets().unlock(answered.id());
        }
    }

    /**
     * The same from no keyboard, and at once also where answers can be taken back: what the technician is composing meanwhile, and the lock
     * that comes with it, stay. A ticket that nobody has is taken over by it.
     *
     * @param mail the stored mail it came by
     */
    public void byMail(Scope scope, Viewer.Staff staff, Case ticket, Answer answer, long mail) {
        if (ticket.state().assignee() == null && staff.reach(ticket.before()) == Reach.HANDLE) {
            ticket.take(new Step.PicksUp(staff.id(), staff.profile().isPresent()));
        }
        send(scope, staff, ticket, answer, new Way(words -> words.cameBy(mail), false));
    }

    /** The same by no mail, for one whose texts and files were held against the limits when it was given. */
    void leave(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        give(scope, staff, ticket, answer, new Way(words -> words, false));
    }

    /**
     * The same for one that was given before the customer's last word, which may have taken the ticket from its author.
     *
     * @return the ticket, answered
     */
    TicketData leaveCrossed(Scope scope, Viewer.Staff staff, Case ticket, Answer answer) {
        return give(scope, staff, ticket, answer, new Way(words -> words, true));
    }

    /** @param crossed the customer has written since it was given */
    private record Way(UnaryOperator<Words> came, boolean crossed) {}

    private void send(Scope scope, Viewer.Staff staff, Case ticket, Answer answer, Way way) {
        Allowance.answer(scope.settings().limits(), answer);
        give(scope, staff, ticket, answer, way);
    }

    private void take(Scope scope, Viewer.Staff staff, Case ticket, Answer answer, boolean crossed) {
        if (answer.then() == Answer.Then.CLOSE
                || answer.sticky().isPresent()
                || answer.priority().isPresent()) {
            staff.require(ticket.before(), Reach.HANDLE);
        }
        staff.require(Permission.ANSWER);
        charging.require(scope, staff, ticket, answer);
        requireMailable(answer);
        ticket.take(new Step.Answers(
                staff.id(),
                staff.profile().isPresent(),
                answer.then(),
                answer.sticky(),
                answer.note().isPresent(),
                answer.cc(),
                crossed || staff.isInvited(ticket.id(), Reach.ANSWER)));
        answer.priority().ifPresent(to -> ticket.take(new Step.Prioritises(to)));
        addCc(scope, ticket, answer.cc());
    }

    /** Files of a mail grow by a third and the ends of lines (RFC 2045 section 6.8). */
    void requireMailable(Answer answer) {
        long bytes = answer.attachments().stream().mapToLong(Upload::size).sum();
        if (post.isPresent() && bytes > mailBytes / 78 * 57) {
            throw new OverLimit("mailBytes", mailBytes / 78 * 57);
        }
    }

    /** What is to be encrypted is in no store in clear, and is looked through all the same. */
    private static Answer harmless(Scope scope, Answer answer, Optional<Encryptor> encryptor) {
        if (encryptor.isPresent()) {
            return answer.attachments(scope.files().requireClean(answer.attachments()));
        }
        return answer.attachments(scope.files().goingOut(scope.stores(), scope.now(), answer.attachments()));
    }

    private TicketData give(Scope scope, Viewer.Staff staff, Case ticket, Answer answer, Way way) {
        take(scope, staff, ticket, answer, way.crossed());
        StaffProfile author = staff.profile().orElseThrow();
        Optional<Encryptor> encryptor = encryptor(scope, ticket, answer);
        Answer sent = harmless(scope, answer, encryptor);
        Answer kept = encryptor.map(each -> each.kept(sent, scope.files())).orElse(sent);
        Optional<String> messageId = post.map(out -> out.newMessageId(scope, ticket.id()));
        Words words = Words.of(staff.actor(), author.fullName(), Channel.STAFF, kept.text(), kept.attachments());
        ticket.say(MessageKind.ANSWER, way.came().apply(words).carriedBy(messageId.orElse(null)));
        answer.note().ifPresent(note -> ticket.say(MessageKind.NOTE, note(staff, note)));
        MessageId message = MessageId.publicMessage(ticket.id(), ticket.state().publicMessages());
        // the mail is composed first: its references are the messages before this one
        messageId.ifPresent(id -> post.orElseThrow()
                .answer(
                        scope,
                        ticket.data(),
                        author,
                        new Letter(message, id, sent.text(), sent.attachments(), encryptor)));
        encryptor.ifPresent(each -> ticket.happened(new AnswerEncrypted(message, each.fingerprints())));
        answer.incidents().ifPresent(number -> TicketIncidents.change(scope, ticket, number));
        answer.charge().ifPresent(charge -> Charging.charge(scope, staff, ticket, charge));
        TicketData given = ticket.save(staff.actor());
        HandleTicket.tellOthers(scope, ticket, post);
        return given;
    }

    public static void note(Scope scope, Viewer.Staff staff, Case ticket, String text) {
        Allowance.text(scope.settings().limits(), text);
        ticket.take(new Step.Notes()).say(MessageKind.NOTE, note(staff, text)).save(staff.actor());
    }

    private static Words note(Viewer.Staff staff, String text) {
        String name =
                staff.profile().map(StaffProfile::fullName).orElse(staff.id().value());
        return Words.of(staff.actor(), name, Channel.STAFF, text, List.of());
    }

    private static void addCc(Scope scope, Case ticket, Set<EmailAddress> more) {
        Set<EmailAddress> cc = new LinkedHashSet<>(ticket.header().cc());
        if (cc.addAll(more)) {
            Allowance.cc(scope.settings().limits(), cc);
            ticket.change(
                    Headers.withCc(ticket.header(), cc),
                    new FieldChanged(Field.CC, Headers.list(ticket.header().cc()), Headers.list(cc)));
        }
    }
}
