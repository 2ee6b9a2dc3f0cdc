// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.List;

/** A message or a part of one (RFC 2045 section 2.4). */
sealed interface Entity {
    Headers headers();

    /**
     * @param type media type in lower case
     * @param encoded the body before its transfer encoding is undone
     * @param root true if it is the whole message
     */
    record Leaf(Headers headers, String type, byte[] encoded, boolean root) implements Entity {
        byte[] content() {
            return Transfer.decode(
                    encoded, headers.first("content-transfer-encoding").orElse(""));
        }

        String fileName() {
            return headers.parameters("content-disposition")
                    .get("filename")
                    .or(() -> headers.parameters("content-type").get("name"))
                    .orElse("");
        }

        /** Plain text or HTML that is meant to be read, not saved. */
        boolean isBody() {
            boolean readable = type.equals("text/plain") || type.equals("text/html");
            boolean saved = headers.parameters("content-disposition").value().equals("attachment");
            return readable && !saved && (root || fileName().isEmpty());
        }

        boolean isHtml() {
            return type.equals("text/html");
        }

        boolean isBlank() {
            for (byte b : encoded) {
                if (b < 0 || b > ' ') {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param type such as {@code multipart/mixed} */
    record Multipart(Headers headers, String type, List<Entity> children) implements Entity {}
}
