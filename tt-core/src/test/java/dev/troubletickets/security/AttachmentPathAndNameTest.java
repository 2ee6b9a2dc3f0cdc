// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 11: a file's name is data; it has no directory, hides nothing, and is the same after it was cleaned again. */
@Tag("F3")
@Tag("D10")
class AttachmentPathAndNameTest extends MailTest {
    private static final byte[] CONTENT = "deny from all".getBytes(UTF_8);

    static Stream<String> names() {
        return Stream.of(
                "\u200b.htaccess",
                ".htaccess",
                "../../../etc/passwd",
                "..\\..\\windows\\win.ini",
                "/etc/passwd",
                "C:\\autoexec.bat",
                "a/../../b",
                "..",
                ".",
                "",
                " ",
                "\u202egpj.exe",
                "a\0.txt",
                "a\r\nContent-Type: text/html\r\n\r\n.txt",
                "\u2028a\u2029.txt",
                "CON",
                "file.txt:stream",
                "x".repeat(5000) + ".txt",
                "\ud83d\ude00".repeat(300),
                "a\ud800b.txt",
                "<img src=x onerror=alert(1)>.svg",
                "; filename*=utf-8''evil.exe",
                "\u2215etc\u2215passwd",
                "a%2f..%2fb",
                "invoice.pdf                        .exe");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileOfAMailHasACleanNameAndItsBytes(String name) {
        TicketId ticket = receivedWith(name);
        AttachmentView file = onlyFile(ticket);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        anna.download(file.id()).to(bytes);

        isClean(file.name());
        assertThat(bytes.toByteArray()).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileOfAnAnswerHasACleanNameInItsMailToo(String name) {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("See the file.").attach(Upload.of(name, "text/plain", CONTENT)));
        ParsedMail.Part part = lastSent().attachments().get(0);

        isClean(part.name());
        assertThat(part.name()).isEqualTo(onlyFile(ticket).name());
        assertThat(part.content()).isEqualTo(CONTENT);
    }

    private static void isClean(String name) {
        assertThat(name).isNotBlank().doesNotContain("/", "\\", "\0", "\r", "\n", "<", ">", "\"", ":");
        assertThat(name).isNotIn(".", "..").hasSizeLessThanOrEqualTo(200);
        assertThat(name.codePoints().map(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
        assertThat(Upload.of(name, "text/plain", CONTENT).name())
                .as("cleaned again")
                .isEqualTo(name);
    }

    private AttachmentView onlyFile(TicketId ticket) {
        return anna.ticket(ticket).messages().stream()
                .flatMap(message -> message.attachments().stream())
                .reduce((one, other) -> {
                    throw new AssertionError("more than one file");
                })
                .orElseThrow();
    }

    private TicketId receivedWith(String name) {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r\n", " ");
        center.mail()
                .deliver(("From: " + STRANGER
                                + "\r\nTo: support@example.com\r\nSubject: A file\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the file.\r\n--b\r\n"
                                + "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"" + quoted
                                + "\"\r\n\r\ndeny from all\r\n--b--\r\n")
                        .getBytes(UTF_8));
        center.run();
        return tickets().get(0).id();
    }
}
