// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mass actions (C5), their tickets, and what came out. A ticket that is deleted stays in them with its number. */
public interface BulkStore {
    /** Keeps a new job with version 1. */
    BulkJobId create(NewJob job);

    Optional<JobData> find(BulkJobId id);

    /**
     * Replaces state, mark and due of the job if its version is still {@code job.version() - 1}.
     *
     * @return false, having written nothing, if the version has moved or the job is gone
     */
    boolean update(JobData job);

    /** A job that is not over and is due, the longest due first, locked until this unit ends; those locked by others are passed over. */
    Optional<JobData> lockDue(Instant now);

    /** The newest first; everyone's without an owner. */
    List<JobData> list(Optional<StaffId> owner, int limit);

    /** How many of the owner's are not over. */
    long countOpen(StaffId owner);

    /** Adds tickets that wait for their outcome; without effect on those it has. */
    void add(BulkJobId job, Collection<TicketId> tickets);

    /** Tickets of the job that have no outcome yet, by number. */
    List<TicketId> waiting(BulkJobId job, int limit);

    /**
     * Notes a ticket's outcome.
     *
     * @return false, having written nothing, if it has one already, or is none of the job's
     */
    boolean settle(BulkJobId job, BulkOutcome outcome);

    /** How many tickets of each job came out how; jobs without tickets, and results that none has, are left out. */
    Map<BulkJobId, Map<BulkOutcome.Result, Long>> counts(Collection<BulkJobId> jobs);

    /** By the tickets' numbers, from behind that one on. */
    List<BulkOutcome> outcomes(BulkJobId job, Optional<BulkOutcome.Result> result, long after, int limit);

    /** Forgets jobs that were over and due before then, with their tickets, at most {@code limit}. */
    int forgetBefore(Instant time, int limit);

    /**
     * @param action as JSON
     * @param search what to collect tickets by, as JSON; absent for a selection
     * @param upTo the largest number to collect
     */
    record NewJob(
            StaffId owner,
            Instant startedAt,
            String action,
            @Nullable String search,
            long upTo) {}

    /**
     * @param mark up to which number tickets are collected
     * @param due when it may be taken; once it is over, when that was
     */
    record JobData(BulkJobId id, long version, NewJob job, BulkJob.State state, long mark, Instant due) {
        /** A job as it begins: to collect, or to work. */
        public static JobData beginning(BulkJobId id, NewJob job) {
            BulkJob.State state = job.search() == null ? BulkJob.State.WORKING : BulkJob.State.COLLECTING;
            return new JobData(id, 1, job, state, 0, job.startedAt());
        }

        /** Its next version. */
        public JobData next(BulkJob.State newState, long newMark, Instant newDue) {
            return new JobData(id, version + 1, job, newState, newMark, newDue);
        }
    }
}
