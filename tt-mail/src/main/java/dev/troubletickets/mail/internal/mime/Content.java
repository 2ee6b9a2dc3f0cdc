// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a tree of entities is text to read, in order, and what is a file. Of alternatives plain text wins over HTML. */
final class Content {
    private static final int SMALLEST_HTML_LIMIT = 1 << 20;
    private static final int HTML_TO_TEXT = 8;
    private static final int META_WITHIN = 2048;

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> files = new ArrayList<>();

    private Content(MailLimits limits) {
        this.limit = limits.textCharacters();
    }

    static Content of(Entity root, MailLimits limits) throws LimitExceeded {
        Content content = new Content(limits);
        content.read(root);
        return content;
    }

    String text() {
        return text.toString();
    }

    List<Part> files() {
        return files;
    }

    private void read(Entity entity) throws LimitExceeded {
        if (entity instanceof Leaf leaf) {
            if (leaf.isBody()) {
                append(text(leaf));
            } else {
                file(leaf);
            }
        } else if (entity instanceof Multipart parts) {
            Optional<Entity> best = parts.type().equals("multipart/alternative") ? best(parts) : Optional.empty();
            for (Entity child : parts.children()) {
                if (best.isEmpty() || best.get() == child) {
                    read(child);
                } else {
                    filesOf(child);
                }
            }
        }
    }

    /** The first alternative with plain text in it, else the last with HTML. */
    private static Optional<Entity> best(Multipart alternatives) {
        return alternatives.children().stream()
                .filter(child -> has(child, false))
                .findFirst()
                .or(() -> alternatives.children().stream()
                        .filter(child -> has(child, true))
                        .reduce((first, second) -> second));
    }

    private static boolean has(Entity entity, boolean html) {
        if (entity instanceof Multipart parts) {
            return parts.children().stream().anyMatch(child -> has(child, html));
        }
        return entity instanceof Leaf leaf && leaf.isBody() && leaf.isHtml() == html && !leaf.isBlank();
    }

    private void filesOf(Entity entity) {
        if (entity instanceof Multipart parts) {
            parts.children().forEach(this::filesOf);
        } else if (entity instanceof Leaf leaf && !leaf.isBody()) {
            file(leaf);
        }
    }

    private void file(Leaf leaf) {
        files.add(new Part(leaf.fileName(), leaf.type(), leaf.content()));
    }

    private void append(String more) throws LimitExceeded {
        if (!more.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(more);
        }
        check(text.length(), limit);
    }

    private void check(int characters, long allowed) throws LimitExceeded {
        if (characters > allowed) {
            throw new LimitExceeded("textCharacters", limit);
        }
    }

    private String text(Leaf leaf) throws LimitExceeded {
        byte[] bytes = leaf.content();
        Parameters type = leaf.headers().parameters("content-type");
        String charset = type.get("charset")
                .or(() -> leaf.isHtml() ? charsetOf(bytes) : Optional.empty())
                .orElse("");
        String decoded = withoutByteOrderMark(Charsets.decode(bytes, charset));
        if (leaf.isHtml()) {
            check(decoded.length(), SMALLEST_HTML_LIMIT + (long) HTML_TO_TEXT * limit);
            return HtmlText.read(decoded, limit);
        }
        String lines = decoded.replace("\r\n", "\n").replace('\r', '\n');
        boolean flowed = type.get("format").orElse("").equalsIgnoreCase("flowed");
        boolean deleteSpace = type.get("delsp").orElse("").equalsIgnoreCase("yes");
        String whole = flowed ? FlowedText.unflow(lines, deleteSpace) : lines;
        return whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** From a meta element at the start, as browsers look for it. */
    private static Optional<String> charsetOf(byte[] html) {
        String start = new String(html, 0, Math.min(html.length, META_WITHIN), ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = start.indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + "charset=".length();
        from += from < start.length() && "\"'".indexOf(start.charAt(from)) >= 0 ? 1 : 0;
        int end = from;
        while (end < start.length() && "\"' ;/>".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        return Optional.of(start.substring(from, end));
    }

    private static String withoutByteOrderMark(String decoded) {
        return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    }
}
