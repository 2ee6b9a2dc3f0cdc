// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkPage;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mass actions (C5). Starting one only notes it; {@link Background#runDue} does it, ticket by ticket, each in a transaction of its own with
 * its outcome, by the technician's rights as they are then. It goes on where it was after a crash, on any node. What is refused for one
 * ticket does not stop the rest.
 *
 * <p>A technician sees their own; the main administrator sees all. Any other is {@code NotFound}. One that is over is forgotten after 30
 * days.
 */
public interface BulkActions {
    /**
     * On these tickets, at most 1,000. Those that are not there, or not the technician's, come out as {@link
     * BulkOutcome.Result#NOT_FOUND}.
     *
     * @throws dev.troubletickets.failure.Invalid without any, or for a technician or queue that does not exist
     * @throws dev.troubletickets.failure.OverLimit {@code bulkSelection}; or {@code bulkJobs}, for a technician with 20 not yet over
     */
    BulkJobId start(Set<TicketId> tickets, BulkAction action);

    /**
     * On all tickets that fit the search, at most 100,000. Their numbers are noted first, then it begins: what it changes of them does not
     * change which they are, and tickets opened since the start are not among them.
     *
     * @throws dev.troubletickets.failure.Invalid for a technician or queue that does not exist
     * @throws dev.troubletickets.failure.OverLimit {@code bulkTickets}; or {@code bulkJobs}, for a technician with 20 not yet over
     */
    BulkJobId start(Search search, BulkAction action);

    /**
     * Does a part of it, at most 50 tickets, in the calling thread, and tells how far it is; for those who would rather wait than leave it
     * to the background. Does nothing while another thread or node is at it.
     */
    BulkJob work(BulkJobId job);

    BulkJob state(BulkJobId job);

    /** What came out, 500 a page; with a result given, only those with it. */
    BulkPage outcomes(BulkJobId job, Optional<BulkOutcome.Result> result, Optional<PageToken> from);

    /** The newest first, at most 100. */
    List<BulkJob> jobs();

    /** Ends it after the ticket that is under way; without effect on one that is over. */
    void cancel(BulkJobId job);
}
