// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.work.Sha256;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Attachments on their way into storage: digested, then kept. */
final class Files {
    private Files() {}

    static List<AttachmentData> describe(MessageId message, List<Upload> uploads) {
        List<AttachmentData> described = new ArrayList<>();
        for (Upload upload : uploads) {
            AttachmentId id = new AttachmentId(message, described.size() + 1);
            described.add(new AttachmentData(id, upload.name(), upload.type(), upload.size(), digest(upload)));
        }
        return described;
    }

    static void keep(AttachmentStore store, MessageId message, List<Upload> uploads) {
        try {
            for (int i = 0; i < uploads.size(); i++) {
                store.put(new AttachmentId(message, i + 1), uploads.get(i));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String digest(Upload upload) {
        try (InputStream in = upload.open()) {
            MessageDigest sha256 = Sha256.digest();
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static Invalid unreadable(IOException cause) {
        Invalid invalid = new Invalid("attachments", "a file cannot be read");
        invalid.initCause(cause);
        return invalid;
    }
}
