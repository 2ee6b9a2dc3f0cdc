// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.EmailAddress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an administrator says about a queue (B1).
 *
 * @param address where customers write to this queue (D2); must lead to a polled mailbox
 * @param newTicketResponse sent when a ticket is opened here; the library's own words if empty
 * @param resolvedResponse sent when a ticket is resolved or closed here; no mail if empty
 * @param closeWarning warns that an answered ticket will close by itself (G5); the library's own words if empty
 * @param workingTime always, if empty
 * @param autoClose the installation's, if empty
 * @param incidents each of its tickets uses a support incident of its customer's; no by default (E6)
 * @param assignment how tickets find a technician; by hand by default (B14)
 */
public record QueueSettings(
        String name,
        Optional<EmailAddress> address,
        Optional<Wording> newTicketResponse,
        Optional<Wording> resolvedResponse,
        Optional<Wording> closeWarning,
        Optional<WorkingTime> workingTime,
        Optional<AutoClose> autoClose,
        boolean incidents,
        AssignmentPolicy assignment) {
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if the name is blank, longer than 100, or has control characters */
    public QueueSettings {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a queue's name is one line of 1 to " + LONGEST + " characters");
        }
    }

    public static QueueSettings named(String name) {
        return new Draft(name).settings();
    }

    public QueueSettings withAddress(EmailAddress value) {
        return with(draft -> draft.address = Optional.of(value));
    }

    public QueueSettings withNewTicketResponse(Wording value) {
        return with(draft -> draft.newTicketResponse = Optional.of(value));
    }

    public QueueSettings withResolvedResponse(Wording value) {
        return with(draft -> draft.resolvedResponse = Optional.of(value));
    }

    public QueueSettings withCloseWarning(Wording value) {
        return with(draft -> draft.closeWarning = Optional.of(value));
    }

    public QueueSettings withWorkingTime(WorkingTime value) {
        return with(draft -> draft.workingTime = Optional.of(value));
    }

    public QueueSettings withAutoClose(AutoClose value) {
        return with(draft -> draft.autoClose = Optional.of(value));
    }

    public QueueSettings withIncidents(boolean value) {
        return with(draft -> draft.incidents = value);
    }

    public QueueSettings withAssignment(AssignmentPolicy value) {
        return with(draft -> draft.assignment = value);
    }

    private QueueSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The settings while one of them is being replaced. */
    private static final class Draft {
        private final String name;
        private Optional<EmailAddress> address = Optional.empty();
        private Optional<Wording> newTicketResponse = Optional.empty();
        private Optional<Wording> resolvedResponse = Optional.empty();
        private Optional<Wording> closeWarning = Optional.empty();
        private Optional<WorkingTime> workingTime = Optional.empty();
        private Optional<AutoClose> autoClose = Optional.empty();
        private boolean incidents;
        private AssignmentPolicy assignment = AssignmentPolicy.MANUAL;

        Draft(String name) {
            this.name = name;
        }

        Draft(QueueSettings s) {
            name = s.name;
            address = s.address;
            newTicketResponse = s.newTicketResponse;
            resolvedResponse = s.resolvedResponse;
            closeWarning = s.closeWarning;
            workingTime = s.workingTime;
            autoClose = s.autoClose;
            incidents = s.incidents;
            assignment = s.assignment;
        }

        QueueSettings settings() {
            return new QueueSettings(
                    name,
                    address,
                    newTicketResponse,
                    resolvedResponse,
                    closeWarning,
                    workingTime,
                    autoClose,
                    incidents,
                    assignment);
        }
    }
}
