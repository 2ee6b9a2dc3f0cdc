// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.ErasurePage;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.ErasureStore.JobData;
import dev.troubletickets.spi.storage.ErasureStore.NewJob;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/** Starts and shows erasures (G12). */
public final class Erasures {
    private static final int MOST_OPEN = 20;
    private static final int LISTED = 100;
    private static final int PAGE = 500;

    private Erasures() {}

    /** @param person as {@link Persons} has told them */
    static ErasureId start(Scope scope, Viewer.Staff staff, Person person) {
        staff.require(Permission.ERASE);
        if (scope.stores().erasures().countOpen() >= MOST_OPEN) {
            throw new OverLimit("erasures", MOST_OPEN);
        }
        NewJob job =
                new NewJob(staff.id(), scope.now(), person, Rest.begin(scope).upTo());
        ErasureId id = scope.stores().erasures().create(job);
        String whom = person.account()
                .map(AccountId::value)
                .map(name -> "account " + name)
                .orElse("a mail address");
        scope.audit(staff.actor(), "erased " + whom + ", erasure " + id);
        return id;
    }

    public static ErasureJob state(Scope scope, Viewer.Staff staff, ErasureId id) {
        return view(find(scope, staff, id));
    }

    public static List<ErasureJob> all(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.ERASE);
        return scope.stores().erasures().list(LISTED).stream()
                .map(Erasures::view)
                .toList();
    }

    public static ErasurePage tickets(Scope scope, Viewer.Staff staff, ErasureId id, Optional<PageToken> from) {
        find(scope, staff, id);
        long after = from.map(Erasures::after).orElse(0L);
        List<TicketId> found = scope.stores().erasures().noted(id, after, PAGE + 1);
        List<TicketId> page = found.subList(0, Math.min(PAGE, found.size()));
        Optional<PageToken> next = found.size() > page.size()
                ? Optional.of(
                        new PageToken(String.valueOf(page.get(page.size() - 1).value())))
                : Optional.empty();
        return new ErasurePage(page, next);
    }

    private static JobData find(Scope scope, Viewer.Staff staff, ErasureId id) {
        staff.require(Permission.ERASE);
        return scope.stores().erasures().find(id).orElseThrow(() -> new NotFound("erasure"));
    }

    private static ErasureJob view(JobData job) {
        return new ErasureJob(
                job.id(),
                job.by(),
                Optional.ofNullable(job.account()),
                job.startedAt(),
                job.progress().phase().isOver() ? ErasureJob.State.DONE : ErasureJob.State.WORKING,
                job.traces(),
                job.stuck());
    }

    private static long after(PageToken token) {
        return TicketId.parse(token.value())
                .map(TicketId::value)
                .orElseThrow(() -> new Invalid("page", "is not a page of this list"));
    }
}
