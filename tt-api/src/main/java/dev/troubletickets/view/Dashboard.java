// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The staff's tickets center (B7): every section at once.
 *
 * @param assigned mine, the highest priority first
 * @param unassigned the newest first, or as asked for
 * @param answered empty where the settings hide the section
 * @param onHold empty where the settings hide the section
 * @param activeByQueue active tickets by queue, of those the technician may see, snoozed ones not among them
 * @param snoozed how many are snoozed (A14); the section of that name lists them
 */
public record Dashboard(
        Section assigned,
        Section unassigned,
        Optional<Section> answered,
        Optional<Section> onHold,
        Map<QueueId, QueueCount> activeByQueue,
        long snoozed) {
    public Dashboard {
        activeByQueue = Map.copyOf(activeByQueue);
    }

    /**
     * @param total how many tickets the section has in all
     * @param next ask for more of the section with this
     */
    public record Section(List<StaffTicketRow> tickets, long total, Optional<PageToken> next) {
        public Section {
            tickets = List.copyOf(tickets);
        }
    }

    public record QueueCount(String queue, long active) {}

    /** The sections by name, to ask for one of them page by page. */
    public enum SectionName {
        ASSIGNED,
        UNASSIGNED,
        ANSWERED,
        ON_HOLD,
        /** Shown on request alone (A14). */
        SNOOZED,
        /** Those of which the technician or a queue of theirs has a part besides the one in charge; shown on request alone (B5). */
        PARTS,
        /** Those the technician is invited to; shown on request alone (G10). */
        COLLABORATING
    }
}
