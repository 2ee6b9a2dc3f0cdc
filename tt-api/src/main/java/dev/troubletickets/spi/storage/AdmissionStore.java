// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import java.time.Instant;

/** Who has written how often lately (G13). */
public interface AdmissionStore {
    /**
     * Admits one message more of this writer, unless as many as {@code most} were admitted at or after {@code since}. Holds however many
     * units ask at once: those of units that are not written are not counted.
     *
     * @param writer a key of at most 500 characters, compared exactly
     * @return false, having admitted none, if there is no room
     * @throws WriteConflict at the latest on commit, if another unit admits one at the same time
     */
    boolean admit(String writer, int most, Instant at, Instant since);
}
