// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.files.FileRoom;
import dev.troubletickets.core.page.FileViews;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.HarmfulFile;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Download;
import java.util.List;

/** Messages and files, found through their ticket alone. */
final class Downloads {
    private final Access access;
    private final FileRoom files;

    Downloads(Access access, FileRoom files) {
        this.access = access;
        this.files = files;
    }

    /** @throws NotFound alike for what is not there and what is not for this viewer */
    MessageData message(Scope scope, Viewer viewer, MessageId id) {
        return scope.stores()
                .conversations()
                .find(id)
                .filter(message -> viewer.isStaff() || !message.id().isNote())
                .filter(message -> access.find(scope, viewer, message.shownIn()).isPresent())
                .orElseThrow(() -> missing(scope, viewer, id));
    }

    /** A message that has gone to a ticket they do not see is as one that never was. */
    private NotFound missing(Scope scope, Viewer viewer, MessageId id) {
        return new NotFound(access.find(scope, viewer, id.ticket()).isPresent() ? "message" : "ticket");
    }

    /** @throws NotFound alike for what is not there and what is not for this viewer */
    Download download(Scope scope, Viewer viewer, AttachmentId id) {
        MessageData message = message(scope, viewer, id.message());
        AttachmentData file = message.attachments().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment"));
        AttachmentView view = FileViews.of(scope, List.of(message)).of(message).get(id.number() - 1);
        return switch (view.safety()) {
            case CLEAN -> new Download(view, () -> files.open(file.blob()));
            case HARMFUL -> throw new HarmfulFile(file.name());
            case UNKNOWN -> throw new Unavailable("scanner", "the file has not been looked through yet");
        };
    }
}
