// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Step.DeliveryFails.Missed;
import dev.troubletickets.core.mail.Letters.Placed;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OutboxStore.Sent;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.MailOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mail that came back, marks its addresses, and tells its ticket (D9). A report about a mail we never sent, or never sent to whom
 * it names, tells nobody anything.
 */
final class Bounces {
    Placed record(Scope scope, ParsedMail mail) {
        Optional<Sent> sent = Stream.concat(
                        mail.report().flatMap(DeliveryReport::originalMessageId).stream(), mail.references().stream())
                .flatMap(id -> scope.stores().outbox().findByMessageId(id).stream())
                .findFirst();
        if (sent.isEmpty()) {
            return new Placed(MailOutcome.BOUNCE, null, "it names no mail of ours");
        }
        Optional<TicketData> ticket =
                ticket(scope, sent.get().ticket(), sent.get().message());
        Map<EmailAddress, BouncedMail> failed = BouncedMail.of(mail, sent.get().recipients());
        failed.forEach((address, bounced) -> mark(scope, address, bounced.permanent(), bounced.reason()));
        if (!failed.isEmpty()) {
            ticket.ifPresent(found -> tell(scope, found, sent.get().kind(), failed.keySet(), BouncedMail.REASON));
        }
        return new Placed(
                MailOutcome.BOUNCE,
                ticket.map(TicketData::id).orElse(null),
                "it names a mail of ours; " + outcome(mail, sent.get(), failed));
    }

    private static String outcome(ParsedMail mail, Sent sent, Map<EmailAddress, BouncedMail> failed) {
        if (!failed.isEmpty()) {
            return "that did not reach " + failed.size() + " of "
                    + sent.recipients().stream().distinct().count();
        }
        return BouncedMail.saysThatAnyFailed(mail)
                ? "it says who did not get it, but that went to others"
                : "it does not say that somebody will not get it";
    }

    /** The ticket in which the message is read that a mail carries (A4), or else the one it is about. */
    static Optional<TicketData> ticket(Scope scope, @Nullable TicketId about, @Nullable MessageId carried) {
        return Optional.ofNullable(carried)
                .flatMap(message -> scope.stores().conversations().find(message))
                .map(MessageData::shownIn)
                .or(() -> Optional.ofNullable(about))
                .flatMap(id -> Roots.ofCustomer(scope, id));
    }

    static void mark(Scope scope, EmailAddress address, boolean permanent, String reason) {
        scope.stores().bounces().mark(new Bounce(address, scope.now(), permanent, reason));
    }

    /** Tells a ticket that a mail did not reach some recipients. */
    static void tell(Scope scope, TicketData ticket, OutgoingData.Kind kind, Set<EmailAddress> failed, String reason) {
        Missed missed = failed.contains(ticket.header().requester()) ? missed(kind) : Missed.NOTHING;
        Case.of(scope, ticket)
                .take(new Step.DeliveryFails(failed, reason, missed))
                .save(Actor.system());
    }

    private static Missed missed(OutgoingData.Kind kind) {
        return switch (kind) {
            case ANSWER -> Missed.ANSWER;
            case AUTOMATIC -> Missed.AUTOMATIC_MAIL;
            case COPY -> Missed.NOTHING;
        };
    }
}
