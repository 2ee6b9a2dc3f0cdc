// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Mass actions, all jobs looked at for every question. For use inside a unit of work alone. */
final class MemoryBulk implements BulkStore {
    static final Comparator<Key> ORDER = Comparator.comparingLong(Key::job).thenComparingLong(Key::ticket);

    private final Tables tables;

    MemoryBulk(Tables tables) {
        this.tables = tables;
    }

    record Key(long job, long ticket) {}

    @Override
    public BulkJobId create(NewJob job) {
        BulkJobId id = BulkJobId.of(tables.nextId());
        tables.bulkJobs.put(id.value(), JobData.beginning(id, job));
        return id;
    }

    @Override
    public Optional<JobData> find(BulkJobId id) {
        return tables.bulkJobs.find(id.value());
    }

    @Override
    public boolean update(JobData job) {
        boolean isNext = find(job.id())
                .filter(stored -> stored.version() == job.version() - 1)
                .isPresent();
        if (isNext) {
            tables.bulkJobs.put(job.id().value(), job);
        }
        return isNext;
    }

    @Override
    public Optional<JobData> lockDue(Instant now) {
        return jobs().filter(job -> !job.state().isOver() && !job.due().isAfter(now))
                .min(Comparator.comparing(JobData::due)
                        .thenComparing(job -> job.id().value()));
    }

    @Override
    public List<JobData> list(Optional<StaffId> owner, int limit) {
        return tables.bulkJobs.newestFirst().stream()
                .filter(job -> owner.isEmpty() || owner.get().equals(job.job().owner()))
                .limit(limit)
                .toList();
    }

    @Override
    public long countOpen(StaffId owner) {
        return jobs().filter(job -> !job.state().isOver() && job.job().owner().equals(owner))
                .count();
    }

    @Override
    public void add(BulkJobId job, Collection<TicketId> tickets) {
        for (TicketId ticket : tickets) {
            Key key = new Key(job.value(), ticket.value());
            if (!tables.bulkTickets.has(key)) {
                tables.bulkTickets.put(key, BulkOutcome.of(ticket, Result.WAITING));
            }
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
        Key key = new Key(job.value(), outcome.ticket().value());
        boolean waits = tables.bulkTickets
                .find(key)
                .filter(before -> before.result() == Result.WAITING)
                .isPresent();
        if (waits) {
            tables.bulkTickets.put(key, outcome);
        }
        return waits;
    }

    @Override
    public Map<BulkJobId, Map<Result, Long>> counts(Collection<BulkJobId> jobs) {
        Map<BulkJobId, Map<Result, Long>> counts = new HashMap<>();
        for (BulkJobId job : jobs) {
            of(job, 0)
                    .forEach(outcome -> counts.computeIfAbsent(job, id -> new EnumMap<>(Result.class))
                            .merge(outcome.result(), 1L, Long::sum));
        }
        return counts;
    }

    @Override
    public List<BulkOutcome> outcomes(BulkJobId job, Optional<Result> result, long after, int limit) {
        return of(job, after)
                .filter(outcome -> result.isEmpty() || result.get() == outcome.result())
                .limit(limit)
                .toList();
    }

    @Override
    public int forgetBefore(Instant time, int limit) {
        List<JobData> old = jobs().filter(
                        job -> job.state().isOver() && job.due().isBefore(time))
                .limit(limit)
                .toList();
        for (JobData job : old) {
            tables.bulkJobs.remove(job.id().value());
            tables.bulkTickets.removeIf((key, outcome) -> key.job() == job.id().value());
        }
        return old.size();
    }

    private Stream<JobData> jobs() {
        return tables.bulkJobs.rows().stream();
    }

    private Stream<BulkOutcome> of(BulkJobId job, long after) {
        return tables
                .bulkTickets
                .between(new Key(job.value(), after + 1), new Key(job.value(), Long.MAX_VALUE))
                .stream();
    }
}
