// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;
import java.util.Locale;

/** Hashes of a text's words, each with the line it stands in. */
final class Words {
    /** How many words are looked for together. */
    static final int SHINGLE = 5;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long[] hashes = new long[64];
    private int[] lines = new int[64];
    private int count;

    int count() {
        return count;
    }

    int line(int word) {
        return lines[word];
    }

    /** @param most how many words to have at most, with those there are */
    void add(String text, int line, int most) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length() && count < most; at++) {
            long hash = 0;
            while (at < lower.length() && Character.isLetterOrDigit(lower.charAt(at))) {
                hash = (hash + lower.charAt(at++) + 1) * FACTOR;
            }
            if (hash != 0) {
                append(hash ^ hash >>> 29, line);
            }
        }
    }

    private void append(long hash, int line) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        hashes[count] = hash;
        lines[count++] = line;
    }

    /** Of the words from one on. */
    long shingle(int from) {
        long hash = 0;
        for (int i = from; i < from + SHINGLE; i++) {
            hash = (hash + hashes[i]) * FACTOR;
        }
        return hash ^ hash >>> 31;
    }
}
