// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.parse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a format makes of the headers and charsets that strangers' programs write; only for formats that read such mail. */
public interface StrangersMailContract {
    MailFormat format();

    @Test
    @Tag("D10")
    default void encodedWordsAreDecodedAlsoTheBrokenOnes() {
        assertThat(subject("=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?UTF-8?B?IGF1cw==?= =?iso-8859-1?q?_K=F6ln?= x"))
                .isEqualTo("Grüße aus Köln x");
        assertThat(subject("=?utf-8?B?w?= =?utf-8?B?w7w=?=")).endsWith("ü");
        assertThat(subject("=?utf-8?q?=C3?= =?utf-8?q?=BC?=")).isEqualTo("ü");
        assertThat(subject("=?utf-8?Q?with space?=")).isEqualTo("with space");
        assertThat(subject("=?no-such-charset?q?a?= b")).isEqualTo("a b");
        assertThat(subject("=?utf-8?q?=0D=0ABcc: x?=")).isEqualTo("  Bcc: x");
        assertThat(subject("=?utf-8?q?never closed")).isEqualTo("=?utf-8?q?never closed");
    }

    @Test
    @Tag("D10")
    default void rawHeadersAreReadInTheCharsetTheySeemToBeIn() {
        assertThat(parse(format(), "Subject: Grüße", "", "t").subject()).isEqualTo("Grüße");
        assertThat(parse(format(), "Subject: Grüße\r\n\r\nt".getBytes(ISO_8859_1))
                        .subject())
                .isEqualTo("Grüße");
    }

    @Test
    @Tag("D10")
    default void textIsReadInItsCharsetAlsoIfThatIsWrongOrMissing() {
        assertThat(text("iso-2022-jp", "日本語のメールです。", "ISO-2022-JP")).isEqualTo("日本語のメールです。");
        assertThat(text("koi8-r", "Привет, мир", "KOI8-R")).isEqualTo("Привет, мир");
        assertThat(text("iso-8859-1", "100 € – “ja”", "windows-1252")).isEqualTo("100 € – “ja”");
        assertThat(text("utf-8", "Grüße aus Köln", "ISO-8859-1")).isEqualTo("Grüße aus Köln");
        assertThat(text("us-ascii", "Grüße aus Köln", "UTF-8")).isEqualTo("Grüße aus Köln");
        assertThat(text("x-unknown", "Grüße aus Köln", "UTF-8")).isEqualTo("Grüße aus Köln");
        assertThat(text("", "Grüße aus Köln", "windows-1252")).isEqualTo("Grüße aus Köln");
    }

    @Test
    @Tag("D10")
    default void fileNamesAreReadInEveryDialect() {
        assertThat(name("filename=\"plain name.txt\"")).isEqualTo("plain name.txt");
        assertThat(name("filename=not quoted.txt")).isEqualTo("not quoted.txt");
        assertThat(name("filename*=utf-8'de'%C3%9Cber.txt")).isEqualTo("Über.txt");
        assertThat(name("filename*0*=utf-8''%C3%9C; filename*1=\"ber.\"; filename*2*=t%78t"))
                .isEqualTo("Über.txt");
        assertThat(name("filename=\"=?utf-8?Q?=C3=9Cber.txt?=\"")).isEqualTo("Über.txt");
        assertThat(name("filename=\"Über.txt\"")).isEqualTo("Über.txt");
        assertThat(name("filename=\"never closed.txt; x=y")).isEqualTo("never closed.txt");
    }

    @Test
    @Tag("D2")
    default void sendersAreFoundInEveryDialect() {
        assertThat(from("=?utf-8?q?J=C3=B6rg?= <j@x.example>")).isEqualTo("Jörg <j@x.example>");
        assertThat(from("\"=?utf-8?q?J=C3=B6rg?=\" <j@x.example>")).isEqualTo("Jörg <j@x.example>");
        assertThat(from("j@x.example (Jörg (at) work)")).isEqualTo("Jörg (at) work <j@x.example>");
        assertThat(from("Doe, Jane <j@x.example>")).endsWith("<j@x.example>");
        assertThat(from("\"unclosed <j@x.example>")).endsWith("<j@x.example>");
        assertThat(from("Jane [mailto:j@x.example]")).endsWith("<j@x.example>");
        assertThat(from("\"victim@y.example\" <j@x.example>")).isEqualTo("victim@y.example <j@x.example>");
        assertThat(from("undisclosed-recipients:;")).isEqualTo("nobody");
        assertThat(from("<>")).isEqualTo("nobody");
    }

    private String subject(String raw) {
        return parse(format(), "Subject: " + raw, "", "t").subject();
    }

    private String text(String declared, String text, String written) {
        String type = declared.isEmpty() ? "text/plain" : "text/plain; charset=\"" + declared + "\"";
        byte[] head = ("Content-Type: " + type + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n").getBytes(ISO_8859_1);
        byte[] body = text.getBytes(Charset.forName(written));
        byte[] raw = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, raw, head.length, body.length);
        return parse(format(), raw).text();
    }

    private String name(String parameters) {
        return parse(format(), "Content-Type: a/b", "Content-Disposition: attachment; " + parameters, "", "x")
                .attachments()
                .stream()
                .map(Part::name)
                .findFirst()
                .orElseThrow();
    }

    private String from(String raw) {
        return parse(format(), "From: " + raw, "", "t")
                .from()
                .map(sender ->
                        sender.name() + " <" + EmailAddress.of(sender.address().value()) + ">")
                .orElse("nobody");
    }
}
