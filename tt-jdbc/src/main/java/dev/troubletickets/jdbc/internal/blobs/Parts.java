// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A file's bytes on their way in, in parts of 256 KiB, a few of them in memory at a time. An empty file has one empty part. */
final class Parts {
    static final int SIZE = 256 * 1024;
    static final int AT_ONCE = 4;

    private final InputStream content;
    private final int count;
    private long left;
    private int next;

    Parts(long size, InputStream content) {
        this.content = content;
        this.count = Math.max(1, Math.toIntExact((size + SIZE - 1) / SIZE));
        this.left = size;
    }

    int count() {
        return count;
    }

    /** The number of the first part that has not been read. */
    int next() {
        return next;
    }

    boolean isAtEnd() {
        return next == count;
    }

    /** @throws IOException if it cannot be read, or has another number of bytes than it says */
    List<byte[]> some() throws IOException {
        List<byte[]> some = new ArrayList<>();
        while (some.size() < AT_ONCE && !isAtEnd()) {
            int size = (int) Math.min(SIZE, left);
            byte[] part = content.readNBytes(size);
            if (part.length < size) {
                throw new IOException("the file has fewer bytes than it said");
            }
            some.add(part);
            left -= size;
            next++;
        }
        if (isAtEnd() && content.read() >= 0) {
            throw new IOException("the file has more bytes than it said");
        }
        return some;
    }
}
