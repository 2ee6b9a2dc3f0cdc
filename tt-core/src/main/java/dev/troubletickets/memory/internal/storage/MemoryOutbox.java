// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.memory.internal.storage.OutgoingRow.Step;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Mails on their way out. For use inside a unit of work alone. */
final class MemoryOutbox implements OutboxStore {
    private final Tables tables;

    MemoryOutbox(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(OutgoingData mail) {
        keep(OutgoingRow.ready(tables.nextId(), mail));
    }

    @Override
    public List<Claim> claim(Instant now, Instant until, int limit) {
        List<OutgoingRow> free = new ArrayList<>();
        Set<TicketId> passed = new HashSet<>();
        for (OutgoingRow mail : tables.unsettled.rows()) {
            TicketId ticket = mail.data().ticket();
            boolean first = ticket == null || !passed.contains(ticket);
            if (ticket != null && mail.data().kind() != OutgoingData.Kind.COPY) {
                passed.add(ticket);
            }
            if (first && mail.isDue(now)) {
                free.add(mail);
            }
        }
        return free.stream()
                .sorted(Comparator.comparing(OutgoingRow::due))
                .limit(limit)
                .map(mail -> mail.claimed(until))
                .peek(this::keep)
                .map(OutgoingRow::toClaim)
                .toList();
    }

    @Override
    public boolean sending(long mail, long fence) {
        return settle(mail, fence, row -> row.step(Step.SENDING, row.reason()));
    }

    @Override
    public boolean sent(long mail, long fence, Instant now) {
        return settle(mail, fence, row -> row.step(Step.SENT, Optional.empty()));
    }

    @Override
    public boolean narrow(long mail, long fence, List<EmailAddress> remaining) {
        return settle(mail, fence, row -> row.narrowed(remaining));
    }

    @Override
    public boolean postpone(long mail, long fence, Instant due, String reason, boolean again) {
        return settle(mail, fence, row -> row.postponed(due, reason, again));
    }

    @Override
    public boolean uncertain(long mail, long fence, String reason) {
        return settle(mail, fence, row -> row.step(Step.UNCERTAIN, Optional.of(reason)));
    }

    @Override
    public boolean failed(long mail, long fence, String reason) {
        return settle(mail, fence, row -> row.step(Step.FAILED, Optional.of(reason)));
    }

    @Override
    public boolean retry(long mail, Instant now) {
        return change(mail, row -> row.step() == Step.FAILED || row.step() == Step.UNCERTAIN, row -> row.retried(now));
    }

    @Override
    public Map<MessageId, Delivery> deliveries(Collection<TicketId> tickets) {
        Map<MessageId, Delivery> deliveries = new HashMap<>();
        for (OutgoingRow mail : tables.outgoing.rows()) {
            MessageId message = mail.data().message();
            if (message != null && tickets.contains(message.ticket())) {
                deliveries.put(message, mail.toDelivery());
            }
        }
        return deliveries;
    }

    @Override
    public boolean isUnderWay(Collection<TicketId> tickets) {
        return tables.unsettled.rows().stream()
                .map(OutgoingRow::data)
                .anyMatch(mail -> mail.kind() != OutgoingData.Kind.COPY
                        && mail.ticket() != null
                        && tickets.contains(mail.ticket()));
    }

    @Override
    public Optional<Sent> findByMessageId(String messageId) {
        return tables.outgoing.rows().stream()
                .filter(mail -> mail.data().messageId().equals(messageId))
                .findFirst()
                .map(mail -> new Sent(
                        mail.id(),
                        mail.data().ticket(),
                        mail.data().message(),
                        mail.data().kind(),
                        mail.data().recipients()));
    }

    @Override
    public Automatic countAutomatic(EmailAddress recipient, TicketId ticket, Instant since) {
        List<OutgoingData> automatic = tables.outgoing.rows().stream()
                .map(OutgoingRow::data)
                .filter(mail -> mail.kind() == OutgoingData.Kind.AUTOMATIC
                        && !mail.createdAt().isBefore(since))
                .toList();
        return new Automatic(
                automatic.stream()
                        .filter(mail -> mail.recipients().contains(recipient))
                        .count(),
                automatic.stream().filter(mail -> ticket.equals(mail.ticket())).count(),
                automatic.size());
    }

    @Override
    public void withheld(Limit by, Instant at) {
        long id = tables.nextId();
        tables.withheld.put(id, new Withheld(by, at));
    }

    @Override
    public Map<Limit, Long> withheld(Instant since) {
        return tables.withheld.rows().stream()
                .filter(each -> !each.at().isBefore(since))
                .collect(Collectors.groupingBy(Withheld::by, Collectors.counting()));
    }

    @Override
    public Map<Delivery.State, Long> counts() {
        return tables.outgoing.rows().stream()
                .collect(Collectors.groupingBy(mail -> mail.toDelivery().state(), Collectors.counting()));
    }

    @Override
    public List<Outgoing> troubled(int limit) {
        return tables.outgoing.newestFirst().stream()
                .filter(OutgoingRow::isTroubled)
                .limit(limit)
                .map(OutgoingRow::toOutgoing)
                .toList();
    }

    record Withheld(Limit by, Instant at) {}

    private boolean settle(long mail, long fence, UnaryOperator<OutgoingRow> change) {
        return change(mail, row -> row.fence() == fence && !row.step().isSettled(), change);
    }

    private boolean change(long mail, Predicate<OutgoingRow> allowed, UnaryOperator<OutgoingRow> change) {
        Optional<OutgoingRow> changed =
                tables.outgoing.find(mail).filter(allowed).map(change);
        changed.ifPresent(this::keep);
        return changed.isPresent();
    }

    private void keep(OutgoingRow mail) {
        tables.outgoing.put(mail.id(), mail);
        if (mail.step().isSettled()) {
            tables.unsettled.remove(mail.id());
        } else {
            tables.unsettled.put(mail.id(), mail);
        }
    }
}
