// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.openpgp.PGPSignature;

/** Decrypted bytes, wiped when closed and whenever they move. */
final class Plaintext implements AutoCloseable {
    private static final int SMALLEST = 64;
    private static final int FIRST_SIZE = 8192;

    private byte[] bytes;
    private int length;

    private Plaintext(int firstSize) {
        bytes = new byte[firstSize];
    }

    /**
     * @param expected how many bytes there may be, to begin with; one more shows that there are no more
     * @throws CannotDecrypt as {@code TOO_LARGE} if there is more than the limit; nothing is kept then
     */
    static Plaintext read(InputStream in, int limit, int expected) throws IOException {
        Plaintext text = new Plaintext(Math.max(SMALLEST, Math.min(FIRST_SIZE, expected + 1)));
        try {
            text.readAll(in, limit);
            return text;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private void readAll(InputStream in, int limit) throws IOException {
        int count = in.read(bytes, length, bytes.length - length);
        while (count >= 0) {
            length += count;
            if (length > limit) {
                throw new CannotDecrypt(Reason.TOO_LARGE, null);
            }
            if (length == bytes.length) {
                grow();
            }
            count = in.read(bytes, length, bytes.length - length);
        }
    }

    private void grow() {
        byte[] larger = Arrays.copyOf(bytes, bytes.length * 2);
        Arrays.fill(bytes, (byte) 0);
        bytes = larger;
    }

    /** Ends lines with LF where CR LF ended them, in place. */
    void endLinesWithLf() {
        int kept = 0;
        for (int at = 0; at < length; at++) {
            boolean dropped = bytes[at] == '\r' && at + 1 < length && bytes[at + 1] == '\n';
            if (!dropped) {
                bytes[kept++] = bytes[at];
            }
        }
        Arrays.fill(bytes, kept, length, (byte) 0);
        length = kept;
    }

    /** Has the signature read the bytes it was made over. */
    void readBy(PGPSignature signature) {
        signature.update(bytes, 0, length);
    }

    int length() {
        return length;
    }

    /** A copy, for whoever wipes it. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** The bytes as UTF-8, in an array of exactly their number. */
    char[] characters() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        char[] room = new char[length];
        try {
            CharBuffer out = CharBuffer.wrap(room);
            decoder.decode(ByteBuffer.wrap(bytes, 0, length), out, true);
            decoder.flush(out);
            return Arrays.copyOf(room, out.position());
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        length = 0;
    }
}
