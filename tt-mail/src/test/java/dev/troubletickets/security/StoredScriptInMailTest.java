// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.view.SafeHtml;
import dev.troubletickets.view.SafeHtml.Attribute;
import dev.troubletickets.view.SafeHtml.Element;
import dev.troubletickets.view.SafeHtml.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threat 9: HTML of strangers holds no script, handler, style, frame or remote picture, whatever way it is written. */
@org.junit.jupiter.api.Tag("D10")
class StoredScriptInMailTest {
    private static final Set<String> ATTRIBUTES = Stream.concat(
                    Arrays.stream(Attribute.values()).map(Attribute::html), Stream.of("rel", "target"))
            .collect(Collectors.toSet());
    private static final Set<String> TAGS =
            Arrays.stream(Tag.values()).map(Tag::html).collect(Collectors.toSet());

    private static final List<String> ELEMENTS = List.of(
            "a",
            "img",
            "p",
            "div",
            "table",
            "td",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "video",
            "audio",
            "details",
            "marquee",
            "body",
            "style",
            "link",
            "meta",
            "base",
            "template",
            "noscript",
            "textarea",
            "title",
            "select",
            "x-unknown",
            "svg/script",
            "isindex",
            "xmp");
    private static final List<String> HANDLERS = List.of(
            "onerror=\"alert(1)\"",
            "onload=alert(1)",
            "ONCLICK='alert(1)'",
            "/onmouseover=alert(1)//",
            "onfocus\n=\falert(1) autofocus",
            "style=\"background:url(javascript:alert(1))\"",
            "style=x:expression(alert(1))",
            "srcdoc='<script>alert(1)</script>'",
            "formaction=javascript:alert(1)",
            "xlink:href=javascript:alert(1)",
            "background=http://x.example/a.png",
            "id=x name=y class=z");
    private static final List<String> ADDRESSES = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " \u0001javascript:alert(1)",
            "&#106;avascript:alert(1)",
            "&#x6A&#x61vascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml;base64,PHN2Zz4=",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "//x.example/a.png",
            "http://x.example/a.png",
            "\\\\x.example\\a",
            "feed:javascript:alert(1)",
            "cid:a\" onerror=alert(1) b=\"",
            "https:javascript:alert(1)",
            "blob:x",
            "about:blank");
    private static final List<String> HOLDERS = List.of(
            "<a href=\"%s\">x</a>",
            "<a href='%s'>x</a>",
            "<img src=\"%s\" alt=x>",
            "<img srcset=\"%s 2x\" src=%s>",
            "<iframe src=\"%s\"></iframe>",
            "<object data=\"%s\"></object>",
            "<form action=\"%s\"><button>x</button></form>",
            "<svg><a xlink:href=\"%s\"><text>x</text></a></svg>",
            "<math href=\"%s\">x</math>",
            "<meta http-equiv=refresh content=\"0;url=%s\">",
            "<link rel=stylesheet href=\"%s\">",
            "<base href=\"%s\"><a href=a>x</a>",
            "<table background=\"%s\"><tr><td>x</table>",
            "<video poster=\"%s\" src=\"%s\"></video>");
    private static final List<String> TRICKS = List.of(
            "<script>alert(1)</script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<<script>alert(1)//<</script>",
            "<script/src=//x.example/a.js>",
            "<style>@import 'http://x.example';*{background:url(x)}</style>",
            "<style><img src=x onerror=alert(1)></style>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<!--><img src=x onerror=alert(1)>-->",
            "<!--[if IE]><script>alert(1)</script><![endif]-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml version=1.0?><script>alert(1)</script>",
            "<title><img src=x onerror=alert(1)></title>",
            "<textarea></textarea><script>alert(1)</script>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
            "<xmp><p title=\"</xmp><svg/onload=alert(1)>\"></xmp>",
            "<plaintext><script>alert(1)</script>",
            "<p><button><p>x</p></button></p>",
            "<a><table><a href=javascript:alert(1)>x</a></table></a>",
            "<table><td><a href=x><table><a>y",
            "<b><p><i></b>x</i></p>",
            "<pre>\n\n x</pre><ul><p><li>a<li>b</ul>",
            "<select><option><script>alert(1)</script></select>",
            "<template><script>alert(1)</script></template>",
            "<li><p><dd>x<dt>y",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<img alt=\"`><script>alert(1)</script>\">",
            "<\u0000script>alert(1)</script>",
            "<svg><script>alert&#40;1)</script></svg>",
            "<svg><foreignObject><iframe srcdoc='x'></foreignObject></svg>");

    private static Set<String> vectors() {
        Set<String> all = new LinkedHashSet<>(TRICKS);
        ELEMENTS.forEach(element -> HANDLERS.forEach(handler -> {
            all.add("<" + element + " " + handler + ">x</" + element + ">");
        }));
        HOLDERS.forEach(holder -> ADDRESSES.forEach(address -> all.add(holder.replace("%s", address))));
        List<String> some = new ArrayList<>(all);
        for (int i = 0; i + 1 < TRICKS.size(); i++) {
            all.add("<div>" + TRICKS.get(i) + some.get((i * 37) % some.size()) + TRICKS.get(i + 1));
        }
        return all;
    }

    private static Optional<SafeHtml> clean(String html) throws LimitExceeded {
        byte[] mail = ("Content-Type: text/html; charset=utf-8\r\n\r\n" + html).getBytes(UTF_8);
        return new MimeFormat().html(mail, MailLimits.defaults());
    }

    @Test
    void noneOfManyVectorsLeavesAnythingThatRunsOrLoads() throws LimitExceeded {
        Set<String> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(500);
        for (String vector : vectors) {
            Optional<SafeHtml> safe = clean(vector);
            if (safe.isPresent()) {
                check(vector, safe.get().html());
                assertThat(clean(safe.get().html()).orElse(new SafeHtml(List.of())))
                        .as("cleaned twice: %s", vector)
                        .isEqualTo(safe.get());
            }
        }
    }

    private static void check(String vector, String html) {
        for (org.jsoup.nodes.Element element :
                Jsoup.parseBodyFragment(html).body().select("body *")) {
            assertThat(element.normalName()).as(vector).isIn(TAGS);
            element.attributes().forEach(attribute -> {
                String value = attribute.getValue().toLowerCase(Locale.ROOT);
                assertThat(attribute.getKey()).as(vector).isIn(ATTRIBUTES);
                if (attribute.getKey().equals("href")) {
                    assertThat(value).as(vector).matches("(https?://|mailto:)[^\\s\"]*");
                } else if (attribute.getKey().equals("src")) {
                    assertThat(value).as(vector).matches("cid:[^\\s\"]*");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hello <b>Jane</b>,<br>see <a href='https://x.example/a?b=1&c=2'>here</a></p>|<p>Hello <b>Jane</b>,<br>see"
                        + " <a href=\"https://x.example/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">here</a></p>",
                "<img src='cid:logo@x' alt='Logo'><img src='https://x.example/pixel.gif' alt='Pixel'>|"
                        + "<img src=\"cid:logo@x\" alt=\"Logo\"><img alt=\"Pixel\">",
                "<center><font color=red>x</font></center><table><tr><td colspan=2>y</table>|"
                        + "<div><span>x</span></div><table><tbody><tr><td colspan=\"2\">y</td></tr></tbody></table>",
                "<blockquote type=cite>q</blockquote><ul><li>a<li>b</ul>|<blockquote>q</blockquote><ul><li>a</li><li>b</li></ul>",
            })
    void whatIsHarmlessStays(String html, String safe) throws LimitExceeded {
        assertThat(clean(html).orElseThrow().html()).isEqualTo(safe);
    }

    @Test
    void whatHasTooManyElementsIsGivenAsItsText() throws LimitExceeded {
        for (String unit : List.of("<b><p>", "<a href=x><table>", "<table><td>", "<div>")) {
            SafeHtml safe = clean("Hello" + unit.repeat(40_000)).orElseThrow();
            assertThat(safe.nodes()).as(unit).allMatch(SafeHtml.Text.class::isInstance);
            assertThat(safe.html()).startsWith("Hello");
        }
    }

    @Test
    void lineEndsAreThoseOfHtml() throws LimitExceeded {
        assertThat(clean("<p>a\r\nb</p>\r\n<pre>c\r\n\r\nd</pre>").orElseThrow().html())
                .isEqualTo("<p>a\nb</p>\n<pre>\nc\n\nd</pre>");
    }

    @Test
    void theTypeItselfHoldsNothingElse() {
        for (String address :
                List.of("javascript:alert(1)", "https://x.example/ a", "data:,x", "//x", "https://x\u0000y")) {
            assertThatThrownBy(() -> new Element(Tag.A, Map.of(Attribute.HREF, address), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Element(Tag.IMG, Map.of(Attribute.SRC, "https://x.example/a.png"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Element(Tag.P, Map.of(Attribute.ALT, "x"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new SafeHtml(List.of(new SafeHtml.Text("<b>\"&'"))).html()).isEqualTo("&lt;b&gt;&quot;&amp;&#39;");
    }

    @Test
    void noValueEndsItsAttributeAndNoTextItsElement() {
        String breakingOut = "a\" onerror=\"x\" '&<b>";
        String escaped = "a&quot; onerror=&quot;x&quot; &#39;&amp;&lt;b&gt;";
        Element picture = new Element(Tag.IMG, Map.of(Attribute.ALT, breakingOut), List.of());
        Element link = new Element(Tag.A, Map.of(Attribute.HREF, "https://x.example/\"onclick='x'"), List.of());
        assertThat(new SafeHtml(List.of(picture, link, new SafeHtml.Text(breakingOut))).html())
                .startsWith("<img alt=\"" + escaped + "\"><a href=\"https://x.example/&quot;onclick=&#39;x&#39;\" rel=")
                .endsWith("></a>" + escaped);
    }

    @Test
    void theHtmlIsTakenFromWhereverItStands() throws LimitExceeded {
        String mail = "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b\r\n"
                + "Content-Type: text/html\r\n\r\n<p>html</p>\r\n--b--";
        assertThat(new MimeFormat()
                        .html(mail.getBytes(UTF_8), MailLimits.defaults())
                        .orElseThrow()
                        .html())
                .isEqualTo("<p>html</p>");
        assertThat(new MimeFormat().html("Subject: x\r\n\r\n<p>text</p>".getBytes(UTF_8), MailLimits.defaults()))
                .isEmpty();
    }
}
