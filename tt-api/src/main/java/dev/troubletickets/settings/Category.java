// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.ticket.QueueId;
import java.util.Optional;

/** What a ticket can be about, with the queue in charge (B10); without one the default queue is. */
public record Category(String name, Optional<QueueId> queue) {
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if the name is blank, longer than 100, or has control characters */
    public Category {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a category's name is one line of 1 to " + LONGEST + " characters");
        }
    }

    public static Category of(String name) {
        return new Category(name, Optional.empty());
    }

    public static Category of(String name, QueueId queue) {
        return new Category(name, Optional.of(queue));
    }
}
