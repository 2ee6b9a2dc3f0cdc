// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.HarmfulFile;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.kit.TestScanner;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.AttachmentView.Safety;
import dev.troubletickets.view.Download;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody gets a file that the host's scanner has not looked through, or has found something in (F3). */
@Tag("F3")
class ScannedFilesTest extends BehaviourTest {
    private static final Upload CLEAN = Upload.of("log.txt", "text/plain", "all is well".getBytes(UTF_8));
    private static final Upload BAD = Upload.of("game.exe", "text/plain", "a virus".getBytes(UTF_8));
    private TestScanner scanner;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        scanner = new TestScanner();
        builder.scanner(scanner);
    }

    @Test
    void aHarmfulFileIsRefusedByNameAndTheCustomerCanDoWithoutIt() {
        NewTicket form = NewTicket.of("Log", "See the files.").attach(CLEAN);

        HarmfulFile refused = Expect.in(center).failure(HarmfulFile.class, () -> jane.open(form.attach(BAD)));
        assertThat(refused.file()).isEqualTo("game.exe");
        TicketId ticket = jane.open(form);
        Expect.in(center)
                .failure(
                        HarmfulFile.class,
                        () -> jane.reply(ticket, Reply.of("Hi").attach(BAD)));

        assertThat(files(ticket)).extracting(AttachmentView::safety).containsExactly(Safety.CLEAN);
    }

    @Test
    void noAnswerLeavesWithAHarmfulFile() {
        TicketId ticket = center.taken();
        center.sent();
        center.mail().forgetSent();

        Expect.in(center)
                .failure(
                        HarmfulFile.class,
                        () -> john.answer(ticket, Answer.of("Hi").attach(BAD)));
        Expect.in(center)
                .failure(
                        HarmfulFile.class,
                        () -> john.scheduling()
                                .answerAt(
                                        clock.instant().plus(Duration.ofHours(1)),
                                        ticket,
                                        Answer.of("Hi").attach(BAD)));
        center.settings(s -> s.withUndoSend(Duration.ofSeconds(30)));
        Expect.in(center)
                .failure(
                        HarmfulFile.class,
                        () -> john.answer(ticket, Answer.of("Hi").attach(BAD)));

        center.after(Duration.ofHours(2));
        assertThat(center.sent()).isEmpty();
    }

    @Test
    void aHarmfulFileOfAMailIsKeptWithItsMessageAndGivenToNobody() {
        TicketId ticket = byMail("a virus");

        List<AttachmentView> files = files(ticket);
        assertThat(files).extracting(AttachmentView::safety).containsExactly(Safety.CLEAN, Safety.HARMFUL);
        assertThat(bytes(john.download(files.get(0).id()))).isEqualTo("all is well");
        for (var desk : List.of(john, kate, anna)) {
            Expect.in(center)
                    .failure(HarmfulFile.class, () -> desk.download(files.get(1).id()));
        }
        Expect.in(center)
                .failure(HarmfulFile.class, () -> jane.download(files.get(1).id()));
    }

    @Test
    void whileTheScannerIsAwayFilesAreTakenAndGivenToNobody() {
        scanner.leave();
        TicketId ticket = jane.open(NewTicket.of("Log", "See the files.").attach(CLEAN));
        TicketId mailed = byMail("a virus");
        AttachmentView waiting = files(ticket).get(0);

        assertThat(waiting.safety()).isEqualTo(Safety.UNKNOWN);
        assertThat(Expect.in(center)
                        .failure(Unavailable.class, () -> jane.download(waiting.id()))
                        .what())
                .isEqualTo("scanner");
        center.run();
        assertThat(files(ticket).get(0).safety()).isEqualTo(Safety.UNKNOWN);

        scanner.comeBack();
        center.run();

        assertThat(bytes(jane.download(waiting.id()))).isEqualTo("all is well");
        assertThat(files(mailed)).extracting(AttachmentView::safety).containsExactly(Safety.CLEAN, Safety.HARMFUL);
    }

    @Test
    void whileTheScannerIsAwayNoAnswerLeavesWithAFile() {
        TicketId ticket = center.taken();
        scanner.leave();

        assertThat(Expect.in(center)
                        .failure(
                                Unavailable.class,
                                () -> john.answer(ticket, Answer.of("Hi").attach(CLEAN)))
                        .what())
                .isEqualTo("scanner");
        john.answer(ticket, Answer.of("Without.").keepOpen());
        scanner.comeBack();
        center.run();
        john.answer(ticket, Answer.of("With.").attach(CLEAN));

        assertThat(jane.ticket(ticket).messages()).hasSize(3);
    }

    @Test
    void theSameBytesAreLookedThroughOnce() {
        jane.open(NewTicket.of("Log", "One.").attach(CLEAN));
        jane.open(NewTicket.of("Log", "Two.").attach(CLEAN));
        assertThat(scanner.asked()).isEqualTo(1);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> jane.open(NewTicket.of("Game", "Play.").attach(BAD)))
                    .isInstanceOf(HarmfulFile.class);
        }
        assertThat(scanner.asked()).isEqualTo(2);
    }

    @Test
    void aFileAtWhichTheScannerFailsKeepsNoOtherFromIt() {
        TicketId bomb = jane.open(NewTicket.of("Bomb", "Boom.")
                .attach(Upload.of("bomb.zip", "application/zip", "a bomb".getBytes(UTF_8))));
        scanner.leave();
        TicketId ticket = jane.open(NewTicket.of("Log", "See the files.").attach(CLEAN));
        scanner.comeBack();

        center.run();

        assertThat(files(ticket)).extracting(AttachmentView::safety).containsExactly(Safety.CLEAN);
        assertThat(files(bomb)).extracting(AttachmentView::safety).containsExactly(Safety.UNKNOWN);
    }

    @Test
    void whatCameBeforeThereWasAScannerIsLookedThroughWhenThereIsOne() {
        TestCenter without = center.anotherNode();
        TicketId ticket = without.jane().open(NewTicket.of("Game", "Play.").attach(BAD));
        AttachmentView file =
                without.jane().ticket(ticket).messages().get(0).attachments().get(0);
        assertThat(file.safety()).isEqualTo(Safety.CLEAN);
        assertThat(bytes(without.jane().download(file.id()))).isEqualTo("a virus");
        Expect.in(center).failure(Unavailable.class, () -> jane.download(file.id()));

        center.run();

        Expect.in(center).failure(HarmfulFile.class, () -> jane.download(file.id()));
        Expect.in(center).failure(HarmfulFile.class, () -> without.jane().download(file.id()));
    }

    @Test
    void whereNobodyLooksAnyMoreWhatWaitsIsGivenOut() {
        scanner.leave();
        TicketId ticket = jane.open(NewTicket.of("Log", "See the files.").attach(CLEAN));

        TestCenter without = center.anotherNode();

        assertThat(bytes(without.jane().download(files(ticket).get(0).id()))).isEqualTo("all is well");
    }

    private TicketId byMail(String content) {
        center.mail()
                .deliver(("From: " + Cast.JANE.addresses().get(0)
                                + "\r\nTo: support@example.com\r\nSubject: Files\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the files.\r\n--b\r\n"
                                + part("log.txt", "all is well") + part("game.exe", content) + "--\r\n")
                        .getBytes(UTF_8));
        center.run();
        return jane.tickets(java.util.Optional.empty()).tickets().get(0).id();
    }

    private static String part(String name, String content) {
        return "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--b" + (name.equals("log.txt") ? "\r\n" : "");
    }

    private List<AttachmentView> files(TicketId ticket) {
        return jane.ticket(ticket).messages().get(0).attachments();
    }

    private static String bytes(Download download) {
        var into = new ByteArrayOutputStream();
        download.to(into);
        return into.toString(UTF_8);
    }
}
