// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.core.post.Wordings;
import dev.troubletickets.core.work.AnnouncementBook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What announcements an installation can have (G13). */
public final class AnnouncementLaws {
    private static final String ANNOUNCEMENTS = "announcements";
    private static final int MOST = 20;

    private AnnouncementLaws() {}

    public static void save(Scope scope, List<Announcement> announcements) {
        if (announcements.size() > MOST) {
            throw new OverLimit(ANNOUNCEMENTS, MOST);
        }
        for (Announcement each : announcements) {
            if (each.queue()
                    .filter(id -> scope.installation().find(id).isEmpty())
                    .isPresent()) {
                throw new Invalid(ANNOUNCEMENTS, "one names a queue that does not exist");
            }
            Wordings.check(ANNOUNCEMENTS, each.text(), Map.of());
        }
        AnnouncementBook.save(scope.stores(), announcements);
    }

    /** Those of a queue go with its tickets to another one, or with the queue. */
    static void pass(Scope scope, QueueId from, Optional<QueueId> to) {
        List<Announcement> all = scope.installation().announcements();
        if (all.stream().anyMatch(each -> each.queue().equals(Optional.of(from)))) {
            AnnouncementBook.save(
                    scope.stores(),
                    all.stream().flatMap(each -> passed(each, from, to)).toList());
        }
    }

    private static Stream<Announcement> passed(Announcement each, QueueId from, Optional<QueueId> to) {
        return each.queue().equals(Optional.of(from)) ? to.map(each::forQueue).stream() : Stream.of(each);
    }
}
