// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A TNEF stream: what Exchange and Outlook make of a message that another Outlook is to read.
 *
 * @param files with those of messages that are attached inside
 * @param body empty where it has none
 * @param whole false if it was cut off or damaged; what stood before is here
 */
public record Tnef(List<File> files, Optional<Body> body, boolean whole) {
    private static final int SIGNATURE = 0x223e9f78;
    /** The least a part can take. */
    private static final int SMALLEST = 6;

    public Tnef {
        files = List.copyOf(files);
    }

    /**
     * @param name may be empty
     * @param type may be empty
     * @param contentId without brackets
     */
    public record File(String name, String type, byte[] content, Optional<String> contentId) {}

    /** Text to read, as plain text or as HTML. */
    public record Body(String content, boolean isHtml) {}

    public static boolean isTnef(byte[] bytes) {
        return bytes.length >= SMALLEST
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == SIGNATURE;
    }

    /**
     * As much as can be read.
     *
     * @param depth levels of messages inside messages that are opened; deeper ones are files
     * @param characters of the body, about
     */
    public static Tnef read(byte[] bytes, int depth, int characters) {
        TnefReader reader = new TnefReader(depth, characters);
        boolean whole = isTnef(bytes);
        try {
            reader.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException damaged) {
            whole = false;
        }
        return new Tnef(reader.files(), reader.body(), whole);
    }
}
