// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.SavedAnnouncements;
import java.util.List;

/**
 * What customers are told before they write, and when a panel takes no new tickets (G13). Needs the permission {@code SETTINGS}, else throws
 * {@link dev.troubletickets.failure.NotPermitted}.
 */
public interface AnnouncementsAdmin {
    /** All that are kept, whether in force or not, in the order in which customers read them. */
    List<Announcement> all();

    /**
     * Replaces all: in force on this node at once, on the others within five seconds.
     *
     * @throws dev.troubletickets.failure.Invalid {@code announcements}, if one names a queue that does not exist or has a placeholder
     * @throws dev.troubletickets.failure.OverLimit for more than 20 {@code announcements}
     */
    void save(List<Announcement> announcements);

    /** The announcements, with the mark to save others in place of them by. */
    SavedAnnouncements saved();

    /**
     * Replaces all, unless somebody has saved others since these were {@linkplain #saved read}.
     *
     * @throws dev.troubletickets.failure.NotPermitted with {@code SAVED_BY_ANOTHER} then
     * @throws dev.troubletickets.failure.Invalid as {@link #save(List)}
     */
    void save(SavedAnnouncements edited);
}
