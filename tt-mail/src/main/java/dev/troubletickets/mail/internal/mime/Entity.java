// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message or a part of one (RFC 2045 section 2.4). */
sealed interface Entity {
    Headers headers();

    /**
     * @param type media type in lower case
     * @param encoded the body before its transfer encoding is undone
     * @param root true if it is the whole message
     */
    record Leaf(Headers headers, String type, byte[] encoded, boolean root) implements Entity {
        private static final Set<String> NO_PROSE = Set.of(
                "text/calendar",
                "text/vcard",
                "text/x-vcard",
                "text/directory",
                "text/csv",
                "text/rfc822-headers",
                "text/rfc822",
                "text/css",
                "text/javascript",
                "text/xml");

        byte[] content() {
            return Transfer.decode(
                    encoded, headers.first("content-transfer-encoding").orElse(""));
        }

        /** The name for the disposition; that of the type where there is none, or where only that has come through whole. */
        String fileName() {
            Optional<String> disposed =
                    headers.parameters("content-disposition").get("filename");
            Optional<String> typed = headers.parameters("content-type").get("name");
            return disposed.filter(name -> !isDamaged(name)
                            || typed.filter(other -> !isDamaged(other)).isEmpty())
                    .or(() -> typed)
                    .orElse("");
        }

        /** Some letters had no place in the charset it was written in. */
        private static boolean isDamaged(String name) {
            return name.indexOf('?') >= 0 || name.indexOf('\ufffd') >= 0;
        }

        /** Plain text or HTML that is meant to be read, not saved. */
        boolean isBody() {
            boolean readable = type.equals("text/plain") || type.equals("text/html");
            boolean saved = headers.parameters("content-disposition").value().equals("attachment");
            return readable && !saved && (root || fileName().isEmpty());
        }

        /** Text of whatever kind that is a file by its name or kind alone; what one does not know is plain (RFC 2046 section 4.1.4). */
        boolean isTextInPlace() {
            boolean text = type.startsWith("text/") && !NO_PROSE.contains(type) || type.equals("plain/text");
            return text && !headers.parameters("content-disposition").value().equals("attachment");
        }

        /** A message of its own, kept closed. */
        boolean isMessage() {
            return type.equals("message/rfc822") || type.equals("message/global");
        }

        /** Without angle brackets. */
        Optional<String> contentId() {
            return headers.first("content-id")
                    .map(id -> id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id)
                    .filter(id -> !id.isBlank());
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
