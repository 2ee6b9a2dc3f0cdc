// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as readable text: paragraphs, line breaks, lists, tables by line, links with their target, quotations marked with {@code >}.
 * Scripts and styles are left out; nothing is fetched. A source without a body (an element of the head is never closed) is given as it
 * is. Nesting beyond 200 levels is flattened by the parser.
 */
final class HtmlText implements NodeVisitor {
    private static final int DEEPEST = 200;
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote");
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "li",
            "dt",
            "dd",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "main",
            "nav",
            "form",
            "fieldset",
            "center",
            "caption",
            "title");
    private static final Set<String> UNREADABLE = Set.of(
            "script", "style", "head", "template", "noscript", "object", "svg", "math", "iframe", "select", "textarea");

    private final TextLines lines;
    /** The lists that are open: the number of the last item, -1 where items have none. */
    private final Deque<int[]> lists = new ArrayDeque<>();

    private int unreadable;
    private int preformatted;

    private HtmlText(int limit) {
        this.lines = new TextLines(limit);
    }

    /** @param limit stops shortly after so many characters */
    static String read(String html, int limit) {
        HtmlText text = new HtmlText(limit);
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        document.traverse(text);
        boolean swallowed = document.body().childNodeSize() == 0;
        return swallowed ? html.strip() : text.lines.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && unreadable == 0) {
            if (preformatted > 0) {
                lines.verbatim(words.getWholeText());
            } else {
                lines.words(words.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        String tag = element.normalName();
        unreadable += UNREADABLE.contains(tag) ? 1 : 0;
        preformatted += tag.equals("pre") ? 1 : 0;
        if (PARAGRAPHS.contains(tag)) {
            lines.paragraph();
        } else if (LINES.contains(tag)) {
            lines.line();
        }
        switch (tag) {
            case "br" -> lines.lineBreak();
            case "hr" -> {
                lines.line();
                lines.words("----");
                lines.line();
            }
            case "ul" -> lists.push(new int[] {-1});
            case "ol" -> lists.push(new int[] {0});
            case "li" -> lines.words(bullet());
            case "blockquote" -> lines.quote(1);
            case "img" -> image(element.attr("alt").strip());
            case "td", "th" -> lines.gap();
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (tag.equals("a")) {
            link(element);
        } else if (PARAGRAPHS.contains(tag)) {
            lines.paragraph();
        } else if (LINES.contains(tag)) {
            lines.line();
        }
        if (tag.equals("ul") || tag.equals("ol")) {
            lists.pop();
        }
        lines.quote(tag.equals("blockquote") ? -1 : 0);
        unreadable -= UNREADABLE.contains(tag) ? 1 : 0;
        preformatted -= tag.equals("pre") ? 1 : 0;
    }

    private void image(String alternative) {
        if (!alternative.isEmpty()) {
            lines.words("[" + alternative + "]");
        }
    }

    /** The target after the words, unless the words are the target. */
    private void link(Element link) {
        String target = link.attr("href").strip();
        boolean useful = target.startsWith("http://") || target.startsWith("https://") || target.startsWith("mailto:");
        String shown = target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
        if (useful && unreadable == 0 && !lines.endsWith(shown)) {
            lines.words(" <" + shown + ">");
        }
    }

    private String bullet() {
        int[] count = lists.peek();
        return count == null || count[0] < 0 ? "- " : ++count[0] + ". ";
    }
}
