// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.erasure;

import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.jdbc.internal.files.References;
import dev.troubletickets.jdbc.internal.mail.ErasedMails;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Digest;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.jdbc.internal.ticket.SqlOperationStore;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public final class SqlErasureStore implements ErasureStore {
    private static final String OF_MESSAGE = " where ticket = ? and note = ? and message = ?";

    private final Session session;
    private final ErasureJobs jobs;
    private final FreeWords words;
    private final ErasedMails mails;

    public SqlErasureStore(Session session) {
        this.session = session;
        this.jobs = new ErasureJobs(session);
        this.words = new FreeWords(session);
        this.mails = new ErasedMails(session);
    }

    @Override
    public ErasureId create(NewJob job) {
        return jobs.create(job);
    }

    @Override
    public Optional<JobData> find(ErasureId id) {
        return jobs.find(id);
    }

    @Override
    public boolean update(JobData job) {
        return jobs.update(job);
    }

    @Override
    public Optional<JobData> lockDue(Instant now) {
        return jobs.lockDue(now);
    }

    @Override
    public List<JobData> list(int limit) {
        return jobs.list(limit);
    }

    @Override
    public long countOpen() {
        return session.number("select count(*) from {erasure} where is_over = false");
    }

    @Override
    public void note(ErasureId job, TicketId ticket) {
        session.laterIfAbsent(
                "insert into {erasure_ticket} (erasure, ticket) values (?, ?)", job.value(), ticket.value());
    }

    @Override
    public List<TicketId> noted(ErasureId job, long after, int limit) {
        String order = session.dialect().sortsByWholeIndex() ? "erasure, ticket" : "ticket";
        return session.list(
                "select ticket from {erasure_ticket} where erasure = ? and ticket > ? order by " + order + " limit "
                        + limit,
                row -> TicketId.of(row.number()),
                job.value(),
                after);
    }

    @Override
    public long last(Phase phase) {
        return words.last(phase);
    }

    @Override
    public List<TicketId> tickets(Person person, long after, long upTo) {
        return new Traces(person).find(session, after, upTo);
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
        return mails.in(after, limit);
    }

    @Override
    public List<Long> mailsInOf(TicketId ticket) {
        return mails.inOf(ticket);
    }

    @Override
    public void eraseMailIn(long mail) {
        mails.eraseIn(mail);
    }

    @Override
    public void rewriteMailIn(long mail, byte[] raw) {
        mails.rewriteIn(mail, raw);
    }

    @Override
    public List<MailOut> mailsOut(long after, int limit) {
        return mails.out(after, limit);
    }

    @Override
    public List<Long> mailsOutOf(TicketId ticket) {
        return mails.outOf(ticket);
    }

    @Override
    public List<MailOut> copiesOf(TicketId ticket) {
        return mails.copiesOf(ticket);
    }

    @Override
    public void eraseMailOut(long mail) {
        mails.eraseOut(mail);
    }

    @Override
    public void rewriteMailOut(long mail, Set<EmailAddress> without, byte[] content) {
        mails.rewriteOut(mail, without, content);
    }

    @Override
    public void eraseMessage(MessageId message) {
        Object[] key = {message.ticket().value(), message.isNote(), message.number()};
        References files = References.to(session, "select file_key from {attachment}" + OF_MESSAGE, key);
        session.later("delete from {attachment}" + OF_MESSAGE, key);
        files.released();
        session.later(
                "update {message} set content = ?, words = "
                        + session.dialect().fulltext().mark()
                        + ", author_name = case when author_kind = 'STAFF' then author_name else '' end, sender = null, message_id = null,"
                        + " author = case when author_kind = 'SENDER' then ? else author end" + OF_MESSAGE,
                Erased.TEXT,
                session.dialect().fulltext().ofMessage(Erased.TEXT),
                Erased.ADDRESS.value(),
                key[0],
                key[1],
                key[2]);
    }

    @Override
    public void rewrite(HistoryEntry line) {
        session.later(
                "update {history} set actor_kind = ?, actor = ?, content = ?"
                        + " where ticket = ? and version = ? and entry = ?",
                Codes.kind(line.actor()),
                Codes.name(line.actor()),
                line.data(),
                line.ticket().value(),
                line.version(),
                line.index());
    }

    @Override
    public List<BillingOrderId> orders(AccountId account, Optional<BillingOrderId> after, int limit) {
        return session.list(
                "select order_id from {billing_order} where account = ? and words <> ? and order_id > ?"
                        + " order by order_id limit " + limit,
                row -> BillingOrderId.of(row.text()),
                account.value(),
                Erased.TEXT,
                after.map(BillingOrderId::value).orElse(""));
    }

    @Override
    public void eraseOrder(BillingOrderId order) {
        session.later(
                "update {billing_order} set words = ?, failure = case when failure is null then null else ? end"
                        + " where order_id = ?",
                Erased.TEXT,
                Erased.TEXT,
                order.value());
    }

    @Override
    public List<OperationData> operations(TicketId ticket) {
        return new SqlOperationStore(session).all(ticket);
    }

    @Override
    public void forgetThreads(TicketId ticket) {
        session.later("delete from {thread} where ticket = ?", ticket.value());
    }

    @Override
    public void forgetAdmissions(String writer) {
        session.later("delete from {admission} where writer = ?", Digest.of(writer));
    }
}
