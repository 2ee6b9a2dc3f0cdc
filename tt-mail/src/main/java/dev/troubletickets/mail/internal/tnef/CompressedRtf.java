// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** RTF as Outlook packs it (MS-OXRTFCP): a window of 4096 bytes, which begins with words that are frequent in RTF. */
final class CompressedRtf {
    private static final byte[] FREQUENT =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                            + "\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
                            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(US_ASCII);
    private static final int COMPRESSED = 0x75465a4c;
    private static final int PLAIN = 0x414c454d;
    private static final int WINDOW = 4096;
    private static final int SHORTEST = 2;

    private final byte[] window = Arrays.copyOf(FREQUENT, WINDOW);
    private final byte[] out;
    private int windowAt = FREQUENT.length;
    private int size;

    private CompressedRtf(int size) {
        out = new byte[size];
    }

    /**
     * As much as can be read.
     *
     * @param limit stops after so many bytes
     */
    static byte[] unpack(byte[] packed, int limit) {
        ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 4 * Integer.BYTES) {
            return new byte[0];
        }
        in.getInt();
        int size = in.getInt();
        int kind = in.getInt();
        in.getInt();
        if (kind == PLAIN) {
            return Arrays.copyOfRange(packed, in.position(), Math.min(packed.length, in.position() + limit));
        }
        // each token of two bytes stands for at most seventeen
        long most = Math.min(limit, 17L * packed.length);
        return kind == COMPRESSED ? new CompressedRtf((int) Math.max(0, Math.min(size, most))).unpack(in) : new byte[0];
    }

    private byte[] unpack(ByteBuffer in) {
        boolean ends = false;
        while (!ends && in.hasRemaining() && size < out.length) {
            int references = in.get();
            for (int bit = 0; bit < Byte.SIZE && !ends && size < out.length; bit++) {
                boolean isReference = (references >> bit & 1) == 1;
                ends = in.remaining() < (isReference ? 2 : 1) || isReference && reference(in);
                if (!ends && !isReference) {
                    put(in.get());
                }
            }
        }
        return Arrays.copyOf(out, size);
    }

    /** True at the end: a reference to where the window stands now. */
    private boolean reference(ByteBuffer in) {
        int token = (in.get() & 0xff) << 8 | in.get() & 0xff;
        int from = token >> 4;
        if (from == windowAt) {
            return true;
        }
        for (int i = 0; i < (token & 15) + SHORTEST; i++) {
            put(window[(from + i) % WINDOW]);
        }
        return false;
    }

    private void put(byte b) {
        if (size < out.length) {
            out[size++] = b;
        }
        window[windowAt] = b;
        windowAt = (windowAt + 1) % WINDOW;
    }
}
