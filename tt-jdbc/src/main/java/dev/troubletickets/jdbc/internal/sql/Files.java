// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import dev.troubletickets.command.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The bytes of files in a table of their own, in parts of 256 KiB, a few of them in memory at a time. An empty file has one empty part. */
public final class Files {
    private static final int PART = 256 * 1024;
    private static final int PARTS_AT_ONCE = 4;

    private final Session session;
    private final String insert;
    private final String select;

    /** @param key the columns that say whose file it is and which; the table has besides them {@code part} and {@code content} */
    public Files(Session session, String table, List<String> key) {
        this.session = session;
        this.insert = "insert into " + table + " (" + String.join(", ", key) + ", part, content) values ("
                + Codes.marks(key.size() + 2) + ")";
        this.select = "select content from " + table + " where "
                + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "))
                + " and part >= ? and part < ? order by part";
    }

    /** @throws IOException if the file cannot be read, or has another number of bytes than it says; the unit is lost then */
    public void put(Upload content, Object... key) throws IOException {
        try (InputStream in = content.open()) {
            putParts(in, content.size(), key);
        } catch (IOException e) {
            session.lost(new IllegalStateException("a file of this unit could not be read", e));
            throw e;
        }
    }

    /** False if there is none such. */
    public boolean copy(OutputStream into, Object... key) throws IOException {
        List<byte[]> parts = parts(0, key);
        boolean there = !parts.isEmpty();
        for (int next = PARTS_AT_ONCE; !parts.isEmpty(); next += PARTS_AT_ONCE) {
            for (byte[] part : parts) {
                into.write(part);
            }
            parts = parts.size() < PARTS_AT_ONCE ? List.of() : parts(next, key);
        }
        return there;
    }

    private void putParts(InputStream in, long size, Object[] key) throws IOException {
        long read = 0;
        int number = 0;
        byte[] part = in.readNBytes(PART);
        do {
            read += part.length;
            if (read > size) {
                throw new IOException("the file has more bytes than it said");
            }
            session.later(insert, and(key, number, part));
            number++;
            if (number % PARTS_AT_ONCE == 0) {
                session.flush();
            }
            part = in.readNBytes(PART);
        } while (part.length > 0);
        if (read != size) {
            throw new IOException("the file has fewer bytes than it said");
        }
    }

    private List<byte[]> parts(int from, Object[] key) {
        return session.list(select, Row::bytes, and(key, from, from + PARTS_AT_ONCE));
    }

    private static Object[] and(Object[] key, Object... more) {
        Object[] all = Arrays.copyOf(key, key.length + more.length);
        System.arraycopy(more, 0, all, key.length, more.length);
        return all;
    }
}
