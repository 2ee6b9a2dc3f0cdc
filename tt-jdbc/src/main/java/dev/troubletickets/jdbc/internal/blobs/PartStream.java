// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The bytes of parts that are fetched a few at a time, each time by itself: whoever reads slowly holds nothing but these. */
final class PartStream extends InputStream {
    private final Source source;
    private final int count;
    private List<byte[]> parts = List.of();
    private int fetched;
    private int part;
    private int at;
    private boolean closed;

    /** Where parts come from. */
    @FunctionalInterface
    interface Source {
        /** So many parts from this one on. */
        List<byte[]> fetch(int from, int many) throws IOException;
    }

    PartStream(int count, Source source) {
        this.count = count;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : parts.get(part)[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        byte[] current = parts.get(part);
        int length = Math.min(most, current.length - at);
        System.arraycopy(current, at, into, from, length);
        at += length;
        return length;
    }

    @Override
    public void close() {
        closed = true;
        parts = List.of();
    }

    private boolean isAtEnd() throws IOException {
        if (closed) {
            throw new IOException("the file is closed");
        }
        while (part == parts.size() || at == parts.get(part).length) {
            if (part < parts.size()) {
                part++;
                at = 0;
            } else if (fetched == count) {
                return true;
            } else {
                fetch();
            }
        }
        return false;
    }

    private void fetch() throws IOException {
        int many = Math.min(Parts.AT_ONCE, count - fetched);
        parts = List.of();
        part = 0;
        at = 0;
        List<byte[]> some = source.fetch(fetched, many);
        if (some.size() != many) {
            throw new IOException("the file has been deleted");
        }
        parts = some;
        fetched += many;
    }
}
