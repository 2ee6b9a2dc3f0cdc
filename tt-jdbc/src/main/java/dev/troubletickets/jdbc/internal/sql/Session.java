// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one unit of work. After a failure the unit is lost: the same failure meets every further statement and the commit,
 * on databases that would go on as on those that would not.
 */
public final class Session {
    private final Connection connection;
    private final Dialect dialect;
    private final Names names;
    private final boolean readOnly;
    private final Pending pending;
    private int patience;
    private @Nullable RuntimeException failure;

    private Session(Connection connection, Dialect dialect, Names names, boolean readOnly) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
        this.readOnly = readOnly;
        this.pending = new Pending(dialect.joinsStatements());
    }

    /** In a transaction that somebody else ends. */
    public static Session writing(Connection connection, Dialect dialect, Names names) {
        return new Session(connection, dialect, names, false);
    }

    /** Each statement by itself, until {@link #join}. */
    public static Session reading(Connection connection, Dialect dialect, Names names) {
        return new Session(connection, dialect, names, true);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Gives up each of the unit's further queries after so many seconds. */
    public void giveUpAfter(int seconds) {
        patience = seconds;
    }

    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        return run(statement(sql, values), prepared -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = prepared.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(new Row(result, dialect)));
                }
            }
            return rows;
        });
    }

    /** The rows, locked until the unit ends; without those that other units hold. */
    public <T> List<T> lockFree(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        requireWriting();
        return list(sql + " for update skip locked", reader, values);
    }

    /** Waits for rows that other units hold, and holds them until this unit ends. */
    public void lock(String sql, Object... values) {
        requireWriting();
        list(sql + " for update", row -> true, values);
    }

    /** From here on the statements share a transaction, for what one of them sets to hold for the next. */
    public void join() {
        requireSound();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw lost(Failures.of(e));
        }
    }

    /** The first row, waited for if another unit holds it, and held until this unit ends. */
    public <T> Optional<T> lockFirst(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        requireWriting();
        return first(sql + " for update", reader, values);
    }

    public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        List<T> rows = list(sql, reader, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    public long number(String sql, @Nullable Object... values) {
        return list(sql, Row::number, values).get(0);
    }

    /** Writes now, and says how many rows it found. */
    public int change(String sql, @Nullable Object... values) {
        requireWriting();
        return run(statement(sql, values), PreparedStatement::executeUpdate);
    }

    /** Writes before the next statement that has an outcome, or at the end. */
    public void later(String sql, @Nullable Object... values) {
        requireWriting();
        pending.add(statement(sql, values));
    }

    /** Inserts a row with an id of its own; empty if a unique key of it is there already. */
    public OptionalLong insertForId(String sql, @Nullable Object... values) {
        requireWriting();
        Statement insert = statement(orLeaveOut(sql), values);
        return orElseIfDuplicate(OptionalLong.empty(), () -> {
            try (PreparedStatement prepared = connection.prepareStatement(insert.sql(), new String[] {"id"})) {
                insert.bind(prepared, 1);
                prepared.executeUpdate();
                try (ResultSet keys = prepared.getGeneratedKeys()) {
                    return keys.next() ? OptionalLong.of(keys.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** Inserts a row; false if its key is there already. */
    public boolean insertIfAbsent(String sql, @Nullable Object... values) {
        requireWriting();
        Statement insert = statement(orLeaveOut(sql), values);
        return orElseIfDuplicate(false, () -> {
            try (PreparedStatement prepared = connection.prepareStatement(insert.sql())) {
                insert.bind(prepared, 1);
                return prepared.executeUpdate() > 0;
            }
        });
    }

    /** {@link #insertIfAbsent} when nobody asks whether it was. */
    public void laterIfAbsent(String sql, @Nullable Object... values) {
        if (dialect.leavesOutDuplicates()) {
            later(orLeaveOut(sql), values);
        } else {
            insertIfAbsent(sql, values);
        }
    }

    public void flush() {
        requireSound();
        if (!pending.isEmpty()) {
            try {
                pending.flush(connection);
            } catch (SQLException e) {
                throw lost(Failures.of(e));
            }
        }
    }

    /** Writes what is left. From here on the session refuses to be used; if it had failed before, it says so. */
    public void end() {
        flush();
        failure = new IllegalStateException("the unit of work has ended");
    }

    /** From here on the unit can only fail, and with this. */
    public RuntimeException lost(RuntimeException why) {
        failure = why;
        return why;
    }

    private <T> T run(Statement statement, Step<PreparedStatement, T> step) {
        flush();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            statement.bind(prepared, 1);
            return patience == 0 ? step.take(prepared) : inTime(prepared, step);
        } catch (SQLException e) {
            throw lost(Failures.of(e));
        }
    }

    /** H2 keeps the limit for all the connection's statements, and the connection is the host's. */
    private <T> T inTime(PreparedStatement prepared, Step<PreparedStatement, T> step) throws SQLException {
        prepared.setQueryTimeout(patience);
        try {
            return step.take(prepared);
        } finally {
            prepared.setQueryTimeout(0);
        }
    }

    private <T> T orElseIfDuplicate(T otherwise, Insert<T> insert) {
        flush();
        try {
            return insert.run();
        } catch (SQLException e) {
            if (!dialect.leavesOutDuplicates() && Failures.isDuplicate(e)) {
                return otherwise;
            }
            throw lost(Failures.of(e));
        }
    }

    private String orLeaveOut(String insert) {
        return dialect.leavesOutDuplicates() ? insert + " on conflict do nothing" : insert;
    }

    private Statement statement(String sql, @Nullable Object[] values) {
        return new Statement(names.in(sql), dialect, values);
    }

    private void requireSound() {
        if (failure != null) {
            throw failure;
        }
    }

    private void requireWriting() {
        requireSound();
        if (readOnly) {
            throw new IllegalStateException("a unit that reads writes nothing");
        }
    }

    private interface Step<A, T> {
        T take(A from) throws SQLException;
    }

    private interface Insert<T> {
        T run() throws SQLException;
    }
}
