// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.List;

/**
 * Announcements with the mark by which they are saved.
 *
 * @param version rises with every save; 0 before the first
 */
public record SavedAnnouncements(long version, List<Announcement> announcements) {
    public SavedAnnouncements {
        announcements = List.copyOf(announcements);
    }

    /** Other announcements, to be saved in place of these. */
    public SavedAnnouncements with(List<Announcement> changed) {
        return new SavedAnnouncements(version, changed);
    }
}
