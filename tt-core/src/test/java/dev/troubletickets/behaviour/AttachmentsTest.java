// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Download;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come in under limits and names that harm nobody, and go out through their ticket alone (F3). */
class AttachmentsTest extends BehaviourTest {
    private static final byte[] BYTES = "hello, world".getBytes(StandardCharsets.UTF_8);

    @Test
    @Tag("F3")
    void whatIsUploadedIsDownloadedByteForByte() {
        TicketId ticket = jane.open(form().attach(Upload.of("log.txt", "text/plain", BYTES)));
        AttachmentView file =
                jane.ticket(ticket).messages().get(0).attachments().get(0);
        assertThat(file)
                .extracting(AttachmentView::name, AttachmentView::type, AttachmentView::size)
                .containsExactly("log.txt", "text/plain", (long) BYTES.length);

        for (StaffDesk desk : List.of(john, anna)) {
            ByteArrayOutputStream into = new ByteArrayOutputStream();
            Download download = desk.download(file.id());
            assertThat(download.file()).isEqualTo(file);
            download.to(into);
            assertThat(into.toByteArray()).isEqualTo(BYTES);
        }
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        jane.download(file.id()).to(into);
        assertThat(into.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    @Tag("F3")
    @Tag("A8")
    void anAnswersFilesTravelWithItsMail() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("See the log.").attach(Upload.of("log.txt", "text/plain", BYTES)));

        assertThat(jane.ticket(ticket).messages().get(1).attachments()).hasSize(1);
        assertThat(center.sent())
                .anyMatch(mail -> mail.attachments().stream().anyMatch(part -> Arrays.equals(part.content(), BYTES)));
    }

    @Test
    @Tag("F3")
    void limitsHoldForEveryWayIn() {
        center.settings(s -> s.withLimits(new Limits(1000, 2, 12, 5)));
        TicketId ticket = center.taken();
        Upload fits = Upload.of("a", "text/plain", BYTES);
        Upload big = Upload.of("b", "text/plain", new byte[13]);

        Expect.in(center).overLimit("attachmentBytes", () -> jane.open(form().attach(big)));
        Expect.in(center)
                .overLimit(
                        "attachmentBytes",
                        () -> jane.reply(ticket, Reply.of("Hi").attach(big)));
        Expect.in(center)
                .overLimit(
                        "attachmentBytes",
                        () -> john.answer(ticket, Answer.of("Hi").attach(big)));
        Expect.in(center)
                .overLimit(
                        "attachments",
                        () -> jane.open(form().attach(fits).attach(fits).attach(fits)));
        Expect.in(center)
                .overLimit(
                        "attachments",
                        () -> jane.reply(
                                ticket, Reply.of("Hi").attach(fits).attach(fits).attach(fits)));
        jane.reply(ticket, Reply.of("Hi").attach(fits).attach(fits));

        assertThat(jane.ticket(ticket).messages().get(1).attachments())
                .extracting(file -> file.id().number())
                .containsExactly(1, 2);
    }

    @Test
    @Tag("F3")
    void namesHoldNoDirectoryAndNothingThatHidesOrReorders() {
        assertThat(Upload.of("../../etc/passwd", "text/plain", BYTES).name()).isEqualTo("passwd");
        assertThat(Upload.of("C:\\temp\\a.exe", "text/plain", BYTES).name()).isEqualTo("a.exe");
        assertThat(Upload.of("fdp\u202excod.exe", "text/plain", BYTES).name()).isEqualTo("fdp_xcod.exe");
        assertThat(Upload.of("a\r\nX-Evil: 1", "text/plain", BYTES).name()).isEqualTo("a__X-Evil_ 1");
        for (String nameless : List.of("", "..", "/", "\u0000", " . ")) {
            assertThat(Upload.of(nameless, "text/plain", BYTES).name()).isEqualTo("attachment");
        }
        assertThat(Upload.of("x".repeat(5000) + ".txt", "text/plain", BYTES).name())
                .hasSize(200)
                .endsWith(".txt");
    }

    @Test
    @Tag("F3")
    @Tag("A8")
    void whatIsTooLargeForAMailIsRefusedBeforeTheAnswerIsGiven() {
        center.settings(s -> s.withLimits(new Limits(1000, 5, 1L << 30, 5)));
        TicketId ticket = center.taken();
        Upload half = Upload.of("disk.img", "text/plain", 20L << 20, () -> new Zeros(20L << 20));

        Expect.in(center)
                .overLimit(
                        "mailBytes",
                        () -> john.answer(ticket, Answer.of("Hi").attach(half).attach(half)));
        Expect.in(center)
                .overLimit(
                        "mailBytes",
                        () -> john.scheduling()
                                .answerAt(
                                        clock.instant().plusSeconds(60),
                                        ticket,
                                        Answer.of("Hi").attach(half).attach(half)));
        john.answer(ticket, Answer.of("Hi").attach(half));

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
    }

    @Test
    @Tag("F3")
    @Tag("A2")
    void aFileUsesUpNoNumberOfATicket() {
        TicketId before = center.opened();
        TicketId with = jane.open(form().attach(Upload.of("log.txt", "text/plain", BYTES)));

        assertThat(with.value()).isEqualTo(before.value() + 1);
    }

    @Test
    @Tag("F3")
    void whatAFileIsItsBytesTell() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(type("picture.txt", "text/plain", png)).isEqualTo("image/png");
        assertThat(type("picture.png", "image/png", "<html><body>x</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/html");
        assertThat(type("list.csv", "application/octet-stream", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/csv");
        assertThat(type("nothing", "nonsense", new byte[] {1, 2, 3, (byte) 0xFE}))
                .isEqualTo("application/octet-stream");
    }

    @Test
    @Tag("F3")
    void aFileIsReachedThroughItsOwnMessageAlone() {
        TicketId ticket = jane.open(form().attach(Upload.of("log.txt", "text/plain", BYTES)));
        jane.reply(ticket, Reply.of("And more."));

        notFound("attachment", new AttachmentId(MessageId.publicMessage(ticket, 2), 1));
        notFound("attachment", new AttachmentId(MessageId.publicMessage(ticket, 1), 2));
        notFound("message", new AttachmentId(MessageId.publicMessage(ticket, 3), 1));
        notFound("message", new AttachmentId(MessageId.note(ticket, 1), 1));
    }

    @Test
    @Tag("F3")
    void aFileThatCannotBeReadOpensNoTicket(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("log.txt"), BYTES);
        Upload upload = Upload.of(file, "text/plain");
        Files.delete(file);

        Expect.in(center).invalid("attachments", () -> jane.open(form().attach(upload)));
    }

    @Test
    @Tag("F3")
    void aFileThatGrewSinceItWasChosenOpensNoTicket(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("log.txt"), BYTES);
        Upload upload = Upload.of(file, "text/plain");
        Files.write(file, new byte[1000]);

        Expect.in(center).invalid("attachments", () -> jane.open(form().attach(upload)));
    }

    @Test
    @Tag("F3")
    void aStreamThatBreaksOffComesOutAsItWasThrown() {
        TicketId ticket = jane.open(form().attach(Upload.of("log.txt", "text/plain", BYTES)));
        AttachmentId file = new AttachmentId(MessageId.publicMessage(ticket, 1), 1);
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the reader went away");
            }
        };

        assertThatThrownBy(() -> jane.download(file).to(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the reader went away");
    }

    private void notFound(String what, AttachmentId id) {
        Expect.in(center).notFound(what, () -> jane.download(id).to(OutputStream.nullOutputStream()));
        Expect.in(center).notFound(what, () -> john.download(id).to(OutputStream.nullOutputStream()));
    }

    private String type(String name, String declared, byte[] content) {
        TicketId ticket = jane.open(form().attach(Upload.of(name, declared, content)));
        return jane.ticket(ticket).messages().get(0).attachments().get(0).type();
    }

    private static NewTicket form() {
        return NewTicket.of("Log", "See the file.");
    }

    /** So many bytes, of which none is in memory. */
    private static final class Zeros extends java.io.InputStream {
        private long left;

        Zeros(long bytes) {
            left = bytes;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
