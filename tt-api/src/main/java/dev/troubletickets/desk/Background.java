// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The work nobody waits for: poll mailboxes, process mail, send mail, close what is due. The host owns the threads; any number of nodes
 * and threads may run it at once, for every piece of work is claimed in the database.
 */
public interface Background {
    /**
     * Does everything that is due now and returns. A part that fails is logged and counted in the report, and does not keep the other
     * parts from running.
     */
    RunReport runDue();

    /**
     * The host says that what its directory tells of the account has changed: its active tickets are weighed anew with the next round
     * (B8). Without this they keep the weight they had, until they change themselves.
     */
    void accountChanged(AccountId account);

    /** Runs {@link #runDue} on the host's executor, with this pause between the end of a round and the next. */
    Running start(ScheduledExecutorService executor, Duration pause);

    /** A background that is running. */
    interface Running extends AutoCloseable {
        /** Starts no further round; a round under way goes on to its end. */
        @Override
        void close();
    }
}
