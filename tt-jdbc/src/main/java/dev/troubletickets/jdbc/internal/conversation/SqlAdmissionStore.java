// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Digest;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.AdmissionStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Who has written how often. A writer has numbered places, as many as may be written; each message takes one that is free, so that of units
 * that ask at once none takes another's.
 */
public final class SqlAdmissionStore implements AdmissionStore {
    private final Session session;

    public SqlAdmissionStore(Session session) {
        this.session = session;
    }

    @Override
    public boolean admit(String writer, int most, Instant at, Instant since) {
        String key = Digest.of(writer);
        session.change("delete from {admission} where writer = ? and admitted_at < ?", key, since);
        Set<Integer> taken =
                new HashSet<>(session.list("select place from {admission} where writer = ?", Row::integer, key));
        for (int place = 1; place <= most && taken.size() < most; place++) {
            if (taken.add(place)
                    && session.insertIfAbsent(
                            "insert into {admission} (writer, place, admitted_at) values (?, ?, ?)", key, place, at)) {
                return true;
            }
        }
        return false;
    }
}
