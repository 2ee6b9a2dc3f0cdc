// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.files;

import dev.troubletickets.ticket.AttachmentId;
import java.util.regex.Pattern;

/**
 * Where bytes are kept: their SHA-256 in hex, a hyphen, and sixteen hex digits by which the same bytes, deleted and kept again, are at
 * another place. It is made here and of digits alone; no name that anybody gave a file is in it ({@link AttachmentId} is what pages have).
 */
public record BlobKey(String value) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}-[0-9a-f]{16}");

    /** @throws IllegalArgumentException if it is not of that form */
    public BlobKey {
        if (!KEY.matcher(value).matches()) {
            throw new IllegalArgumentException("not the key of a blob");
        }
    }

    public static BlobKey of(String sha256, long mark) {
        return new BlobKey(sha256 + "-" + String.format("%016x", mark));
    }

    /** In hex. */
    public String sha256() {
        return value.substring(0, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
