// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Looks through files for what harms people, such as viruses, before anyone can have them (F3). Each file's bytes are looked through once,
 * however many messages have them. Safe for concurrent use.
 */
@FunctionalInterface
public interface Scanner {
    /**
     * @param size in bytes
     * @param content the bytes; not closed, and not read on after this returns
     * @return what was found, for technicians to read, such as the name of a virus; empty if nothing was
     * @throws IOException if it cannot be told now; nobody has the file until it can be, and it is tried again
     */
    Optional<String> scan(long size, InputStream content) throws IOException;
}
