// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The HTML of a stranger's mail as a tree that holds nothing a browser would run, load or be styled by, whoever made it: elements and
 * attributes are closed lists, targets are checked, and {@link #html} escapes every text. A picture has no source but a file of the
 * mail ({@code cid:}), which no browser loads by itself; remote ones are left out, so that nobody learns that the mail was read.
 */
public record SafeHtml(List<Node> nodes) {
    private static final int DEEPEST = 250;

    public SafeHtml {
        nodes = List.copyOf(nodes);
        if (depth(nodes) > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST);
        }
    }

    public sealed interface Node {}

    public record Text(String text) implements Node {}

    public record Element(Tag tag, Map<Attribute, String> attributes, List<Node> children) implements Node {
        /** @throws IllegalArgumentException if an attribute is not one of the tag's, or its value is not safe */
        public Element {
            attributes = Map.copyOf(new TreeMap<>(attributes));
            children = List.copyOf(children);
            for (Map.Entry<Attribute, String> each : attributes.entrySet()) {
                if (!each.getKey().isAllowed(tag, each.getValue())) {
                    throw new IllegalArgumentException("no safe " + each.getKey() + " of " + tag);
                }
            }
            if (tag.isEmpty() && !children.isEmpty()) {
                throw new IllegalArgumentException(tag + " has no content");
            }
        }
    }

    /** What may stand in the tree. */
    public enum Tag {
        A,
        ABBR,
        B,
        BLOCKQUOTE,
        BR,
        CAPTION,
        CITE,
        CODE,
        DD,
        DEL,
        DIV,
        DL,
        DT,
        EM,
        H1,
        H2,
        H3,
        H4,
        H5,
        H6,
        HR,
        I,
        IMG,
        INS,
        LI,
        OL,
        P,
        PRE,
        Q,
        S,
        SMALL,
        SPAN,
        STRONG,
        SUB,
        SUP,
        TABLE,
        TBODY,
        TD,
        TFOOT,
        TH,
        THEAD,
        TR,
        TT,
        U,
        UL;

        /** In lower case, as in HTML. */
        public String html() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** It never has children. */
        public boolean isEmpty() {
            return this == BR || this == HR || this == IMG;
        }
    }

    /** What may stand at an element. */
    public enum Attribute {
        /** Of links: http, https or mailto. */
        HREF,
        /** Of pictures: {@code cid:} and the Content-ID of a file of the mail. */
        SRC,
        /** Of pictures: the words in their place. */
        ALT,
        /** Of cells, a number up to 1000. */
        COLSPAN,
        /** Of cells, a number up to 1000. */
        ROWSPAN,
        /** Of any: ltr or rtl. */
        DIR;

        private static final Set<String> TARGETS = Set.of("http://", "https://", "mailto:");
        private static final int LONGEST = 2_000;

        /** In lower case, as in HTML. */
        public String html() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether elements of this tag may have the attribute with this value. */
        public boolean isAllowed(Tag tag, String value) {
            return switch (this) {
                case HREF -> tag == Tag.A && isPlain(value) && startsWithAny(value, TARGETS);
                case SRC -> tag == Tag.IMG && isPlain(value) && startsWithAny(value, Set.of("cid:"));
                case ALT -> tag == Tag.IMG && value.length() <= LONGEST;
                case COLSPAN, ROWSPAN -> (tag == Tag.TD || tag == Tag.TH) && isNumber(value);
                case DIR -> value.equals("ltr") || value.equals("rtl");
            };
        }

        private static boolean startsWithAny(String value, Set<String> beginnings) {
            String lower = value.toLowerCase(Locale.ROOT);
            return beginnings.stream().anyMatch(lower::startsWith);
        }

        /** Without blanks and controls, which browsers take out of addresses before they look at them. */
        private static boolean isPlain(String value) {
            return value.length() <= LONGEST
                    && value.codePoints().noneMatch(c -> c <= ' ' || c == 127 || Character.isISOControl(c));
        }

        private static boolean isNumber(String value) {
            return !value.isEmpty()
                    && value.length() <= 4
                    && value.chars().allMatch(c -> c >= '0' && c <= '9')
                    && Integer.parseInt(value) <= 1000;
        }
    }

    /**
     * As text to put into a page. Links open apart and do not tell where from. Pictures keep their {@code cid:}; a host that shows them
     * writes the tree itself, with its own address of the attachment that {@link MailHtml#inline} tells.
     */
    public String html() {
        StringBuilder html = new StringBuilder();
        nodes.forEach(node -> write(node, html));
        return html.toString();
    }

    private static void write(Node node, StringBuilder html) {
        if (node instanceof Text words) {
            escape(words.text(), html);
        } else if (node instanceof Element element) {
            open(element, html);
            element.children().forEach(child -> write(child, html));
            if (!element.tag().isEmpty()) {
                html.append("</").append(element.tag().html()).append('>');
            }
        }
    }

    private static void open(Element element, StringBuilder html) {
        html.append('<').append(element.tag().html());
        new TreeMap<>(element.attributes()).forEach((attribute, value) -> {
            html.append(' ').append(attribute.html()).append("=\"");
            escape(value, html);
            html.append('"');
        });
        if (element.tag() == Tag.A) {
            html.append(" rel=\"noopener noreferrer nofollow\" target=\"_blank\"");
        }
        html.append('>');
        if (element.tag() == Tag.PRE) {
            // the first line end after it would be dropped
            html.append('\n');
        }
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '\u00a0' -> html.append("&nbsp;");
                case '\r' -> html.append("&#13;");
                default -> html.append(c == 0 ? '\ufffd' : c);
            }
        }
    }

    private static int depth(List<Node> nodes) {
        int deepest = 0;
        for (Node node : nodes) {
            deepest = Math.max(deepest, node instanceof Element element ? 1 + depth(element.children()) : 1);
        }
        return deepest;
    }
}
