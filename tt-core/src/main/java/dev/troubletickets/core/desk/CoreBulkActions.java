// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkPage;
import dev.troubletickets.core.bulk.BulkJobs;
import dev.troubletickets.desk.BulkActions;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class CoreBulkActions extends StaffCalls implements BulkActions {
    CoreBulkActions(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public BulkJobId start(Set<TicketId> tickets, BulkAction action) {
        return write((scope, staff) -> BulkJobs.start(scope, staff, tickets, action));
    }

    @Override
    public BulkJobId start(Search search, BulkAction action) {
        return write((scope, staff) -> BulkJobs.start(scope, staff, search, action));
    }

    @Override
    public BulkJob work(BulkJobId job) {
        state(job);
        desks.bulkRun.one(job);
        return state(job);
    }

    @Override
    public BulkJob state(BulkJobId job) {
        return read((scope, staff) -> BulkJobs.state(scope, staff, job));
    }

    @Override
    public BulkPage outcomes(BulkJobId job, Optional<BulkOutcome.Result> result, Optional<PageToken> from) {
        return read((scope, staff) -> BulkJobs.outcomes(scope, staff, job, result, from));
    }

    @Override
    public List<BulkJob> jobs() {
        return read(BulkJobs::list);
    }

    @Override
    public void cancel(BulkJobId job) {
        run((scope, staff) -> BulkJobs.cancel(scope, staff, job));
    }
}
