// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.blobs;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.jdbc.internal.boot.Transactions;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of files in the database, a few parts in each of many short transactions, none of which lasts while a stream is waited for.
 *
 * <p>Each attempt to put a file has a number of its own, and what it has put counts as soon as its first part says how many there are, which
 * is written with the last ones. An attempt that broke off leaves parts that nobody sees. A deletion takes the first parts before all else,
 * and an attempt holds its first part whenever it writes; so it does not go on where its beginning is gone.
 */
public final class SqlBlobs implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqlBlobs.class);
    private static final int TRIES = 10;
    private static final int DELETED_AT_ONCE = 64;

    private final Transactions transactions;
    private final SecureRandom attempts = new SecureRandom();

    public SqlBlobs(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(BlobKey key, long size, InputStream content) throws IOException {
        long attempt = attempts.nextLong();
        try {
            put(key, attempt, new Parts(size, content));
        } catch (IOException | RuntimeException e) {
            takeBack(key, attempt);
            throw e;
        }
    }

    private void put(BlobKey key, long attempt, Parts parts) throws IOException {
        do {
            int first = parts.next();
            List<byte[]> some = parts.some();
            write(session -> {
                if (first > 0) {
                    hold(session, key, attempt);
                }
                insert(session, key, attempt, first, some);
                if (parts.isAtEnd()) {
                    session.later(
                            "update {file_part} set parts = ? where file_key = ? and part = 0 and attempt = ?",
                            parts.count(),
                            key.value(),
                            attempt);
                }
                return true;
            });
        } while (!parts.isAtEnd());
    }

    private static void hold(Session session, BlobKey key, long attempt) {
        String first = "select part from {file_part} where file_key = ? and part = 0 and attempt = ?";
        if (session.lockFirst(first, Row::integer, key.value(), attempt).isEmpty()) {
            throw new Unavailable("storage", "the file was deleted while it was put");
        }
    }

    private static void insert(Session session, BlobKey key, long attempt, int first, List<byte[]> some) {
        for (int i = 0; i < some.size(); i++) {
            session.later(
                    "insert into {file_part} (file_key, part, attempt, content) values (?, ?, ?, ?)",
                    key.value(),
                    first + i,
                    attempt,
                    some.get(i));
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key) {
        record Whole(long attempt, int parts) {}
        return transactions
                .read(session -> session.first(
                        "select attempt, parts from {file_part} where file_key = ? and part = 0 and parts is not null"
                                + " order by attempt limit 1",
                        row -> new Whole(row.number(), row.integer()),
                        key.value()))
                .map(whole -> new PartStream(whole.parts(), (from, many) -> fetch(key, whole.attempt(), from, many)));
    }

    private List<byte[]> fetch(BlobKey key, long attempt, int from, int many) throws IOException {
        try {
            return transactions.read(session -> session.list(
                    "select content from {file_part} where file_key = ? and attempt = ? and part >= ? and part < ?"
                            + " order by part",
                    Row::bytes,
                    key.value(),
                    attempt,
                    from,
                    from + many));
        } catch (Unavailable e) {
            throw new IOException("the file's bytes cannot be had now", e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        long last = write(session -> {
            session.change("delete from {file_part} where file_key = ? and part = 0", key.value());
            return session.number("select coalesce(max(part), 0) from {file_part} where file_key = ?", key.value());
        });
        for (long from = 1; from <= last; from += DELETED_AT_ONCE) {
            long first = from;
            write(session -> session.change(
                    "delete from {file_part} where file_key = ? and part >= ? and part < ?",
                    key.value(),
                    first,
                    first + DELETED_AT_ONCE));
        }
    }

    /** If it cannot be done now, a deletion does it some time. */
    private void takeBack(BlobKey key, long attempt) {
        try {
            write(session ->
                    session.change("delete from {file_part} where file_key = ? and attempt = ?", key.value(), attempt));
        } catch (RuntimeException e) {
            LOG.debug("parts of {} were left behind", key, e);
        }
    }

    private <T> T write(Function<Session, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return transactions.write(work);
            } catch (WriteConflict e) {
                if (tries == TRIES) {
                    throw new Unavailable("storage", "others are always first", e);
                }
            }
        }
    }
}
