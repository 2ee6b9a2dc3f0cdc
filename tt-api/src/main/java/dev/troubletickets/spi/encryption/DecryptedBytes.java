// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A file that was encrypted and is to be given out once. Like {@link DecryptedText} it prints as {@code secured information}, cannot be
 * serialised, and is gone when closed.
 */
public final class DecryptedBytes implements AutoCloseable {
    /** Transient, so that what serialises fields finds none. */
    private final transient byte[] bytes;

    private boolean closed;

    /** Takes the array over; it is wiped on {@link #close}. */
    public DecryptedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many there are; also after {@link #close}. */
    public int size() {
        return bytes.length;
    }

    /**
     * Lends the bytes.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized <T> T use(Function<ByteBuffer, T> work) {
        if (closed) {
            throw new IllegalStateException("these bytes have been wiped");
        }
        return work.apply(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /**
     * The bytes from the start, which break off with an {@link IOException} once they are wiped; each call opens them anew.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public InputStream open() {
        return use(first -> new Stream());
    }

    private synchronized int read(int at, byte[] into, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("these bytes have been wiped");
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        return count;
    }

    private final class Stream extends InputStream {
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            int count = DecryptedBytes.this.read(at, into, offset, length);
            at += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public int available() {
            return bytes.length - at;
        }
    }

    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    /**
     * Throws: there is nothing to write for what serialises by getters, such as Jackson.
     *
     * @deprecated always fails; {@link #use} and {@link #open} lend the bytes
     */
    @Deprecated
    @SuppressWarnings("DoNotCallSuggester")
    public byte[] getBytes() {
        throw new UnsupportedOperationException("decrypted bytes are given out, not stored");
    }

    @Override
    public String toString() {
        return "secured information";
    }
}
