// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Step;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the mail that came back, and tells its ticket (D9). A report about a mail we never sent tells nobody anything. */
final class Bounces {
    Optional<TicketId> record(Scope scope, ParsedMail mail) {
        Optional<Sent> sent = Stream.concat(
                        mail.report().flatMap(DeliveryReport::originalMessageId).stream(), mail.references().stream())
                .flatMap(id -> scope.stores().outbox().findByMessageId(id).stream())
                .findFirst();
        Optional<TicketData> ticket = sent.flatMap(found -> ticket(scope, found.ticket(), found.message()));
        ticket.ifPresent(found -> tell(scope, found, sent.get().kind(), failed(mail)));
        return ticket.map(TicketData::id);
    }

    /** The ticket in which the message is read that a mail carries (A4), or else the one it is about. */
    static Optional<TicketData> ticket(Scope scope, @Nullable TicketId about, @Nullable MessageId carried) {
        return Optional.ofNullable(carried)
                .flatMap(message -> scope.stores().conversations().find(message))
                .map(MessageData::shownIn)
                .or(() -> Optional.ofNullable(about))
                .flatMap(id -> Roots.ofCustomer(scope, id));
    }

    /** Tells a ticket that a mail did not reach some recipients. */
    static void tell(Scope scope, TicketData ticket, OutgoingData.Kind kind, Set<EmailAddress> failed, String reason) {
        boolean answer = kind == OutgoingData.Kind.ANSWER
                && failed.contains(ticket.header().requester());
        Case.of(scope, ticket)
                .take(new Step.DeliveryFails(failed, reason, answer))
                .save(Actor.system());
    }

    private static void tell(Scope scope, TicketData ticket, OutgoingData.Kind kind, Set<EmailAddress> failed) {
        if (!failed.isEmpty()) {
            tell(scope, ticket, kind, failed, "the mail came back");
        }
    }

    /** By the report, or as Exim names them beside a text of its own. */
    private static Set<EmailAddress> failed(ParsedMail mail) {
        Stream<EmailAddress> reported = mail.report().stream()
                .flatMap(report -> report.recipients().stream())
                .filter(DeliveryReport.Recipient::hasFailed)
                .map(DeliveryReport.Recipient::address);
        Stream<EmailAddress> named = Stream.of(
                        mail.header("x-failed-recipients").orElse("").split(","))
                .flatMap(address -> EmailAddress.parse(address.strip()).stream());
        return Stream.concat(reported, named).collect(Collectors.toUnmodifiableSet());
    }
}
