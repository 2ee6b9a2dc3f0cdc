// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * So many bytes or an {@link IOException}, thrown in place of the last of them at the latest: whoever was told the length sends no whole
 * object then. Remembers what it threw, which a client of HTTP wraps.
 */
final class ExactStream extends FilterInputStream {
    private long left;
    private IOException thrown;

    ExactStream(InputStream in, long size) {
        super(in);
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int count = in.read(into, from, (int) Math.min(most, left));
            if (count < 0) {
                throw new IOException("the file has fewer bytes than it said");
            }
            left -= count;
            requireEndIfEmpty();
            return count;
        } catch (IOException e) {
            thrown = e;
            throw e;
        }
    }

    /** The caller's stream is the caller's to close. */
    @Override
    public void close() {
        // nothing of ours is open
    }

    void requireEndIfEmpty() throws IOException {
        if (left == 0 && in.read() >= 0) {
            throw new IOException("the file has more bytes than it said");
        }
    }

    void throwWhatItThrew() throws IOException {
        if (thrown != null) {
            throw thrown;
        }
    }
}
