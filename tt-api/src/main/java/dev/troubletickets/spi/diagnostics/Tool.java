// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.diagnostics;

import java.time.Duration;
import java.util.Set;

/**
 * A tool the host offers.
 *
 * @param name 1 to 40 of {@code a-z 0-9 -}, such as {@code dig}
 * @param description for people, one line of at most 190 characters, may be empty
 * @param takes at what it can look; at least one kind
 * @param timeout after which it is cancelled: a second to a minute
 */
public record Tool(String name, String description, Set<Target.Kind> takes, Duration timeout) {
    private static final Duration BY_DEFAULT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_DESCRIPTION = 190;

    /** @throws IllegalArgumentException for anything else than what is said above */
    public Tool {
        takes = Set.copyOf(takes);
        require(
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'),
                "a tool's name is 1 to " + LONGEST_NAME + " of a-z, 0-9 and -");
        require(
                description.length() <= LONGEST_DESCRIPTION
                        && description.chars().noneMatch(Character::isISOControl),
                "a tool's description is one line of at most " + LONGEST_DESCRIPTION + " characters");
        require(!takes.isEmpty(), "a tool takes some kind of target");
        require(
                timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                "a tool's time-out is between " + SHORTEST + " and " + LONGEST);
    }

    /** With ten seconds. */
    public static Tool of(String name, String description, Target.Kind... takes) {
        return new Tool(name, description, Set.of(takes), BY_DEFAULT);
    }

    public Tool withTimeout(Duration value) {
        return new Tool(name, description, takes, value);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
