// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.command.Upload;
import dev.troubletickets.ticket.AttachmentId;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of attachments. */
public interface AttachmentStore {
    /**
     * Keeps the bytes, read once from the upload.
     *
     * @throws IOException if the upload cannot be read, or has another number of bytes than it says; the unit must not commit then
     */
    void put(AttachmentId id, Upload content) throws IOException;

    /**
     * @return false, having written nothing, if there is none such
     * @throws IOException if {@code into} throws it
     */
    boolean copy(AttachmentId id, OutputStream into) throws IOException;
}
