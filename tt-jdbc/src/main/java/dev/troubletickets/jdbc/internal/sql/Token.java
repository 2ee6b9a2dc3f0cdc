// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What stands for a word where MariaDB's parser reads it: one run of letters and digits of ASCII, whatever the word is made of, so that
 * no operator, stop word or script means anything. It is 16 characters long at the least, which is the most that a server can demand,
 * and 53 at the most. Different words have different ones; long words are told apart by their digests.
 */
final class Token {
    /** The longest. */
    static final int LONGEST = 53;

    private static final int SHORTEST = 16;
    private static final int MOST_BYTES = 31;

    private Token() {}

    static String of(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return "y" + new BigInteger(Digest.of(word), 16).toString(32);
        }
        // with a bit of its own before them, or leading zeros would be lost
        String digits = new BigInteger(1, bytes).setBit(8 * bytes.length).toString(32);
        return digits + "z".repeat(Math.max(0, SHORTEST - digits.length()));
    }
}
