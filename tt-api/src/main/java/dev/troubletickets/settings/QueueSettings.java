// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.EmailAddress;
import java.util.Optional;

/**
 * What an administrator says about a queue (B1).
 *
 * @param address where customers write to this queue (D2); must lead to a polled mailbox
 * @param newTicketResponse sent when a ticket is opened here; the library's own words if empty
 * @param resolvedResponse sent when a ticket is resolved or closed here; no mail if empty
 * @param workingTime always, if empty
 * @param autoClose the installation's, if empty
 */
public record QueueSettings(
        String name,
        Optional<EmailAddress> address,
        Optional<Wording> newTicketResponse,
        Optional<Wording> resolvedResponse,
        Optional<WorkingTime> workingTime,
        Optional<AutoClose> autoClose) {
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if the name is blank, longer than 100, or has control characters */
    public QueueSettings {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a queue's name is one line of 1 to " + LONGEST + " characters");
        }
    }

    public static QueueSettings named(String name) {
        return new QueueSettings(
                name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public QueueSettings withAddress(EmailAddress value) {
        return new QueueSettings(name, Optional.of(value), newTicketResponse, resolvedResponse, workingTime, autoClose);
    }

    public QueueSettings withNewTicketResponse(Wording value) {
        return new QueueSettings(name, address, Optional.of(value), resolvedResponse, workingTime, autoClose);
    }

    public QueueSettings withResolvedResponse(Wording value) {
        return new QueueSettings(name, address, newTicketResponse, Optional.of(value), workingTime, autoClose);
    }

    public QueueSettings withWorkingTime(WorkingTime value) {
        return new QueueSettings(name, address, newTicketResponse, resolvedResponse, Optional.of(value), autoClose);
    }

    public QueueSettings withAutoClose(AutoClose value) {
        return new QueueSettings(name, address, newTicketResponse, resolvedResponse, workingTime, Optional.of(value));
    }
}
