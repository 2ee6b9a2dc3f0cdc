// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a message between the reply to RETR and the line with one dot (RFC 1939 section 3). Only CRLF begins a line. */
final class DotStuffed {
    private static final int DOT = '.';
    private static final int CR = '\r';
    private static final int LF = '\n';

    private final InputStream in;
    private final long limit;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long size;

    private DotStuffed(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * Keeps {@code limit} bytes and lets more go by up to {@code patience}, so that the connection can be used again.
     *
     * @return empty for a message that is larger than the limit
     * @throws IOException if the message does not end
     */
    static Optional<byte[]> read(InputStream in, long limit, long patience) throws IOException {
        DotStuffed message = new DotStuffed(in, limit);
        message.copy(patience);
        return message.size > limit ? Optional.empty() : Optional.of(message.out.toByteArray());
    }

    private void copy(long patience) throws IOException {
        boolean lineStart = true;
        int last = 0;
        while (size <= patience) {
            int c = next();
            if (lineStart && c == DOT) {
                c = next();
                if (c == CR) {
                    c = next();
                    if (c == LF) {
                        return;
                    }
                    put(CR);
                }
            }
            put(c);
            lineStart = last == CR && c == LF;
            last = c;
        }
        throw new IOException("a message without end");
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException("connection closed by the server");
        }
        return c;
    }

    private void put(int c) {
        size++;
        if (size <= limit) {
            out.write(c);
        }
    }
}
