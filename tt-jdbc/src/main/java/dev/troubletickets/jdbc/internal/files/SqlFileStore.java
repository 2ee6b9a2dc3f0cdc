// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.files;

import static dev.troubletickets.jdbc.internal.files.FileCodes.COMING;
import static dev.troubletickets.jdbc.internal.files.FileCodes.GOING;
import static dev.troubletickets.jdbc.internal.files.FileCodes.THERE;
import static dev.troubletickets.jdbc.internal.files.FileCodes.WAITING;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whoever refers to a file and whoever condemns it lock its row, and look at what else there is in a statement after that, which sees what
 * the other has committed.
 */
public final class SqlFileStore implements FileStore {
    private static final int MOST_AT_ONCE = 500;
    private static final String SELECT = "select file_key, bytes, wanted, stage, scan, found from {file} where ";

    private final Session session;

    public SqlFileStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(FileData file) {
        session.later(
                "insert into {file} (file_key, sha256, bytes, wanted, stage, scan, found, referred)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false)",
                file.key().value(),
                file.key().sha256(),
                file.size(),
                file.wanted(),
                FileCodes.of(file.stage()),
                FileCodes.of(file.scan()),
                file.found());
    }

    @Override
    public Optional<FileData> find(BlobKey key) {
        return session.first(SELECT + "file_key = ?", SqlFileStore::read, key.value());
    }

    @Override
    public List<FileData> find(List<BlobKey> keys) {
        Map<BlobKey, FileData> found = new HashMap<>();
        List<BlobKey> all = new ArrayList<>(keys.stream().distinct().toList());
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            Object[] some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)).stream()
                    .map(BlobKey::value)
                    .toArray();
            session.list(SELECT + "file_key in (" + Codes.marks(some.length) + ")", SqlFileStore::read, some)
                    .forEach(file -> found.put(file.key(), file));
        }
        return keys.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<FileData> withContent(String sha256, long size) {
        return session.first(
                SELECT + "sha256 = ? and bytes = ? and stage = " + THERE + " order by scan desc limit 1",
                SqlFileStore::read,
                sha256,
                size);
    }

    @Override
    public boolean there(BlobKey key, Scan scan, Instant now) {
        boolean hasCome = session.change(
                        "update {file} set stage = " + THERE + ", scan = ?, found = null, wanted = ?"
                                + " where file_key = ? and stage = " + COMING,
                        FileCodes.of(scan),
                        now,
                        key.value())
                == 1;
        return hasCome || want(key, now);
    }

    /** The row is locked by being changed. */
    @Override
    public boolean want(BlobKey key, Instant now) {
        return session.change("update {file} set wanted = ? where file_key = ? and stage = " + THERE, now, key.value())
                == 1;
    }

    @Override
    public boolean scanned(BlobKey key, Scan scan, Optional<String> found) {
        return session.change(
                        "update {file} set scan = ?, found = ? where file_key = ? and stage <> " + GOING,
                        FileCodes.of(scan),
                        found.orElse(null),
                        key.value())
                == 1;
    }

    @Override
    public List<FileData> waiting(int max) {
        String order = session.dialect().sortsByWholeIndex() ? "stage, scan, wanted" : "wanted";
        return session.list(
                SELECT + "stage = " + THERE + " and scan = " + WAITING + " order by " + order + " limit " + max,
                SqlFileStore::read);
    }

    @Override
    public List<BlobKey> unused(Instant before, int max) {
        return session.list(
                "select file_key from {file} where referred = false and wanted < ? and stage <> " + GOING + " limit "
                        + max,
                SqlFileStore::key,
                before);
    }

    @Override
    public boolean condemn(BlobKey key, Instant before) {
        boolean mayGo = session.lockFirst(SELECT + "file_key = ?", SqlFileStore::read, key.value())
                .filter(file ->
                        file.stage() != FileData.Stage.GOING && file.wanted().isBefore(before))
                .isPresent();
        if (!mayGo || References.areThere(session, key)) {
            return false;
        }
        session.later("update {file} set stage = " + GOING + " where file_key = ?", key.value());
        return true;
    }

    @Override
    public List<BlobKey> going(int max) {
        return session.list("select file_key from {file} where stage = " + GOING + " limit " + max, SqlFileStore::key);
    }

    @Override
    public void remove(BlobKey key) {
        session.later("delete from {file} where file_key = ?", key.value());
    }

    static BlobKey key(Row row) throws SQLException {
        return new BlobKey(row.text());
    }

    private static FileData read(Row row) throws SQLException {
        return new FileData(
                key(row),
                row.number(),
                row.instant(),
                FileCodes.stage(row.integer()),
                FileCodes.scan(row.integer()),
                row.textOrNull());
    }
}
