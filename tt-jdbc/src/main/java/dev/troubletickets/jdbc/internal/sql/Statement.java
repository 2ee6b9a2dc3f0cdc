// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A statement with its values. Instants are kept to the microsecond, in UTC. */
record Statement(String sql, Dialect dialect, @Nullable Object[] values) {
    /** Binds the values from the given place on. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
        for (Object value : values) {
            if (value instanceof Instant instant) {
                dialect.bind(statement, place, instant.truncatedTo(ChronoUnit.MICROS));
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(place, bytes);
            } else if (value instanceof String text && text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a text with the character NUL, which not every database can keep");
            } else {
                statement.setObject(place, value);
            }
            place++;
        }
        return place;
    }
}
