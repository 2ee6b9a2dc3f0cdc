// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its bytes; what its name and its sender say of it only makes that more precise. */
final class ContentTypes {
    /** As much as the signatures of types look at. */
    static final int HEAD = 64 * 1024;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** @param head the first bytes, up to {@link #HEAD} */
    String of(byte[] head, String name, String declared) {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        hints.set(Metadata.CONTENT_TYPE, declared);
        try {
            return types.detect(new ByteArrayInputStream(head), hints)
                    .getBaseType()
                    .toString();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }
}
