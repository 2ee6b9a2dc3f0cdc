// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.AttachmentId;

/** A file that can be downloaded by its id. Serve it as {@code attachment} with {@code nosniff} and {@link #safeType}. */
public record AttachmentView(AttachmentId id, String name, String type, long size) {
    /** The type if it is one that no browser runs, else {@code application/octet-stream}. */
    public String safeType() {
        return switch (type) {
            case "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "application/pdf" -> type;
            default -> "application/octet-stream";
        };
    }
}
