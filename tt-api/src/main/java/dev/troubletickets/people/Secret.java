// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** A password or key: does not print, is not serialised, compares by identity. */
public final class Secret {
    /** Transient, so that what serialises fields finds none. */
    private final transient byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return bytes.length;
    }

    /** Lends a copy of the bytes, wiped afterwards. */
    public <T> T use(Function<byte[], T> work) {
        byte[] copy = bytes.clone();
        try {
            return work.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "secret";
    }
}
