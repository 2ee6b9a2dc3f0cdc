// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.bulk;

import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class SqlBulkStore implements BulkStore {
    private static final String SELECT =
            "select id, version, owner, started_at, action, search, up_to, state, mark, due from {bulk_job}";

    private final Session session;

    public SqlBulkStore(Session session) {
        this.session = session;
    }

    @Override
    public BulkJobId create(NewJob job) {
        JobData begun = JobData.beginning(BulkJobId.of(0), job);
        return BulkJobId.of(session.insertForId(
                        "insert into {bulk_job} (version, owner, started_at, action, search, up_to, state, is_over,"
                                + " mark, due) values (" + Codes.marks(10) + ")",
                        begun.version(),
                        job.owner().value(),
                        job.startedAt(),
                        job.action(),
                        job.search(),
                        job.upTo(),
                        begun.state().name(),
                        false,
                        begun.mark(),
                        begun.due())
                .orElseThrow());
    }

    @Override
    public Optional<JobData> find(BulkJobId id) {
        return session.first(SELECT + " where id = ?", SqlBulkStore::job, id.value());
    }

    @Override
    public boolean update(JobData job) {
        return session.change(
                        "update {bulk_job} set version = ?, state = ?, is_over = ?, mark = ?, due = ?"
                                + " where id = ? and version = ?",
                        job.version(),
                        job.state().name(),
                        job.state().isOver(),
                        job.mark(),
                        job.due(),
                        job.id().value(),
                        job.version() - 1)
                == 1;
    }

    @Override
    public Optional<JobData> lockDue(Instant now) {
        String order = session.dialect().sortsByWholeIndex() ? "is_over, due, id" : "due, id";
        return session
                .lockFree(
                        SELECT + " where is_over = false and due <= ? order by " + order + " limit 1",
                        SqlBulkStore::job,
                        now)
                .stream()
                .findFirst();
    }

    @Override
    public List<JobData> list(Optional<StaffId> owner, int limit) {
        String end = " order by id desc limit " + limit;
        return owner.isEmpty()
                ? session.list(SELECT + end, SqlBulkStore::job)
                : session.list(
                        SELECT + " where owner = ?" + end,
                        SqlBulkStore::job,
                        owner.get().value());
    }

    @Override
    public long countOpen(StaffId owner) {
        return session.number("select count(*) from {bulk_job} where owner = ? and is_over = false", owner.value());
    }

    @Override
    public void add(BulkJobId job, Collection<TicketId> tickets) {
        for (TicketId ticket : tickets) {
            session.laterIfAbsent(
                    "insert into {bulk_ticket} (job, ticket, result) values (?, ?, ?)",
                    job.value(),
                    ticket.value(),
                    Result.WAITING.name());
        }
    }

    @Override
    public List<TicketId> waiting(BulkJobId job, int limit) {
        return outcomes(job, Optional.of(Result.WAITING), 0, limit).stream()
                .map(BulkOutcome::ticket)
                .toList();
    }

    @Override
    public boolean settle(BulkJobId job, BulkOutcome outcome) {
        return session.change(
                        "update {bulk_ticket} set result = ?, refusal = ?, detail = ?"
                                + " where job = ? and ticket = ? and result = ?",
                        outcome.result().name(),
                        outcome.refusal().map(Refusal::name).orElse(null),
                        outcome.detail().orElse(null),
                        job.value(),
                        outcome.ticket().value(),
                        Result.WAITING.name())
                == 1;
    }

    @Override
    public Map<BulkJobId, Map<Result, Long>> counts(Collection<BulkJobId> jobs) {
        Map<BulkJobId, Map<Result, Long>> counts = new HashMap<>();
        if (!jobs.isEmpty()) {
            session.list(
                    "select job, result, count(*) from {bulk_ticket} where job in (" + Codes.marks(jobs.size())
                            + ") group by job, result",
                    row -> counts.computeIfAbsent(BulkJobId.of(row.number()), id -> new EnumMap<>(Result.class))
                            .put(Result.valueOf(row.text()), row.number()),
                    jobs.stream().map(BulkJobId::value).toArray());
        }
        return counts;
    }

    @Override
    public List<BulkOutcome> outcomes(BulkJobId job, Optional<Result> result, long after, int limit) {
        String only = result.isPresent() ? " and result = ?" : "";
        List<Object> values = new ArrayList<>(List.of(job.value(), after));
        result.map(Result::name).ifPresent(values::add);
        String whole = result.isPresent() ? "job, result, ticket" : "job, ticket";
        String order = session.dialect().sortsByWholeIndex() ? whole : "ticket";
        return session.list(
                "select ticket, result, refusal, detail from {bulk_ticket} where job = ? and ticket > ?" + only
                        + " order by " + order + " limit " + limit,
                SqlBulkStore::outcome,
                values.toArray());
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        List<Long> old = session.lockFree(
                "select id from {bulk_job} where is_over = true and due < ? order by is_over, due, id limit " + limit,
                Row::number,
                time);
        old.forEach(id -> session.later("delete from {bulk_job} where id = ?", id));
        return old.size();
    }

    private static JobData job(Row row) throws SQLException {
        BulkJobId id = BulkJobId.of(row.number());
        long version = row.number();
        NewJob job = new NewJob(StaffId.of(row.text()), row.instant(), row.text(), row.textOrNull(), row.number());
        return new JobData(id, version, job, BulkJob.State.valueOf(row.text()), row.number(), row.instant());
    }

    private static BulkOutcome outcome(Row row) throws SQLException {
        return new BulkOutcome(
                TicketId.of(row.number()),
                Result.valueOf(row.text()),
                Optional.ofNullable(row.textOrNull()).map(Refusal::valueOf),
                Optional.ofNullable(row.textOrNull()));
    }
}
