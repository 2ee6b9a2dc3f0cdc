// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * What a server says, on its way to Angus: no more than it may, and line by line as Angus asks for it, so that each can be looked at in
 * time. A dot after a bare LF is text (RFC 1939 section 3: lines end with CRLF), but Angus takes it for stuffing or even for the end of
 * the message; doubled, it arrives as it was.
 */
final class Replies extends InputStream {
    private static final int BUFFER = 8 << 10;
    private static final int OPENING = 64 << 10;
    private static final int BEGINNING = 200;

    private final byte[] buffer = new byte[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private InputStream in = InputStream.nullInputStream();
    private int at;
    private int end;
    private int last;
    private boolean afterBareLineFeed;
    private long allowed = OPENING;
    private Consumer<String> look = line -> {};

    /** From now on the server is heard here; what was said before is forgotten, so that nothing in clear is taken for said under TLS. */
    void from(InputStream source) {
        in = source;
        end = at;
        line.setLength(0);
    }

    /** So many bytes may come until this is called again; 64 KB from the beginning. */
    void expect(long bytes) {
        expect(bytes, line -> {});
    }

    /** @param each gets the beginning of each line when it is complete, and may throw */
    void expect(long bytes, Consumer<String> each) {
        allowed = bytes;
        look = each;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int given = 0;
        byte b = 0;
        while (given < most && at < end && b != '\n') {
            b = buffer[at];
            if (b == '.' && afterBareLineFeed) {
                afterBareLineFeed = false;
            } else {
                at++;
                see(b);
            }
            to[from + given++] = b;
        }
        return given;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        allowed -= end;
        if (allowed < 0) {
            throw new IOException("the server says more than it may");
        }
        return end > 0;
    }

    private void see(byte b) {
        afterBareLineFeed = b == '\n' && last != '\r';
        last = b;
        if (b == '\n') {
            String complete = line.toString().strip();
            line.setLength(0);
            look.accept(complete);
        } else if (line.length() < BEGINNING) {
            line.append((char) (b & 0xff));
        }
    }
}
