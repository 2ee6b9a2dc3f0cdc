// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.ticket.InclusionId;
import java.util.List;

/** An encrypted block of a message, on request (F2). Close it once it is shown. */
public sealed interface Inclusion extends AutoCloseable {
    InclusionId id();

    @Override
    void close();

    /**
     * Its integrity is proven. Text and names are lent, and wiped on {@link #close}; where the text was MIME, copies that the parser of mails has
     * made of it cannot be wiped, and are left to the garbage collector.
     *
     * @param files the names of the files that were encrypted with the text, as mail programs do; most often none
     */
    record Readable(InclusionId id, DecryptedText text, SignatureCheck signature, List<DecryptedText> files)
            implements Inclusion {
        public Readable {
            files = List.copyOf(files);
        }

        /** Of a text alone. */
        public Readable(InclusionId id, DecryptedText text, SignatureCheck signature) {
            this(id, text, signature, List.of());
        }

        @Override
        public void close() {
            text.close();
            files.forEach(DecryptedText::close);
        }
    }

    record Unreadable(InclusionId id, CannotDecrypt.Reason reason) implements Inclusion {
        @Override
        public void close() {
            // holds nothing
        }
    }
}
