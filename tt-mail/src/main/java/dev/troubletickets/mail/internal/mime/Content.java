// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.mail.internal.tnef.Tnef;
import dev.troubletickets.mail.internal.tnef.Tnef.Body;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a tree of entities is text to read, in order, and what is a file. Of alternatives plain text wins over HTML. Where nothing is
 * to be read, what Outlook packed is, or the invitation, or else the first file that is a text and not meant to be saved.
 */
final class Content {
    private static final int SMALLEST_HTML_LIMIT = 1 << 20;
    private static final int HTML_TO_TEXT = 8;
    private static final int DEEPEST_PACK = 10;
    private static final int META_WITHIN = 2048;

    private final MailLimits limits;
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> files = new ArrayList<>();
    private Optional<Body> packed = Optional.empty();
    private Optional<String> invitation = Optional.empty();
    private Optional<Leaf> otherText = Optional.empty();

    private Content(MailLimits limits) {
        this.limits = limits;
        this.limit = limits.textCharacters();
    }

    static Content of(Entity root, MailLimits limits) throws LimitExceeded {
        Content content = new Content(limits);
        content.read(root);
        if (content.text().isBlank()) {
            content.append(content.instead());
        }
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
            for (int i = 0; i < parts.children().size(); i++) {
                Entity child = parts.children().get(i);
                if (PgpMime.isEncrypted(parts.children(), i, limit)) {
                    append(PgpMime.armor((Leaf) child));
                } else if (!PgpMime.isVersion(parts.children(), i, limit)) {
                    if (best.isEmpty() || best.get() == child) {
                        read(child);
                    } else {
                        filesOf(child);
                    }
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

    /** Of an alternative that is not read: another way to say the same needs no file. */
    private void filesOf(Entity entity) throws LimitExceeded {
        if (entity instanceof Multipart parts) {
            for (Entity child : parts.children()) {
                filesOf(child);
            }
        } else if (entity instanceof Leaf leaf && !leaf.isBody() && !isAnotherText(leaf)) {
            file(leaf);
        }
    }

    private static boolean isAnotherText(Leaf leaf) {
        return leaf.type().startsWith("text/")
                && !isCalendar(leaf)
                && leaf.fileName().isEmpty();
    }

    private static boolean isCalendar(Leaf leaf) {
        return leaf.type().equals("text/calendar");
    }

    private void file(Leaf leaf) throws LimitExceeded {
        byte[] content = leaf.content();
        boolean unpacked = Tnef.isTnef(content) && unpack(content);
        if (!unpacked) {
            add(new Part(FileNames.of(leaf), leaf.type(), content, leaf.contentId()));
        }
        if (isCalendar(leaf) && invitation.isEmpty()) {
            String charset =
                    leaf.headers().parameters("content-type").get("charset").orElse("utf-8");
            invitation = Optional.of(CalendarText.read(Charsets.decode(content, charset)));
        }
        if (otherText.isEmpty() && leaf.isTextInPlace() && content.length <= limit) {
            otherText = Optional.of(leaf);
        }
    }

    /** False if the pack is damaged or nothing was in it, so that it is to be kept besides. */
    private boolean unpack(byte[] content) throws LimitExceeded {
        Tnef tnef = Tnef.read(content, Math.min(limits.depth(), DEEPEST_PACK), limit);
        for (Tnef.File file : tnef.files()) {
            add(new Part(file.name(), file.type(), file.content(), file.contentId()));
        }
        packed = packed.or(tnef::body);
        return tnef.whole() && (!tnef.files().isEmpty() || tnef.body().isPresent());
    }

    private void add(Part file) throws LimitExceeded {
        if (files.size() >= limits.parts()) {
            throw new LimitExceeded("parts", limits.parts());
        }
        files.add(file);
    }

    private String instead() throws LimitExceeded {
        if (packed.isEmpty()) {
            if (invitation.isPresent()) {
                return invitation.get();
            }
            return otherText.isPresent() ? text(otherText.get()) : "";
        }
        String content = packed.get().content();
        check(content.length(), mostHtml(limits));
        return packed.get().isHtml()
                ? HtmlText.read(content, limit)
                : lines(content).strip();
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
        Parameters type = leaf.headers().parameters("content-type");
        String decoded = decoded(leaf);
        if (leaf.isHtml()) {
            check(decoded.length(), mostHtml(limits));
            return HtmlText.read(decoded, limit);
        }
        Uuencoded plain = Uuencoded.in(lines(decoded));
        for (Uuencoded.File file : plain.files()) {
            add(new Part(file.name(), "application/octet-stream", file.bytes(), Optional.empty()));
        }
        String lines = plain.text();
        boolean flowed = type.get("format").orElse("").equalsIgnoreCase("flowed");
        boolean deleteSpace = type.get("delsp").orElse("").equalsIgnoreCase("yes");
        String whole = flowed ? FlowedText.unflow(lines, deleteSpace) : lines;
        return whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** How many characters of HTML are read. */
    static long mostHtml(MailLimits limits) {
        return SMALLEST_HTML_LIMIT + (long) HTML_TO_TEXT * limits.textCharacters();
    }

    /** Its words in whatever charset they seem to be. */
    static String decoded(Leaf leaf) {
        byte[] bytes = leaf.content();
        String charset = leaf.headers()
                .parameters("content-type")
                .get("charset")
                .or(() -> leaf.isHtml() ? charsetOf(bytes) : Optional.empty())
                .orElse("");
        return withoutByteOrderMark(Charsets.decode(bytes, charset));
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
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
