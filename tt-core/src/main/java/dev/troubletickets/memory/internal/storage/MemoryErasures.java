// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Erasures of persons. For use inside a unit of work alone. */
final class MemoryErasures implements ErasureStore {
    static final Comparator<Key> ORDER = Comparator.comparingLong(Key::job).thenComparingLong(Key::ticket);

    private final Tables tables;
    private final FreeWords words;

    MemoryErasures(Tables tables) {
        this.tables = tables;
        this.words = new FreeWords(tables);
    }

    record Key(long job, long ticket) {}

    @Override
    public ErasureId create(NewJob job) {
        ErasureId id = ErasureId.of(tables.nextId());
        tables.erasures.put(id.value(), JobData.beginning(id, job));
        return id;
    }

    @Override
    public Optional<JobData> find(ErasureId id) {
        return tables.erasures.find(id.value());
    }

    @Override
    public boolean update(JobData job) {
        boolean isNext = find(job.id())
                .filter(kept -> kept.version() == job.version() - 1)
                .isPresent();
        if (isNext) {
            tables.erasures.put(job.id().value(), job);
        }
        return isNext;
    }

    @Override
    public Optional<JobData> lockDue(Instant now) {
        return tables.erasures.rows().stream()
                .filter(job -> isOpen(job) && !job.due().isAfter(now))
                .min(Comparator.comparing(JobData::due)
                        .thenComparing(job -> job.id().value()));
    }

    @Override
    public List<JobData> list(int limit) {
        return tables.erasures.newestFirst().stream().limit(limit).toList();
    }

    @Override
    public long countOpen() {
        return tables.erasures.rows().stream().filter(MemoryErasures::isOpen).count();
    }

    @Override
    public void note(ErasureId job, TicketId ticket) {
        tables.erasureTickets.put(new Key(job.value(), ticket.value()), ticket);
    }

    @Override
    public List<TicketId> noted(ErasureId job, long after, int limit) {
        return tables
                .erasureTickets
                .between(new Key(job.value(), after + 1), new Key(job.value(), Long.MAX_VALUE))
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public long last(Phase phase) {
        return words.last(phase);
    }

    @Override
    public List<TicketId> tickets(Person person, long after, long upTo) {
        Traces traces = new Traces(tables, person);
        return tables.tickets.rows().stream()
                .filter(ticket -> ticket.id().value() > after && ticket.id().value() <= upTo)
                .filter(traces::areIn)
                .map(ticket -> ticket.id())
                .toList();
    }

    @Override
    public List<Words> words(Phase phase, long after, int limit) {
        return words.list(phase, after, limit);
    }

    @Override
    public void rewrite(Phase phase, long number, String text) {
        words.rewrite(phase, number, text);
    }

    @Override
    public List<MailIn> mailsIn(long after, int limit) {
        return tables.incoming.rows().stream()
                .filter(mail -> mail.id() > after && mail.raw().length > 0)
                .limit(limit)
                .map(mail -> new MailIn(
                        mail.id(), mail.standing(), mail.ticket(), mail.raw().clone()))
                .toList();
    }

    @Override
    public List<Long> mailsInOf(TicketId ticket) {
        return tables.incoming.rows().stream()
                .filter(mail -> mail.isOf(ticket) && mail.raw().length > 0)
                .map(IncomingRow::id)
                .toList();
    }

    @Override
    public void eraseMailIn(long mail) {
        tables.incoming.find(mail).ifPresent(row -> tables.incoming.put(mail, row.erased()));
        tables.waiting.remove(mail);
    }

    @Override
    public void rewriteMailIn(long mail, byte[] raw) {
        tables.incoming.find(mail).ifPresent(row -> tables.incoming.put(mail, row.with(raw)));
        tables.waiting.find(mail).ifPresent(row -> tables.waiting.put(mail, row.with(raw)));
    }

    @Override
    public List<MailOut> mailsOut(long after, int limit) {
        return tables.outgoing.rows().stream()
                .filter(mail -> mail.id() > after && mail.data().content().length > 0)
                .limit(limit)
                .map(OutgoingRow::toMailOut)
                .toList();
    }

    @Override
    public List<Long> mailsOutOf(TicketId ticket) {
        return outOf(ticket).map(OutgoingRow::id).toList();
    }

    @Override
    public List<MailOut> copiesOf(TicketId ticket) {
        return outOf(ticket)
                .filter(mail -> mail.data().kind() == OutgoingData.Kind.COPY)
                .map(OutgoingRow::toMailOut)
                .toList();
    }

    private Stream<OutgoingRow> outOf(TicketId ticket) {
        return tables.outgoing.rows().stream()
                .filter(mail ->
                        ticket.equals(mail.data().ticket()) && mail.data().content().length > 0);
    }

    @Override
    public void eraseMailOut(long mail) {
        Optional<OutgoingRow> sent = tables.outgoing.find(mail).filter(row -> row.step() == OutgoingRow.Step.SENT);
        sent.ifPresentOrElse(row -> tables.outgoing.put(mail, row.emptied()), () -> {
            tables.outgoing.remove(mail);
            tables.unsettled.remove(mail);
        });
    }

    @Override
    public void rewriteMailOut(long mail, Set<EmailAddress> without, byte[] content) {
        tables.outgoing.find(mail).ifPresent(row -> tables.outgoing.put(mail, row.without(without, content)));
        tables.unsettled.find(mail).ifPresent(row -> tables.unsettled.put(mail, row.without(without, content)));
    }

    @Override
    public void eraseMessage(MessageId message) {
        tables.messages.find(message).ifPresent(kept -> {
            tables.messages.put(message, erased(kept));
            MemoryFiles.release(tables, kept.blobs());
        });
    }

    private static MessageData erased(MessageData m) {
        return new MessageData(
                m.id(),
                m.shownIn(),
                m.version(),
                m.kind(),
                m.at(),
                m.author() instanceof Actor.Sender ? new Actor.Sender(Erased.ADDRESS) : m.author(),
                m.author() instanceof Actor.Staff ? m.authorName() : "",
                null,
                m.channel(),
                Erased.TEXT,
                m.mail(),
                null,
                List.of(),
                m.editedAt());
    }

    @Override
    public void rewrite(HistoryEntry line) {
        Tables.Line key = Tables.Line.of(line);
        tables.history
                .find(key)
                .ifPresent(kept -> tables.history.put(
                        key,
                        new HistoryEntry(
                                kept.ticket(),
                                kept.version(),
                                kept.index(),
                                kept.at(),
                                line.actor(),
                                kept.type(),
                                line.data(),
                                kept.facts())));
    }

    @Override
    public List<BillingOrderId> orders(AccountId account, Optional<BillingOrderId> after, int limit) {
        return tables.billing.rows().stream()
                .map(row -> row.billed().order())
                .filter(order ->
                        order.account().equals(account) && !order.words().equals(Erased.TEXT))
                .map(BillingOrder::id)
                .filter(id ->
                        after.isEmpty() || id.value().compareTo(after.get().value()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void eraseOrder(BillingOrderId order) {
        tables.billing
                .find(order.value())
                .ifPresent(row -> tables.billing.put(order.value(), row.with(erased(row.billed()))));
    }

    private static BilledOrder erased(BilledOrder billed) {
        BillingOrder order = billed.order();
        BillingOrder rest = new BillingOrder(
                order.id(),
                order.kind(),
                order.charge(),
                order.account(),
                order.ticket(),
                order.amount(),
                Erased.TEXT,
                order.by(),
                order.at());
        return new BilledOrder(
                rest,
                billed.state(),
                billed.attempts(),
                billed.failure().map(words -> Erased.TEXT),
                billed.reference(),
                billed.refunded(),
                billed.settledAt());
    }

    @Override
    public List<OperationData> operations(TicketId ticket) {
        return tables.operations.rows().stream()
                .filter(operation -> operation.id().ticket().equals(ticket))
                .toList();
    }

    @Override
    public void forgetThreads(TicketId ticket) {
        tables.threads.removeIf((messageId, of) -> Objects.equals(of, ticket));
    }

    @Override
    public void forgetAdmissions(String writer) {
        tables.admissions.removeIf((key, at) -> key.writer().equals(writer));
    }

    private static boolean isOpen(JobData job) {
        return !job.progress().phase().isOver();
    }
}
