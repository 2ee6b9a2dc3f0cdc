// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.spi.storage.ErasureStore.JobData;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Progress;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Erases persons (G12), a part at a time. What goes and how far the job has come are written in one unit of work, under the job's version:
 * whoever takes a job writes the next one, and goes on only while it stands. So nothing is left out, whoever dies when, and two at one job
 * do not undo each other's counts. A job that fails says where and since when, and is taken again when its lease ends.
 */
public final class ErasureRun {
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** So many numbers of tickets are looked through in one question. */
    private static final int RANGE = 1_000;

    private final Work work;
    private final People people;
    private final Rest rest;

    public ErasureRun(Work work, People people, Rest rest) {
        this.work = work;
        this.people = people;
        this.rest = rest;
    }

    /** Does a part of the job that is due the longest; how many things it touched, or empty if no job is due. */
    public OptionalInt next() {
        Optional<JobData> taken = work.write(
                scope -> scope.stores().erasures().lockDue(scope.now()).map(job -> taken(scope, job)));
        return taken.isEmpty() ? OptionalInt.empty() : OptionalInt.of(part(new Held(taken.get())));
    }

    /** The job as this worker has written it last. */
    private static final class Held {
        private JobData job;

        Held(JobData job) {
            this.job = job;
        }
    }

    private int part(Held held) {
        JobData job = held.job;
        Optional<JobData> then;
        try {
            then = job.progress().phase() == Phase.TICKETS ? tickets(held) : texts(job);
        } catch (RuntimeException failure) {
            try {
                stuck(held.job, failure);
            } catch (RuntimeException silent) {
                failure.addSuppressed(silent);
            }
            throw failure;
        }
        then.filter(done -> done.progress().phase().isOver())
                .flatMap(done -> Optional.ofNullable(done.account()))
                .ifPresent(people::forget);
        return (int) Math.min(
                Integer.MAX_VALUE,
                then.map(done -> touched(done) - touched(job)).orElse(0L));
    }

    /** Without the failure's own words, in which there may be the person's. Who has lost the job says nothing. */
    private void stuck(JobData job, RuntimeException failure) {
        String where = job.progress().phase() == Phase.TICKETS
                ? "behind ticket " + job.progress().mark()
                : job.progress().phase() + " behind " + job.progress().mark();
        String what = where + ": " + failure.getClass().getSimpleName();
        work.write(scope -> scope.stores()
                .erasures()
                .update(job.failed(scope.now(), scope.now().plus(LEASE), what)));
    }

    private Optional<JobData> texts(JobData job) {
        return work.write(scope -> {
            Rest.Part part = rest.next(scope, job.person(), job.progress());
            return goOn(scope, job, Rest.onward(scope, part.then()), part.plan());
        });
    }

    /** Each ticket in a unit of its own. */
    private Optional<JobData> tickets(Held held) {
        JobData taken = held.job;
        JobData job = taken;
        long end = Math.min(job.progress().mark() + RANGE, job.progress().upTo());
        long mark = job.progress().mark();
        List<TicketId> range = work.read(scope -> scope.stores().erasures().tickets(taken.person(), mark, end));
        for (TicketId id : range) {
            JobData before = job;
            Optional<JobData> then = work.write(scope -> ticket(scope, before, id));
            if (then.isEmpty()) {
                return then;
            }
            job = then.get();
            held.job = job;
        }
        JobData through = job;
        return work.write(scope -> {
            Progress onward = Rest.onward(scope, through.progress().at(end));
            Plan plan = onward.phase().isOver() ? Rest.last(scope, through.person()) : new Plan();
            return goOn(scope, through, onward, plan);
        });
    }

    private static Optional<JobData> ticket(Scope scope, JobData job, TicketId id) {
        Optional<TicketErasure> erasure = scope.stores().tickets().find(id).map(ticket -> of(scope, job, ticket));
        Map<Trace, Long> counts = erasure.map(each -> each.planned().counts()).orElse(Map.of());
        Optional<JobData> then =
                written(scope, job, job.progress().at(id.value()), scope.now().plus(LEASE), counts);
        if (then.isPresent() && erasure.isPresent() && !erasure.get().planned().isEmpty()) {
            erasure.get().carryOut(job);
            scope.stores().erasures().note(job.id(), id);
        }
        return then;
    }

    private static TicketErasure of(Scope scope, JobData job, TicketData ticket) {
        return TicketErasure.of(scope, job.person(), ticket);
    }

    private static Optional<JobData> goOn(Scope scope, JobData job, Progress then, Plan plan) {
        Optional<JobData> next = written(scope, job, then, scope.now(), plan.counts());
        next.ifPresent(mine -> plan.carryOut());
        return next;
    }

    /** Empty if somebody else has taken the job since. */
    private static Optional<JobData> written(
            Scope scope, JobData job, Progress progress, Instant due, Map<Trace, Long> counts) {
        JobData next = job.next(progress, due, counts);
        return scope.stores().erasures().update(next) ? Optional.of(next) : Optional.empty();
    }

    private static JobData taken(Scope scope, JobData job) {
        return written(scope, job, job.progress(), scope.now().plus(LEASE), Map.of())
                .orElseThrow(() -> new WriteConflict("erasure " + job.id() + " has moved on"));
    }

    private static long touched(JobData job) {
        return job.traces().values().stream().mapToLong(Long::longValue).sum();
    }
}
