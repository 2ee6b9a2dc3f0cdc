// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * RTF made readable: its text; or the HTML that Outlook has wrapped into it (MS-OXRTFEX). One pass, linear in the length; what it does
 * not know it leaves out.
 */
final class Rtf {
    private static final int DEEPEST = 500;
    private static final int WESTERN = 1252;
    private static final Set<String> UNREADABLE = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "objdata",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "generator",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "xmlnstbl",
            "themedata",
            "datastore",
            "latentstyles",
            "mhtmltag");

    private final byte[] rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, Integer> fonts = new HashMap<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group();
    private int codePage = WESTERN;
    private int definedFont;
    private int skip;
    private int tooDeep;
    private boolean html;
    private int at;

    /** What holds until the brace closes. */
    private static final class Group {
        private boolean unreadable;
        private boolean starred;
        private boolean fontTable;
        private boolean tag;
        private boolean repeated;
        private int codePage = -1;
        private int fallback = 1;

        private Group inner() {
            Group inner = new Group();
            inner.unreadable = unreadable;
            inner.fontTable = fontTable;
            inner.tag = tag;
            inner.repeated = repeated;
            inner.codePage = codePage;
            inner.fallback = fallback;
            return inner;
        }
    }

    private Rtf(byte[] rtf) {
        this.rtf = rtf;
    }

    static Rtf read(byte[] rtf, int limit) {
        Rtf text = new Rtf(rtf);
        while (text.at < rtf.length && text.out.length() <= limit) {
            text.step();
        }
        text.flush();
        return text;
    }

    String content() {
        return out.toString();
    }

    boolean isHtml() {
        return html;
    }

    private void step() {
        int c = rtf[at++];
        switch (c) {
            case '{' -> open();
            case '}' -> close();
            case '\\' -> control();
            case '\r', '\n', 0 -> {}
            default -> octet(c);
        }
    }

    private void open() {
        flush();
        if (groups.size() >= DEEPEST) {
            tooDeep++;
        } else {
            groups.push(group);
            group = group.inner();
        }
        skip = 0;
    }

    private void close() {
        flush();
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!groups.isEmpty()) {
            group = groups.pop();
        }
        skip = 0;
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        int c = rtf[at];
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < rtf.length && isLetter(rtf[at])) {
            at++;
        }
        String word = new String(rtf, start, at - start, US_ASCII);
        int number = at;
        while (at < rtf.length && (rtf[at] >= '0' && rtf[at] <= '9' || at == number && rtf[at] == '-')) {
            at++;
        }
        int parameter = number(number, at);
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at = (int) Math.min(rtf.length, at + (long) Math.max(0, parameter));
        } else {
            word(word, parameter);
        }
    }

    /** The digits as a number; -1 where there are none. */
    private int number(int from, int to) {
        String digits = new String(rtf, from, Math.min(to - from, 9), US_ASCII);
        return digits.isEmpty() || digits.equals("-") ? -1 : Integer.parseInt(digits);
    }

    private void symbol(int c) {
        switch (c) {
            case '\'' -> {
                int high = at + 1 < rtf.length ? Character.digit(rtf[at], 16) : -1;
                int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    at += 2;
                    octet(high * 16 + low);
                }
            }
            case '*' -> group.starred = true;
            case '~' -> text("\u00a0");
            case '_' -> text("-");
            case '\r', '\n' -> text("\n");
            case '\\', '{', '}' -> octet(c);
            default -> {}
        }
    }

    private void word(String word, int parameter) {
        if (group.starred) {
            group.starred = false;
            group.tag = html && word.equals("htmltag");
            group.unreadable |= !group.tag;
        }
        if (UNREADABLE.contains(word)) {
            group.unreadable = true;
            group.fontTable |= word.equals("fonttbl");
        }
        switch (word) {
            case "fromhtml" -> html = true;
            case "htmlrtf" -> {
                flush();
                group.repeated = parameter != 0;
            }
            case "ansicpg" -> codePage = parameter;
            case "uc" -> group.fallback = Math.max(0, parameter);
            case "u" -> unicode(parameter);
            case "f", "fcharset", "plain" -> font(word, parameter);
            case "par", "line", "row", "sect", "page" -> text("\n");
            case "tab", "cell" -> text("\t");
            default -> character(word);
        }
    }

    private void font(String word, int parameter) {
        flush();
        if (group.fontTable) {
            definedFont = word.equals("f") ? parameter : definedFont;
            if (word.equals("fcharset")) {
                fonts.put(definedFont, CodePages.ofFont(parameter, -1));
            }
        } else {
            group.codePage = word.equals("f") ? fonts.getOrDefault(parameter, -1) : -1;
        }
    }

    private void character(String word) {
        String text = switch (word) {
            case "emdash" -> "\u2014";
            case "endash" -> "\u2013";
            case "bullet" -> "\u2022";
            case "lquote" -> "\u2018";
            case "rquote" -> "\u2019";
            case "ldblquote" -> "\u201c";
            case "rdblquote" -> "\u201d";
            default -> "";
        };
        if (!text.isEmpty()) {
            text(text);
        }
    }

    private void unicode(int parameter) {
        text(String.valueOf((char) parameter));
        skip = group.fallback;
    }

    private void octet(int c) {
        if (skip > 0) {
            skip--;
        } else if (isReadable()) {
            pending.write(c);
        }
    }

    private void text(String text) {
        flush();
        if (isReadable()) {
            out.append(escaped(text));
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(escaped(pending.toString(CodePages.charset(group.codePage < 0 ? codePage : group.codePage))));
            pending.reset();
        }
    }

    private boolean isReadable() {
        return !group.unreadable && tooDeep == 0 && !(html && group.repeated);
    }

    /** Words between tags are text, whatever characters they have. */
    private String escaped(String text) {
        return html && !group.tag ? text.replace("&", "&amp;").replace("<", "&lt;") : text;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
