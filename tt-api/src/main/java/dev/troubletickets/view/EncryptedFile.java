// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.ticket.AttachmentId;

/** An encrypted file of a message, on request (F2, F3). Close it once it is given out. */
public sealed interface EncryptedFile extends AutoCloseable {
    AttachmentId id();

    @Override
    void close();

    /**
     * Its integrity is proven, and a scanner, if the host has one, has found nothing in it. The bytes are wiped on {@link #close}.
     *
     * @param file its size in clear, and its name without what says that it is encrypted; its type is {@code application/octet-stream}
     * @param signature whether it was signed by the ticket's account
     */
    record Readable(AttachmentView file, DecryptedBytes content, SignatureCheck signature) implements EncryptedFile {
        @Override
        public AttachmentId id() {
            return file.id();
        }

        /** To be served with its headers before this is closed; after that its bytes break off. */
        public Download download() {
            return new Download(file, content::open);
        }

        @Override
        public void close() {
            content.close();
        }
    }

    record Unreadable(AttachmentId id, CannotDecrypt.Reason reason) implements EncryptedFile {
        @Override
        public void close() {
            // holds nothing
        }
    }
}
