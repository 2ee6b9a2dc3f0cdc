// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a list of values, each preceded by its length. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    void add(String value) {
        add(value.getBytes(UTF_8));
    }

    void add(byte[] value) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
        sha256.update(value);
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
