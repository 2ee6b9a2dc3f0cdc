// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.files.BlobKey;
import java.util.List;

/**
 * Ends a unit of work without a trace, so that files can go into the blob store, or come out of it, while no unit is open; then the unit is
 * run again. What a use case refuses it has refused by then: nobody's file is kept who may not act.
 */
final class FilesWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Upload> toKeep;
    private final transient List<Upload> toLookThrough;
    private final transient List<BlobKey> toRead;

    private FilesWanted(List<Upload> toKeep, List<Upload> toLookThrough, List<BlobKey> toRead) {
        super("files are wanted", null, false, false);
        this.toKeep = toKeep;
        this.toLookThrough = toLookThrough;
        this.toRead = toRead;
    }

    static FilesWanted toKeep(List<Upload> files) {
        return new FilesWanted(List.copyOf(files), List.of(), List.of());
    }

    static FilesWanted toLookThrough(List<Upload> files) {
        return new FilesWanted(List.of(), List.copyOf(files), List.of());
    }

    static FilesWanted toRead(List<BlobKey> files) {
        return new FilesWanted(List.of(), List.of(), List.copyOf(files));
    }

    List<Upload> toKeep() {
        return toKeep;
    }

    List<Upload> toLookThrough() {
        return toLookThrough;
    }

    List<BlobKey> toRead() {
        return toRead;
    }
}
