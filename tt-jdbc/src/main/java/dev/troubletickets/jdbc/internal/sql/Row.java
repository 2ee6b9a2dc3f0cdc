// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a result, read column by column from the left. */
public final class Row {
    private final ResultSet result;
    private final Dialect dialect;
    private int column;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public long number() throws SQLException {
        return result.getLong(++column);
    }

    public @Nullable Long numberOrNull() throws SQLException {
        long value = result.getLong(++column);
        return result.wasNull() ? null : value;
    }

    public int integer() throws SQLException {
        return result.getInt(++column);
    }

    public boolean flag() throws SQLException {
        return result.getBoolean(++column);
    }

    public String text() throws SQLException {
        return Objects.requireNonNull(textOrNull(), "a column that is never null");
    }

    public @Nullable String textOrNull() throws SQLException {
        return result.getString(++column);
    }

    public Instant instant() throws SQLException {
        return Objects.requireNonNull(instantOrNull(), "a column that is never null");
    }

    public @Nullable Instant instantOrNull() throws SQLException {
        return dialect.instant(result, ++column);
    }

    public byte[] bytes() throws SQLException {
        return Objects.requireNonNull(result.getBytes(++column), "a column that is never null");
    }
}
