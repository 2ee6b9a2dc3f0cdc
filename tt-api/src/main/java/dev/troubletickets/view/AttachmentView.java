// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.AttachmentId;

/**
 * A file that is downloaded by its id (F3).
 *
 * @param type a media type, told by the file's bytes; not for a response: {@link Download#headers} are
 * @param size in bytes
 */
public record AttachmentView(AttachmentId id, String name, String type, long size, Safety safety) {
    /** What the host's scanner says of it. */
    public enum Safety {
        /** Nothing was found, or the host has no scanner. */
        CLEAN,
        /** It has not been looked through yet; until then it is not given out. */
        UNKNOWN,
        /** Something was found; it is not given out. */
        HARMFUL
    }
}
