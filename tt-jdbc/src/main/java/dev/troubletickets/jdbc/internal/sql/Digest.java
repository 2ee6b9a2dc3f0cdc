// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of one length for texts of any. */
public final class Digest {
    private Digest() {}

    /** SHA-256 in hex, of the characters as they are: an encoding would make one of all halves of surrogate pairs. */
    public static String of(String text) {
        ByteBuffer characters = ByteBuffer.allocate(2 * text.length());
        text.chars().forEach(c -> characters.putChar((char) c));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
