// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

/** {@code format=flowed} (RFC 3676 section 4): a line that ends in a space goes on in the next of the same quoting depth. */
final class FlowedText {
    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /** @param deleteSpace the parameter {@code DelSp=yes}: the space at the end only marks the break */
    static String unflow(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        for (int at = 0; at < text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int depth = 0;
            while (at + depth < end && text.charAt(at + depth) == '>') {
                depth++;
            }
            int from = at + depth;
            from += from < end && text.charAt(from) == ' ' ? 1 : 0;
            String content = text.substring(from, end);
            if (openDepth >= 0 && (openDepth != depth || content.equals(SIGNATURE))) {
                out.append('\n');
                openDepth = -1;
            }
            if (openDepth < 0 && depth > 0) {
                out.append(">".repeat(depth)).append(' ');
            }
            boolean flows = content.endsWith(" ") && !content.equals(SIGNATURE) && newline >= 0;
            out.append(content, 0, content.length() - (flows && deleteSpace ? 1 : 0));
            if (flows) {
                openDepth = depth;
            } else {
                openDepth = -1;
                out.append(newline < 0 ? "" : "\n");
            }
            at = end + 1;
        }
        return out.toString();
    }
}
