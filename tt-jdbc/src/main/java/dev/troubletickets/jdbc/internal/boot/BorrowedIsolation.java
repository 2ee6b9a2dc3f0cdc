// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** The isolation of the host's connection: <i>read committed</i> while a unit of work has it, and then again what it was. */
final class BorrowedIsolation {
    private final boolean isWanted;
    /** Of the connection, when it comes and when it goes. */
    private int before = Connection.TRANSACTION_READ_COMMITTED;

    BorrowedIsolation(Dialect dialect) {
        this.isWanted = dialect.needsReadCommitted();
    }

    boolean isWanted() {
        return isWanted;
    }

    /** Before the first statement: MariaDB takes an isolation for transactions to come. */
    void set(Connection connection) throws SQLException {
        int found = connection.getTransactionIsolation();
        if (found != before) {
            connection.setTransactionIsolation(before);
            before = found;
        }
    }

    boolean isChanged() {
        return before != Connection.TRANSACTION_READ_COMMITTED;
    }

    void restore(Connection connection) throws SQLException {
        connection.setTransactionIsolation(before);
    }
}
