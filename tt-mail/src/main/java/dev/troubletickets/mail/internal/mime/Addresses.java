// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Address lists (RFC 5322 section 3.4) by one pass that never fails: quoted names, comments, groups, routes, encoded words in any place,
 * missing brackets; what has no address is skipped. A parser by the grammar would refuse much of what arrives, and recurse on comments.
 */
final class Addresses {
    private static final int MOST = 1_000;

    private final String raw;
    private final int lastQuote;
    private final List<Sender> found = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private Optional<String> angle = Optional.empty();
    private int at;

    private Addresses(String raw) {
        this.raw = raw;
        this.lastQuote = raw.lastIndexOf('"');
    }

    /** @param raw one character per byte */
    static List<Sender> parse(String raw) {
        Addresses list = new Addresses(raw);
        while (list.at < raw.length() && list.found.size() < MOST) {
            list.step();
        }
        list.finish();
        return list.found;
    }

    private void step() {
        char c = raw.charAt(at++);
        switch (c) {
            case '"' -> quoted();
            case '(' -> comment();
            case '<' -> angle();
            case ',', ';' -> finish();
            case ':' -> group();
            default -> {
                name.append(c);
                bare.append(c);
            }
        }
    }

    private void quoted() {
        if (at > lastQuote) {
            return;
        }
        StringBuilder inside = new StringBuilder();
        while (at < raw.length() && raw.charAt(at) != '"') {
            boolean escaped = raw.charAt(at) == '\\' && at + 1 < raw.length();
            at += escaped ? 1 : 0;
            inside.append(raw.charAt(at++));
        }
        at++;
        name.append(inside);
        if (at < raw.length() && raw.charAt(at) == '@') {
            bare.append(inside);
        }
    }

    private void comment() {
        int depth = 1;
        while (at < raw.length() && depth > 0) {
            char c = raw.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                comment.append(c);
            }
        }
    }

    private void angle() {
        int close = raw.indexOf('>', at);
        int end = close < 0 ? raw.length() : close;
        if (angle.isEmpty()) {
            angle = Optional.of(raw.substring(at, end));
        }
        at = Math.min(end + 1, raw.length());
    }

    /** The name of a group is no one's; {@code mailto:} neither. */
    private void group() {
        name.setLength(0);
        bare.setLength(0);
    }

    private void finish() {
        angle.map(Addresses::withoutRoute)
                .flatMap(Addresses::address)
                .or(() -> angle.isPresent() ? Optional.empty() : bareAddress())
                .ifPresent(address -> found.add(new Sender(address, name(address))));
        name.setLength(0);
        bare.setLength(0);
        comment.setLength(0);
        angle = Optional.empty();
    }

    private String name(EmailAddress address) {
        String given = EncodedWords.decode(name.toString().strip());
        if (angle.isPresent() && !given.isBlank()) {
            return given.strip();
        }
        String commented = EncodedWords.decode(comment.toString().strip());
        return commented.equals(address.value()) ? "" : commented;
    }

    private Optional<EmailAddress> bareAddress() {
        Optional<EmailAddress> whole = address(bare.toString());
        if (whole.isPresent()) {
            return whole;
        }
        StringTokenizer words = new StringTokenizer(bare.toString(), " \t[]");
        while (words.hasMoreTokens()) {
            Optional<EmailAddress> word = address(words.nextToken());
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    private static String withoutRoute(String inBrackets) {
        return inBrackets.substring(Math.max(inBrackets.lastIndexOf(':'), inBrackets.lastIndexOf('<')) + 1);
    }

    private static Optional<EmailAddress> address(String bytes) {
        String text = bytes.strip();
        if (text.startsWith("'") && text.endsWith("'") && text.length() > 2) {
            text = text.substring(1, text.length() - 1);
        }
        return text.length() > 1_000 ? Optional.empty() : EmailAddress.parse(Charsets.decodeRaw(unquotedLocal(text)));
    }

    private static String unquotedLocal(String text) {
        int end = text.startsWith("\"") ? text.indexOf("\"@", 1) : -1;
        return end < 0 ? text : text.substring(1, end) + text.substring(end + 1);
    }
}
