// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.ticket.AttachmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of attachments, on the heap. For use inside a unit of work alone. */
final class MemoryAttachments implements AttachmentStore {
    private final Tables tables;

    MemoryAttachments(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void put(AttachmentId id, Upload content) throws IOException {
        tables.attachments.put(id, read(content));
    }

    @Override
    public boolean copy(AttachmentId id, OutputStream into) throws IOException {
        return write(tables.attachments.get(id), into);
    }

    static byte[] read(Upload content) throws IOException {
        int size = Math.toIntExact(content.size());
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size || in.read() >= 0) {
                throw new IOException("the upload has not the " + size + " bytes it says");
            }
            return bytes;
        }
    }

    /** False if there are none. */
    static boolean write(byte @Nullable [] bytes, OutputStream into) throws IOException {
        if (bytes == null) {
            return false;
        }
        into.write(bytes.clone());
        return true;
    }
}
