// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.encryption.PublicKey;
import java.time.Instant;

/** One of the desk's own keys, without what is private of it (F2). */
public record EncryptionKey(PublicKey publicKey, Instant addedAt, State state) {
    public enum State {
        /** Customers are given it. */
        CURRENT,
        /** What was encrypted to it can still be read. */
        FORMER,
        /** Its private part is gone for good. */
        RETIRED
    }
}
