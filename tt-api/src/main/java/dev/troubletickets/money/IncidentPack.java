// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Support incidents that a customer has paid in advance (E6).
 *
 * @param key the host's, such as the number of the sale, by which a pack is granted once
 * @param queue whose tickets use them; of all queues, if empty
 * @param incidents how many there are in a new one
 * @param validUntil when what is left is lost; never, if empty
 */
public record IncidentPack(
        String key, AccountId account, Optional<QueueId> queue, int incidents, Optional<Instant> validUntil) {
    private static final int LONGEST = 100;
    private static final int MOST = 1_000_000;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws IllegalArgumentException for a key that is not 1 to 100 printable characters, and for less than 1 or more than a million */
    public IncidentPack {
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a pack's key is 1 to " + LONGEST + " printable characters");
        }
        if (incidents < 1 || incidents > MOST) {
            throw new IllegalArgumentException("a pack has 1 to " + MOST + " incidents");
        }
        if (validUntil
                .filter(end -> end.isBefore(Instant.EPOCH) || end.isAfter(LATEST))
                .isPresent()) {
            throw new IllegalArgumentException("a pack ends before the year 10000");
        }
        validUntil = validUntil.map(end -> end.truncatedTo(ChronoUnit.MICROS));
    }

    /** For tickets of all queues, and for ever. */
    public static IncidentPack of(String key, AccountId account, int incidents) {
        return new IncidentPack(key, account, Optional.empty(), incidents, Optional.empty());
    }

    /** For tickets of one queue alone. */
    public IncidentPack queue(QueueId value) {
        return new IncidentPack(key, account, Optional.of(value), incidents, validUntil);
    }

    public IncidentPack validUntil(Instant value) {
        return new IncidentPack(key, account, queue, incidents, Optional.of(value));
    }

    /** As it is once its queue is no more. */
    public IncidentPack ofAllQueues() {
        return new IncidentPack(key, account, Optional.empty(), incidents, validUntil);
    }
}
