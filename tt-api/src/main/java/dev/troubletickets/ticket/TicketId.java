// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import java.util.Optional;
import java.util.OptionalLong;

/** A ticket's number, from 1. */
public record TicketId(long value) implements TicketRef {
    /** @throws IllegalArgumentException if the number is below 1 */
    public TicketId {
        if (value < 1) {
            throw new IllegalArgumentException("a ticket's number starts at 1");
        }
    }

    public static TicketId of(long value) {
        return new TicketId(value);
    }

    /** Reads {@code 7} or {@code #7}; empty for anything else. */
    public static Optional<TicketId> parse(String text) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Long.parseLong(digits) > 0
                ? Optional.of(new TicketId(Long.parseLong(digits)))
                : Optional.empty();
    }

    /** This ticket as a page showed it; {@code mark} is the page's {@code seen} value. */
    public SeenTicket seenAt(long mark) {
        return new SeenTicket(this, mark);
    }

    @Override
    public TicketId id() {
        return this;
    }

    @Override
    public OptionalLong seen() {
        return OptionalLong.empty();
    }

    @Override
    public String toString() {
        return "#" + value;
    }
}
