// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.bulk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Searches;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.spi.storage.BulkStore.JobData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does mass actions (C5), a part at a time. A job's version keeps two who are at it apart: whoever takes it writes the next one, and goes
 * on only while it stands. A ticket and its outcome are written in one unit of work, so no ticket has its turn twice, whoever dies when.
 */
public final class BulkRun {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int TICKETS = 50;
    private static final int COLLECTED = 500;

    private final Work work;
    private final Access access;
    private final BulkActs acts;

    public BulkRun(Work work, Access access, BulkActs acts) {
        this.work = work;
        this.access = access;
        this.acts = acts;
    }

    /** Does a part of the job that is due the longest; how many tickets came to an outcome, or empty if no job is due. */
    public OptionalInt next() {
        return work.write(scope -> scope.stores().bulk().lockDue(scope.now()).map(job -> taken(scope, job)))
                .map(job -> OptionalInt.of(part(job)))
                .orElse(OptionalInt.empty());
    }

    /** Does a part of this job, if nobody is at it. */
    public void one(BulkJobId id) {
        work.write(scope -> scope.stores()
                        .bulk()
                        .find(id)
                        .filter(job -> !job.state().isOver() && !job.due().isAfter(scope.now()))
                        .map(job -> taken(scope, job)))
                .ifPresent(this::part);
    }

    private int part(JobData job) {
        return job.state() == BulkJob.State.COLLECTING ? collect(job) : act(job);
    }

    /** Notes the next numbers. Nothing of the tickets changes meanwhile by this job, so none is left out and none comes twice. */
    private int collect(JobData job) {
        work.write(scope -> {
            Optional<Viewer.Staff> owner = owner(scope, job);
            owner.ifPresent(staff -> collect(scope, staff, job));
            return true;
        });
        return 0;
    }

    private static void collect(Scope scope, Viewer.Staff staff, JobData job) {
        TicketCriteria criteria = Searches.byNumber(scope, staff, BulkJson.search(job.job()), job.mark(), COLLECTED);
        List<TicketId> page = scope.stores().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
        List<TicketId> found =
                page.stream().filter(id -> id.value() <= job.job().upTo()).toList();
        scope.stores().bulk().add(job.id(), found);
        boolean isAll = page.size() < COLLECTED || found.size() < page.size();
        long mark = page.isEmpty() ? job.mark() : page.get(page.size() - 1).value();
        write(scope, job.next(isAll ? BulkJob.State.WORKING : BulkJob.State.COLLECTING, mark, scope.now()));
    }

    private int act(JobData job) {
        BulkAction action = BulkJson.action(job.job());
        List<TicketId> turn = work.read(scope -> scope.stores().bulk().waiting(job.id(), TICKETS));
        int settled = 0;
        for (TicketId ticket : turn) {
            if (!act(job, ticket, action)) {
                return settled;
            }
            settled++;
        }
        BulkJob.State state = turn.size() < TICKETS ? BulkJob.State.DONE : BulkJob.State.WORKING;
        work.write(scope -> scope.stores().bulk().update(job.next(state, job.mark(), scope.now())));
        return settled;
    }

    /** False if the job is no longer this one's to do. */
    private boolean act(JobData job, TicketId ticket, BulkAction action) {
        try {
            return work.write(scope -> {
                Optional<Viewer.Staff> owner = owner(scope, job);
                owner.filter(staff -> settle(scope, job, BulkOutcome.of(ticket, Result.DONE)))
                        .ifPresent(staff -> acts.act(scope, staff, ticket, action));
                return owner.isPresent();
            });
        } catch (RuntimeException e) {
            if (e instanceof Unavailable && !(e.getCause() instanceof WriteConflict)) {
                throw e;
            }
            BulkOutcome outcome = Outcomes.of(ticket, e);
            if (outcome.result() == Result.FAILED) {
                LOG.warn("mass action {} failed at ticket {}", job.id().value(), ticket, e);
            }
            return work.write(scope -> {
                Optional<Viewer.Staff> owner = owner(scope, job);
                owner.ifPresent(staff -> settle(scope, job, outcome));
                return owner.isPresent();
            });
        }
    }

    /** False if the ticket has its outcome from whoever was at the job before. */
    private static boolean settle(Scope scope, JobData job, BulkOutcome outcome) {
        return scope.stores().bulk().settle(job.id(), outcome);
    }

    /** The owner as they are now; empty if the job was cancelled or taken by another, or ends here because its owner is gone. */
    private Optional<Viewer.Staff> owner(Scope scope, JobData job) {
        BulkStore jobs = scope.stores().bulk();
        if (jobs.find(job.id()).filter(now -> now.version() == job.version()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(access.staff(scope, job.job().owner()));
        } catch (NotFound left) {
            jobs.update(job.next(BulkJob.State.ORPHANED, job.mark(), scope.now()));
            return Optional.empty();
        }
    }

    private static JobData taken(Scope scope, JobData job) {
        JobData mine = job.next(job.state(), job.mark(), scope.now().plus(LEASE));
        write(scope, mine);
        return mine;
    }

    private static void write(Scope scope, JobData job) {
        if (!scope.stores().bulk().update(job)) {
            throw new WriteConflict("mass action " + job.id().value() + " has moved on");
        }
    }
}
