// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.ticket.QueueId;

/** A queue (department). One is the default: every technician sees it, and tickets without another home go there. */
public record Queue(QueueId id, QueueSettings settings, boolean isDefault) {
    public String name() {
        return settings.name();
    }
}
