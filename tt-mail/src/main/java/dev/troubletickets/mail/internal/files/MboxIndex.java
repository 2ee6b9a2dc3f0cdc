// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.spi.mail.MailUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the mails of an mbox begin: at their separators. */
final class MboxIndex {
    private static final String FROM = "From ";
    private static final int LONGEST_SEPARATOR = 512;

    private long[] starts = new long[16];
    private int size;
    private long end;

    private MboxIndex() {}

    /** Reads the file once, of each line no more than the beginning. */
    static MboxIndex of(Path file, InputStream in) throws IOException {
        MboxIndex index = new MboxIndex();
        StringBuilder line = new StringBuilder();
        boolean afterEmpty = true;
        long lineStart = 0;
        long at = 0;
        int b = in.read();
        while (b >= 0) {
            at++;
            if (b != '\n' && line.length() <= LONGEST_SEPARATOR) {
                line.append((char) b);
            }
            boolean last = b == '\n';
            b = in.read();
            if (last || b < 0) {
                if (afterEmpty && isSeparator(line)) {
                    index.add(lineStart);
                } else if (lineStart == 0) {
                    throw new MailUnavailable(file + " is no mbox: it does not begin with \"From \"", null);
                }
                afterEmpty = line.length() == 0 || line.length() == 1 && line.charAt(0) == '\r';
                lineStart = at;
                line.setLength(0);
            }
        }
        index.end = at;
        return index;
    }

    int size() {
        return size;
    }

    /** The separator's first byte. */
    long start(int mail) {
        return starts[mail];
    }

    /** The byte behind the mail and the empty line that ends it. */
    long end(int mail) {
        return mail + 1 < size ? starts[mail + 1] : end;
    }

    /** Its number; negative if none begins there. */
    int find(long start) {
        return Arrays.binarySearch(starts, 0, size, start);
    }

    private void add(long start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
    }

    /** Such as {@code From jane@x.example Thu Jan  1 00:00:00 1970 +0000}. */
    private static boolean isSeparator(StringBuilder line) {
        if (line.length() > LONGEST_SEPARATOR || line.indexOf(FROM) != 0) {
            return false;
        }
        boolean time = false;
        boolean year = false;
        for (String word : line.toString().strip().split(" ")) {
            byte[] letters = word.getBytes(ISO_8859_1);
            time |= letters.length >= 4 && isTime(letters);
            year |= letters.length == 4 && areDigits(letters);
        }
        return time && year;
    }

    private static boolean isTime(byte[] word) {
        int colon = word[1] == ':' ? 1 : 2;
        return word[colon] == ':' && word[0] >= '0' && word[0] <= '9' && word[word.length - 1] <= '9';
    }

    private static boolean areDigits(byte[] word) {
        for (byte letter : word) {
            if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return true;
    }
}
