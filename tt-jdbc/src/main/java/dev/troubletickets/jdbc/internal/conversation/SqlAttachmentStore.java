// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.command.Upload;
import dev.troubletickets.jdbc.internal.sql.Files;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.ticket.AttachmentId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The bytes of attachments. */
public final class SqlAttachmentStore implements AttachmentStore {
    private final Files files;

    public SqlAttachmentStore(Session session) {
        this.files = new Files(session, "{attachment_part}", List.of("ticket", "note", "message", "attachment"));
    }

    @Override
    public void put(AttachmentId id, Upload content) throws IOException {
        files.put(content, key(id));
    }

    @Override
    public boolean copy(AttachmentId id, OutputStream into) throws IOException {
        return files.copy(into, key(id));
    }

    private static Object[] key(AttachmentId id) {
        return new Object[] {
            id.message().ticket().value(), id.message().isNote(), id.message().number(), id.number()
        };
    }
}
