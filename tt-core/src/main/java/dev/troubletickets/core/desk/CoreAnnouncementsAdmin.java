// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.admin.AnnouncementLaws;
import dev.troubletickets.core.work.AnnouncementBook;
import dev.troubletickets.desk.AnnouncementsAdmin;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.SavedAnnouncements;
import java.util.List;

final class CoreAnnouncementsAdmin extends StaffCalls implements AnnouncementsAdmin {
    CoreAnnouncementsAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<Announcement> all() {
        return saved().announcements();
    }

    @Override
    public void save(List<Announcement> announcements) {
        List<Announcement> saved = List.copyOf(announcements);
        administer(Permission.SETTINGS, scope -> {
            AnnouncementLaws.save(scope, saved);
            return true;
        });
    }

    @Override
    public SavedAnnouncements saved() {
        return administer(
                Permission.SETTINGS,
                scope -> new SavedAnnouncements(
                        AnnouncementBook.version(scope.stores()),
                        scope.installation().announcements()));
    }

    @Override
    public void save(SavedAnnouncements edited) {
        administer(Permission.SETTINGS, scope -> {
            if (AnnouncementBook.version(scope.stores()) != edited.version()) {
                throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
            }
            AnnouncementLaws.save(scope, edited.announcements());
            return true;
        });
    }
}
