// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.bulk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.bulk.BulkPage;
import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Searches;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.BulkStore.JobData;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts, shows and cancels mass actions (C5). */
public final class BulkJobs {
    private static final int MOST_SELECTED = 1_000;
    private static final int MOST_FOUND = 100_000;
    private static final int MOST_OPEN = 20;
    private static final int LISTED = 100;
    private static final int PAGE = 500;
    private static final int FORGOTTEN_AT_ONCE = 10;
    private static final Duration KEPT = Duration.ofDays(30);

    private BulkJobs() {}

    public static BulkJobId start(Scope scope, Viewer.Staff staff, Set<TicketId> tickets, BulkAction action) {
        if (tickets.isEmpty()) {
            throw new Invalid("tickets", "choose at least one");
        }
        if (tickets.size() > MOST_SELECTED) {
            throw new OverLimit("bulkSelection", MOST_SELECTED);
        }
        check(scope, staff, action);
        BulkJobId id =
                scope.stores().bulk().create(new NewJob(staff.id(), scope.now(), BulkJson.write(action), null, 0));
        scope.stores().bulk().add(id, tickets);
        return id;
    }

    public static BulkJobId start(Scope scope, Viewer.Staff staff, Search search, BulkAction action) {
        check(scope, staff, action);
        TicketCriteria criteria = Searches.criteria(scope, staff, search);
        if (scope.stores().tickets().count(criteria, MOST_FOUND + 1) > MOST_FOUND) {
            throw new OverLimit("bulkTickets", MOST_FOUND);
        }
        long last = Searches.newest(scope, staff, search);
        return scope.stores()
                .bulk()
                .create(new NewJob(staff.id(), scope.now(), BulkJson.write(action), BulkJson.write(search), last));
    }

    public static BulkJob state(Scope scope, Viewer.Staff staff, BulkJobId id) {
        return views(scope, List.of(own(scope, staff, id))).get(0);
    }

    public static List<BulkJob> list(Scope scope, Viewer.Staff staff) {
        Optional<StaffId> owner = staff.isProvidersAdministrator() ? Optional.empty() : Optional.of(staff.id());
        return views(scope, scope.stores().bulk().list(owner, LISTED));
    }

    public static BulkPage outcomes(
            Scope scope, Viewer.Staff staff, BulkJobId id, Optional<Result> result, Optional<PageToken> from) {
        own(scope, staff, id);
        long after = from.map(BulkJobs::after).orElse(0L);
        List<BulkOutcome> found = scope.stores().bulk().outcomes(id, result, after, PAGE + 1);
        List<BulkOutcome> page = found.subList(0, Math.min(PAGE, found.size()));
        Optional<PageToken> next = found.size() > page.size()
                ? Optional.of(new PageToken(
                        String.valueOf(page.get(page.size() - 1).ticket().value())))
                : Optional.empty();
        return new BulkPage(page, next);
    }

    public static void cancel(Scope scope, Viewer.Staff staff, BulkJobId id) {
        JobData job = own(scope, staff, id);
        if (!job.state().isOver()
                && !scope.stores().bulk().update(job.next(BulkJob.State.CANCELLED, job.mark(), scope.now()))) {
            throw new WriteConflict("mass action " + id.value() + " has moved on");
        }
    }

    /** Forgets what was over a month ago. */
    public static void tidy(Scope scope) {
        scope.stores().bulk().forgetBefore(scope.now().minus(KEPT), FORGOTTEN_AT_ONCE);
    }

    private static void check(Scope scope, Viewer.Staff staff, BulkAction action) {
        if (scope.stores().bulk().countOpen(staff.id()) >= MOST_OPEN) {
            throw new OverLimit("bulkJobs", MOST_OPEN);
        }
        if (action instanceof BulkAction.Assign assign) {
            Colleagues.known(scope, staff, assign.technician());
        } else if (action instanceof BulkAction.Move move) {
            scope.queue(move.queue());
        } else if (action instanceof BulkAction.Delete) {
            staff.require(Permission.DELETE);
        }
    }

    /** @throws NotFound alike for a job that is not there and one that is not theirs */
    private static JobData own(Scope scope, Viewer.Staff staff, BulkJobId id) {
        return scope.stores()
                .bulk()
                .find(id)
                .filter(job ->
                        staff.isProvidersAdministrator() || job.job().owner().equals(staff.id()))
                .orElseThrow(() -> new NotFound("mass action"));
    }

    private static List<BulkJob> views(Scope scope, List<JobData> jobs) {
        Map<BulkJobId, Map<Result, Long>> counts =
                scope.stores().bulk().counts(jobs.stream().map(JobData::id).toList());
        return jobs.stream()
                .map(job -> view(job, counts.getOrDefault(job.id(), Map.of())))
                .toList();
    }

    private static BulkJob view(JobData job, Map<Result, Long> counts) {
        return new BulkJob(
                job.id(),
                job.job().owner(),
                BulkJson.action(job.job()),
                job.job().search() == null ? Optional.empty() : Optional.of(BulkJson.search(job.job())),
                job.job().startedAt(),
                job.state(),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts);
    }

    private static long after(PageToken token) {
        return TicketId.parse(token.value())
                .map(TicketId::value)
                .orElseThrow(() -> new Invalid("page", "is not a page of this list"));
    }
}
