// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** 0 (lowest) to 100 (highest) (A13); 50 unless someone says otherwise. */
public record Priority(int value) {
    public static final Priority NORMAL = new Priority(50);
    public static final Priority HIGHEST = new Priority(100);

    private static final int URGENT_FROM = 67;
    private static final int MEDIUM_FROM = 34;

    /** @throws IllegalArgumentException if the value is outside 0 to 100 */
    public Priority {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("a priority is 0 to 100");
        }
    }

    public static Priority of(int value) {
        return new Priority(value);
    }

    public Urgency urgency() {
        return value >= URGENT_FROM ? Urgency.VERY_URGENT : value >= MEDIUM_FROM ? Urgency.MEDIUM : Urgency.LOW;
    }
}
