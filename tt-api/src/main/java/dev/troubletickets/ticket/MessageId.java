// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/**
 * A message, named through its ticket: public messages (customers' and answers) and notes are numbered apart, each from 1. So the
 * number of a public message tells a customer nothing about notes, and no id leads to a message past its ticket.
 */
public record MessageId(TicketId ticket, Track track, int number) {
    /** Who a message is for. */
    public enum Track {
        PUBLIC,
        NOTE
    }

    /** @throws IllegalArgumentException if the number is below 1 */
    public MessageId {
        if (number < 1) {
            throw new IllegalArgumentException("a message's number starts at 1");
        }
    }

    public static MessageId publicMessage(TicketId ticket, int number) {
        return new MessageId(ticket, Track.PUBLIC, number);
    }

    public static MessageId note(TicketId ticket, int number) {
        return new MessageId(ticket, Track.NOTE, number);
    }

    public boolean isNote() {
        return track == Track.NOTE;
    }

    @Override
    public String toString() {
        return ticket.value() + (isNote() ? "-n" : "-") + number;
    }
}
