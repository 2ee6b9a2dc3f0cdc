// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.view.RunReport;
import java.io.InputStream;
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
     * (B8), and all its tickets are its present reseller's customer's (E4). Without this they stay as they were, until they change
     * themselves. This node forgets at once what it remembers of the account for lists, the others within five seconds.
     *
     * @throws dev.troubletickets.failure.Unavailable if the directory does not answer; say it again then
     */
    void accountChanged(AccountId account);

    /**
     * The host says that resellers stand otherwise than before, or that somebody is of another's staff: nothing of them is remembered on
     * this node any more, and tickets lose technicians who do not see them any more with the next rounds (E4). Without this it takes
     * seconds until tickets are seen so, and the technicians stay with them.
     */
    void resellersChanged();

    /**
     * The host hands in a mail that came by a pipe, a hook or from a file (D1): its bytes are committed when this returns, and processed
     * with the next round, as a stranger's. The same bytes from the same source are taken once, however often they are handed in.
     *
     * @param source where it comes from, as a mailbox's name says it: 1 to 190 characters in one line, and no mailbox's name
     * @param mail is read to its end, or to the limit, and not closed
     * @return false if it had been taken before
     * @throws dev.troubletickets.failure.OverLimit if it is larger than {@code MailLimits.bytes}; nothing is kept
     * @throws dev.troubletickets.failure.Unavailable if it cannot be read or stored now: hand it in again
     * @throws IllegalArgumentException if there are no bytes, the source cannot be used, or the center has no mail
     */
    boolean receive(String source, InputStream mail);

    /** Runs {@link #runDue} on the host's executor, with this pause between the end of a round and the next. */
    Running start(ScheduledExecutorService executor, Duration pause);

    /**
     * Waits at each mailbox whose server tells of new mail the moment it comes (IMAP IDLE), and then runs {@link #runDue} at once, so that
     * a mail need not wait for the next round of {@link #start}. Those rounds are needed all the same: for everything else, for servers
     * without IDLE, and after failures, upon which this waits one minute and longer, to a quarter of an hour.
     *
     * @param executor gives one thread for each such mailbox, for as long as this runs
     */
    Running watch(ScheduledExecutorService executor);

    /** A background that is running. */
    interface Running extends AutoCloseable {
        /** Starts no further round, and waits at no mailbox; a round under way goes on to its end. */
        @Override
        void close();
    }
}
