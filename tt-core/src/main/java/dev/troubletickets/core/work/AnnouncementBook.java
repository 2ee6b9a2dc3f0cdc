// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.settings.Announcement;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.util.List;

/** The installation's announcements, as they are kept (G13). */
public record AnnouncementBook(List<Announcement> announcements) {
    private static final String DOCUMENT = "announcements";

    static List<Announcement> load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document ->
                        Json.read(document.text(), AnnouncementBook.class).announcements())
                .orElse(List.of());
    }

    /** Replaces all; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, List<Announcement> announcements) {
        stores.documents()
                .save(new Document(DOCUMENT, version(stores) + 1, Json.write(new AnnouncementBook(announcements))));
    }

    /** Of what was saved last; 0 before the first. */
    public static long version(UnitOfWork stores) {
        return stores.documents().find(DOCUMENT).map(Document::version).orElse(0L);
    }
}
