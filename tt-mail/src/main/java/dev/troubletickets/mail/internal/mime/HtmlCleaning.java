// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.view.SafeHtml;
import dev.troubletickets.view.SafeHtml.Attribute;
import dev.troubletickets.view.SafeHtml.Element;
import dev.troubletickets.view.SafeHtml.Tag;
import dev.troubletickets.view.SafeHtml.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A stranger's HTML to a tree that is safe by its type. Done again with what came out until nothing changes, so that the tree is what a
 * browser makes of its text; what does not come to rest, or has more than {@value #MOST_ELEMENTS} elements, is given
 * as plain text.
 */
final class HtmlCleaning {
    private static final int DEEPEST = 200;
    private static final int ROUNDS = 5;
    private static final int MOST_ELEMENTS = 20_000;
    private static final String UNREADABLE =
            "script, style, head, template, noscript, noembed, noframes, object, embed, applet,"
                    + " svg, math, iframe, frame, frameset, select, textarea, button, input, audio, video, title, link, meta, base";
    private static final Map<String, Tag> TAGS =
            Stream.of(Tag.values()).collect(Collectors.toUnmodifiableMap(Tag::html, Function.identity()));
    private static final Map<String, String> AS = Map.of("strike", "s", "font", "span", "center", "div");

    private HtmlCleaning() {}

    static SafeHtml clean(String html) {
        // as browsers read line ends; jsoup keeps them
        Optional<SafeHtml> clean = once(html.replace("\r\n", "\n").replace('\r', '\n'));
        for (int round = 0; round < ROUNDS && clean.isPresent(); round++) {
            Optional<SafeHtml> again = once(clean.get().html());
            if (again.equals(clean)) {
                return clean.get();
            }
            clean = again;
        }
        return new SafeHtml(List.of(new Text(HtmlText.read(html, html.length()))));
    }

    /** Empty where it has too many elements: what is laid out for people has few, and a browser would choke on more. */
    private static Optional<SafeHtml> once(String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        if (document.getAllElements().size() > MOST_ELEMENTS) {
            return Optional.empty();
        }
        document.select(UNREADABLE).remove();
        AS.forEach((from, to) -> document.select(from).tagName(to));
        Document clean = new Cleaner(safelist()).clean(document);
        return Optional.of(new SafeHtml(nodes(clean.body())));
    }

    /** Made for each use, for jsoup's can be changed. */
    private static Safelist safelist() {
        Safelist safe = Safelist.none().addTags(TAGS.keySet().toArray(String[]::new));
        for (Tag tag : Tag.values()) {
            for (Attribute attribute : Attribute.values()) {
                safe.addAttributes(tag.html(), attribute.html());
            }
        }
        return safe.addProtocols("a", "href", "http", "https", "mailto").addProtocols("img", "src", "cid");
    }

    /** Neighbouring texts are one, as they will be when they are read again. */
    private static List<SafeHtml.Node> nodes(org.jsoup.nodes.Element parent) {
        List<SafeHtml.Node> nodes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (child instanceof org.jsoup.nodes.Element element) {
                flush(text, nodes);
                tag(element).ifPresent(tag -> nodes.add(new Element(tag, attributes(tag, element), nodes(element))));
            }
        }
        flush(text, nodes);
        return nodes;
    }

    private static void flush(StringBuilder text, List<SafeHtml.Node> nodes) {
        if (!text.isEmpty()) {
            nodes.add(new Text(text.toString().replace('\0', '\ufffd')));
            text.setLength(0);
        }
    }

    private static Optional<Tag> tag(org.jsoup.nodes.Element element) {
        return Optional.ofNullable(TAGS.get(element.normalName()));
    }

    private static Map<Attribute, String> attributes(Tag tag, org.jsoup.nodes.Element element) {
        Map<Attribute, String> attributes = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            String value = element.attr(attribute.html());
            String kept = attribute == Attribute.DIR ? value.toLowerCase(Locale.ROOT) : value;
            if (element.hasAttr(attribute.html()) && attribute.isAllowed(tag, kept)) {
                attributes.put(attribute, kept);
            }
        }
        return attributes;
    }
}
