// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.spi.files.BlobKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a file's bytes, which are in a {@link dev.troubletickets.spi.files.BlobStore}.
 *
 * @param size in bytes
 * @param wanted when they were last put, or last taken for a message
 * @param scan what is known of their safety
 * @param found what the scan found; present if it found something
 */
public record FileData(
        BlobKey key,
        long size,
        Instant wanted,
        Stage stage,
        Scan scan,
        @Nullable String found) {
    /** How far its bytes are. */
    public enum Stage {
        /** On their way into the blob store. */
        COMING,
        /** All there. */
        THERE,
        /** On their way out of it; nothing may refer to them any more. */
        GOING
    }

    /** Whether they may be had. */
    public enum Scan {
        /** They have not been looked through yet. */
        WAITING,
        /** Nothing was found, or nobody looks. */
        CLEAN,
        /** Something was found. */
        INFECTED
    }
}
