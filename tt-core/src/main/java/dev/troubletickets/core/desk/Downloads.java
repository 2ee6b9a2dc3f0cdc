// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.AttachmentView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Messages and files, found through their ticket alone. */
final class Downloads {
    private final Access access;

    Downloads(Access access) {
        this.access = access;
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

    AttachmentView download(Scope scope, Viewer viewer, AttachmentId id, OutputStream into) {
        AttachmentData file = message(scope, viewer, id.message()).attachments().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment"));
        try {
            if (!scope.stores().attachments().copy(id, into)) {
                throw new NotFound("attachment");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AttachmentView(file.id(), file.name(), file.type(), file.size());
    }
}
