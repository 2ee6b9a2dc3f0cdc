// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.files;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.files.BlobKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What refers to files. A file's row says whether anything does, so that the few that nothing refers to are found among many; and the
 * unit that deletes the last that does says that it was.
 */
public final class References {
    private static final int MOST_AT_ONCE = 500;
    private static final String NONE = "not exists (select 1 from {attachment} a where a.file_key = f.file_key)"
            + " and not exists (select 1 from {scheduled_file} s where s.file_key = f.file_key)";

    private final Session session;
    private final List<BlobKey> files;

    private References(Session session, List<BlobKey> files) {
        this.session = session;
        this.files = files;
    }

    /** Something of this unit refers to these. */
    public static void made(Session session, Collection<BlobKey> files) {
        files.stream()
                .distinct()
                .forEach(file -> session.later(
                        "update {file} set referred = true where file_key = ? and referred = false", file.value()));
    }

    /**
     * Before what refers to files is deleted: remembers them.
     *
     * @param sql selects their keys
     */
    public static References to(Session session, String sql, Object... values) {
        return new References(
                session,
                session.list(sql, SqlFileStore::key, values).stream().distinct().toList());
    }

    /**
     * After what referred to them was deleted. Of two units that delete the last two at once, the second waits for the first and then sees
     * that it was the last.
     */
    public void released() {
        Object[] all = files.stream().map(BlobKey::value).sorted().toArray();
        for (int from = 0; from < all.length; from += MOST_AT_ONCE) {
            Object[] some = Arrays.copyOfRange(all, from, Math.min(all.length, from + MOST_AT_ONCE));
            String in = "f.file_key in (" + Codes.marks(some.length) + ")";
            session.lock("select f.file_key from {file} f where " + in + " order by f.file_key", some);
            Object[] values = new Object[some.length + 1];
            values[0] = Instant.EPOCH;
            System.arraycopy(some, 0, values, 1, some.length);
            session.later("update {file} f set wanted = ?, referred = false where " + in + " and " + NONE, values);
        }
    }

    static boolean areThere(Session session, BlobKey file) {
        return session.list(
                        "select file_key from {file} f where file_key = ? and " + NONE, SqlFileStore::key, file.value())
                .isEmpty();
    }
}
