// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.WriteConflict;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database's failure means to the caller, by SQLSTATE. The driver's own words may hold an address, a password or a customer's
 * data; they go to the log at level debug and nowhere else.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final Set<String> CONFLICT_CLASSES = Set.of("23", "40");

    /** Locks that were not to be had, on PostgreSQL and on H2; rows of H2 that another unit changed at the same moment. */
    private static final Set<String> CONFLICTS = Set.of("55P03", "HYT00", "90131", "90112");

    /**
     * MariaDB has one state for most failures, so its own numbers count; no other database here has them. A lock that was not to be
     * had; a row that changed since it was read.
     */
    private static final Set<Integer> CONFLICT_NUMBERS = Set.of(1205, 1020);

    private static final String OUTCOME_UNKNOWN = "40003";

    /** Connection, resources, operator's intervention, the machine; on MariaDB, a statement that was interrupted. */
    private static final Set<String> ABSENCE_CLASSES = Set.of("08", "53", "57", "58", "70");

    /** MariaDB: the disk or a table is full, no memory, too many connections of this user, read-only at present. */
    private static final Set<Integer> ABSENCE_NUMBERS = Set.of(1021, 1114, 1037, 1041, 1203, 1226, 1290);

    /** H2: closed, in use by another process, damaged, or its file does not answer. */
    private static final Set<String> ABSENCES =
            Set.of(OUTCOME_UNKNOWN, "90007", "90020", "90028", "90030", "90031", "90067", "90098", "90121");

    private static final String UNFIT_CLASS = "22";

    /** MariaDB: larger than max_allowed_packet. It hangs up as well, so that the state tells of a lost connection. */
    private static final int TOO_LARGE = 1153;

    private static final int DUPLICATE = 1062;

    private Failures() {}

    /** The failure of a statement or of opening a connection: nothing is committed. */
    public static RuntimeException of(Throwable thrown) {
        SQLException failure = find(thrown);
        if (failure == null) {
            return thrown instanceof RuntimeException unknown ? unknown : new IllegalStateException(thrown);
        }
        LOG.debug("the database failed", failure);
        String state = state(failure);
        if (failure.getErrorCode() == TOO_LARGE) {
            return new IllegalArgumentException("a statement larger than the database's max_allowed_packet");
        }
        if (isConflict(failure, state)) {
            return new WriteConflict("another unit of work was first (SQLSTATE " + state + ")");
        }
        if (isAbsence(failure, state)) {
            return new Unavailable("storage", "the database does not answer (SQLSTATE " + state + ")");
        }
        if (kind(state).equals(UNFIT_CLASS)) {
            return new IllegalArgumentException("a value that the database cannot keep (SQLSTATE " + state + ")");
        }
        return new IllegalStateException("the database refused a statement (SQLSTATE " + state + ")");
    }

    /** The failure of a commit: unless the database says that it was a conflict, nobody knows. */
    public static RuntimeException ofCommit(Throwable thrown) {
        SQLException failure = find(thrown);
        LOG.debug("the commit failed", thrown);
        String state = failure == null ? "" : state(failure);
        return failure != null && isConflict(failure, state)
                ? new WriteConflict("another unit of work was first (SQLSTATE " + state + ")")
                : new Unavailable("storage", "whether the commit came through is unknown (SQLSTATE " + state + ")");
    }

    static boolean isDuplicate(SQLException failure) {
        return state(failure).equals("23505") || failure.getErrorCode() == DUPLICATE;
    }

    private static boolean isConflict(SQLException failure, String state) {
        return CONFLICTS.contains(state)
                || CONFLICT_NUMBERS.contains(failure.getErrorCode())
                || (CONFLICT_CLASSES.contains(kind(state)) && !ABSENCES.contains(state));
    }

    /** Pools throw exceptions without a state. */
    private static boolean isAbsence(SQLException failure, String state) {
        return state.isEmpty()
                || ABSENCE_CLASSES.contains(kind(state))
                || ABSENCES.contains(state)
                || ABSENCE_NUMBERS.contains(failure.getErrorCode())
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException;
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    private static String kind(String state) {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static @Nullable SQLException find(@Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException failure) {
                return failure;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
