// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.mail;
import static dev.troubletickets.contract.mail.Mails.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No text that people write adds a header, a recipient or a part to a composed mail. */
public interface HeaderInjectionContract {
    List<String> EVIL = List.of(
            "\r\nBcc: evil@x.example",
            "\nBcc: evil@x.example",
            "\rBcc: evil@x.example",
            "\r\n\r\nevil body",
            "\u0000Bcc: evil@x.example",
            "\u0085Bcc: evil@x.example",
            "\u2028Bcc: evil@x.example",
            "\u2029Bcc: evil@x.example",
            "\u760d\u760aBcc: evil@x.example",
            "\u560d\u560aBcc: evil@x.example",
            ", evil@x.example",
            "> , <evil@x.example",
            "\" <evil@x.example>, \"",
            "\\",
            "\\\"<evil@x.example>",
            "=?utf-8?q?=0D=0ABcc:_evil@x.example?=",
            "=?utf-8?b?DQpCY2M6IGV2aWxAeC5leGFtcGxl?=",
            "\r\n--=_\r\n",
            "\r\n.\r\nMAIL FROM:<evil@x.example>",
            "(comment",
            "%0d%0aBcc: evil@x.example",
            "'; boundary=x; filename*=utf-8''evil");

    MailFormat format();

    @Test
    @Tag("D8")
    default void noSubjectAddsAHeader() {
        EVIL.forEach(evil -> harmless(mail("Support", "Hello" + evil + "x", "text")));
    }

    @Test
    @Tag("D8")
    default void noNameAddsAHeaderOrAnAuthor() {
        EVIL.forEach(evil -> harmless(mail("Jane" + evil + "x", "Hello", "text")));
    }

    @Test
    @Tag("D8")
    default void noFileNameOrTypeAddsAHeaderOrAPart() {
        EVIL.forEach(
                evil -> harmless(mail("s", "Hello", "text", Upload.of("f" + evil + "x", "a/b" + evil, new byte[3]))));
    }

    @Test
    @Tag("D8")
    default void noTextAddsAHeaderOrAPart() {
        EVIL.forEach(evil -> harmless(mail("s", "Hello", "text" + evil + "x", Upload.of("f", "a/b", new byte[3]))));
        String composed =
                new String(format().compose(mail("s", "Hello", "t", Upload.of("f", "a/b", new byte[3]))), UTF_8);
        int at = composed.indexOf("--=_");
        String boundary = at < 0 ? "--=_" : composed.substring(at, composed.indexOf("\r\n", at));
        harmless(mail("s", "Hello", "t\r\n" + boundary + "\r\n\r\nevil", Upload.of("f", "a/b", new byte[3])));
    }

    private void harmless(OutgoingMail mail) {
        byte[] raw = format().compose(mail);
        ParsedMail read = parse(format(), raw);
        byte[] harmless = format().compose(mailLike(mail));
        ParsedMail plain = parse(format(), harmless);
        assertThat(fieldNames(raw)).isEqualTo(fieldNames(harmless));
        assertThat(read.headers().keySet()).isEqualTo(plain.headers().keySet());
        assertThat(read.headers().values()).allMatch(values -> values.size() == 1);
        assertThat(read.recipients()).isEqualTo(plain.recipients());
        assertThat(read.from().map(ParsedMail.Sender::address))
                .contains(mail.from().address());
        assertThat(read.from().orElseThrow().name()).isEqualTo(mail.from().name());
        assertThat(read.subject()).isEqualTo(mail.subject().value());
        assertThat(read.attachments()).hasSameSizeAs(mail.attachments());
        assertThat(read.text()).isEqualTo(mail.text().replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static OutgoingMail mailLike(OutgoingMail mail) {
        return mail("n", "s", "t", mail.attachments().isEmpty() ? new Upload[0] : harmlessFile());
    }

    private static Upload[] harmlessFile() {
        return new Upload[] {Upload.of("f", "a/b", new byte[3])};
    }

    /** Names at the start of lines up to the first empty line, each line end taken for one. */
    private static Map<String, Long> fieldNames(byte[] raw) {
        return Arrays.stream(new String(raw, UTF_8).split("\r\n\r\n", 2)[0].split("[\r\n\u0085\u2028\u2029]"))
                .filter(line -> !line.isEmpty() && line.charAt(0) > ' ')
                .map(line -> line.split(":", 2)[0])
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
