// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.command.Upload;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.ticket.AttachmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Files in parts of 256 KiB, a few of them in memory at a time. */
public final class SqlAttachmentStore implements AttachmentStore {
    private static final int PART = 256 * 1024;
    private static final int PARTS_AT_ONCE = 4;

    private final Session session;

    public SqlAttachmentStore(Session session) {
        this.session = session;
    }

    @Override
    public void put(AttachmentId id, Upload content) throws IOException {
        try (InputStream in = content.open()) {
            putParts(id, in, content.size());
        } catch (IOException e) {
            session.lost(new IllegalStateException("an attachment of this unit could not be read", e));
            throw e;
        }
    }

    @Override
    public boolean copy(AttachmentId id, OutputStream into) throws IOException {
        List<byte[]> parts = parts(id, 0);
        boolean there = !parts.isEmpty();
        for (int next = PARTS_AT_ONCE; !parts.isEmpty(); next += PARTS_AT_ONCE) {
            for (byte[] part : parts) {
                into.write(part);
            }
            parts = parts.size() < PARTS_AT_ONCE ? List.of() : parts(id, next);
        }
        return there;
    }

    /** An empty file has one empty part. */
    private void putParts(AttachmentId id, InputStream in, long size) throws IOException {
        long read = 0;
        int number = 0;
        byte[] part = in.readNBytes(PART);
        do {
            read += part.length;
            if (read > size) {
                throw new IOException("the file has more bytes than it said");
            }
            putPart(id, number, part);
            number++;
            if (number % PARTS_AT_ONCE == 0) {
                session.flush();
            }
            part = in.readNBytes(PART);
        } while (part.length > 0);
        if (read != size) {
            throw new IOException("the file has fewer bytes than it said");
        }
    }

    private void putPart(AttachmentId id, int number, byte[] part) {
        session.later(
                "insert into {attachment_part} (ticket, note, message, attachment, part, content) values (?, ?, ?, ?, ?, ?)",
                id.message().ticket().value(),
                id.message().isNote(),
                id.message().number(),
                id.number(),
                number,
                part);
    }

    private List<byte[]> parts(AttachmentId id, int from) {
        return session.list(
                "select content from {attachment_part} where ticket = ? and note = ? and message = ? and attachment = ?"
                        + " and part >= ? and part < ? order by part",
                Row::bytes,
                id.message().ticket().value(),
                id.message().isNote(),
                id.message().number(),
                id.number(),
                from,
                from + PARTS_AT_ONCE);
    }
}
