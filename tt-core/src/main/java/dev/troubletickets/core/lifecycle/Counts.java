// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;

/** How many messages a ticket has, and how many of them its customer has seen, while a step changes it. */
final class Counts {
    private final TicketId id;
    private int publicMessages;
    private int notes;
    private int joined;
    private int joinedShown;
    private int lastAnswer;
    private boolean staffWroteLast;
    private int customerRead;

    Counts(TicketId id, TicketState s) {
        this.id = id;
        publicMessages = s.publicMessages();
        notes = s.notes();
        joined = s.joined().messages();
        joinedShown = s.joined().shown();
        lastAnswer = s.lastAnswer();
        staffWroteLast = s.staffWroteLast();
        customerRead = s.customerRead();
    }

    MessageId addPublic() {
        publicMessages++;
        return MessageId.publicMessage(id, publicMessages);
    }

    MessageId addAnswer() {
        MessageId message = addPublic();
        lastAnswer = shown();
        staffWroteLast = true;
        return message;
    }

    MessageId addNote() {
        notes++;
        return MessageId.note(id, notes);
    }

    void customerHasRead() {
        customerRead = shown();
    }

    /** Messages of another ticket's numbering are shown here from now on, so many of them to the customer. */
    void join(int messages, int shown) {
        joined += messages;
        joinedShown += shown;
    }

    /** There are answers the customer has not read. */
    void unread() {
        lastAnswer = shown();
    }

    void lastWord(boolean staffs) {
        staffWroteLast = staffs;
    }

    void lastAnswer(int mark) {
        lastAnswer = mark;
    }

    int publicMessages() {
        return publicMessages;
    }

    int notes() {
        return notes;
    }

    int lastAnswer() {
        return lastAnswer;
    }

    boolean staffWroteLast() {
        return staffWroteLast;
    }

    int customerRead() {
        return customerRead;
    }

    TicketState.Joined joined(Waiting waiting) {
        return new TicketState.Joined(joined, joinedShown, waiting.othersSince(), waiting.othersOnly());
    }

    private int shown() {
        return publicMessages + joinedShown;
    }
}
