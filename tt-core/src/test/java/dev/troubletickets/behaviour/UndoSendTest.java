// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.event.TicketEvent.AnswerTakenBack;
import dev.troubletickets.event.TicketEvent.TicketAnswered;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Draft;
import dev.troubletickets.view.Scheduled;
import dev.troubletickets.view.TicketSort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that can be taken back for a while (G8). */
@Tag("G8")
class UndoSendTest extends BehaviourTest {
    private static final Duration UNDO = Duration.ofSeconds(30);
    private static final byte[] LOG = "a log".getBytes(StandardCharsets.UTF_8);

    private final Expect expect = Expect.in(center);
    private TicketId ticket;

    @BeforeEach
    void aTicketAndThirtySeconds() {
        center.settings(s -> s.withUndoSend(UNDO));
        ticket = center.taken();
        center.sent();
        center.mail().forgetSent();
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void withoutTheSettingAnAnswerLeavesAtOnce() {
        center.settings(s -> s.withUndoSend(Duration.ZERO));

        assertThat(Settings.of("Example", center.admin().settings().supportAddress())
                        .undoSend())
                .isZero();
        assertThat(john.answer(ticket, Answer.of("Fixed."))).isEmpty();

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    void theTimeIsASecondToAnHourOrNone() {
        Settings settings = center.admin().settings();
        for (Duration wrong : List.of(Duration.ofMillis(999), Duration.ofSeconds(3601), Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> settings.withUndoSend(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        center.settings(s -> s.withUndoSend(Duration.ofHours(1)));
        assertThat(center.anotherNode().admin().settings().undoSend()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aHeldAnswerIsSeenByStaffAlone() {
        ScheduledId held = john.answer(ticket, whole()).orElseThrow();
        center.run();

        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(center.sent()).isEmpty();
        assertThat(kate.ticket(ticket).messages()).hasSize(1);
        assertThat(kate.search()
                        .find(
                                Search.everything().text("fixed"),
                                TicketSort.ascending(TicketSort.Column.ID),
                                Optional.empty())
                        .tickets())
                .isEmpty();
        assertThat(center.kept(ticket).state().isUnanswered()).isTrue();
        assertThat(center.events(ticket)).noneMatch(TicketAnswered.class::isInstance);
        Scheduled shown = kate.ticket(ticket).scheduled().get(0);
        assertThat(shown.id()).isEqualTo(held);
        assertThat(shown.at()).isEqualTo(clock.instant().plus(UNDO));
        assertThat(shown.action()).isEqualTo(ScheduledAction.answer("Fixed.").whateverHappens());
        assertThat(shown.besides())
                .contains(new Scheduled.Besides(
                        Set.of(EmailAddress.of("boss@example.net")),
                        List.of("log.txt"),
                        Optional.of("I have rebooted it."),
                        Optional.of(false),
                        Optional.of(true),
                        Optional.of(Priority.HIGHEST),
                        Optional.empty()));
        assertThat(shown.cancellable()).isFalse();
        assertThat(john.ticket(ticket).scheduled().get(0).cancellable()).isTrue();
    }

    @Test
    @Tag("A8")
    @Tag("F3")
    void whenTheTimeIsOverItLeavesOnceAndWhole() {
        ScheduledId held = john.answer(ticket, whole()).orElseThrow();
        after(UNDO.minusMillis(1));
        assertThat(center.sent()).isEmpty();
        after(Duration.ofMillis(1));
        after(UNDO);

        ParsedMail mail = center.sent().get(0);
        assertThat(center.sent()).hasSize(1);
        assertThat(mail.text()).contains("Fixed.").doesNotContain("rebooted");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("log.txt");
            assertThat(file.content()).isEqualTo(LOG);
        });
        assertThat(john.ticket(ticket).cc()).extracting(Object::toString).containsExactly("boss@example.net");
        assertThat(john.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .contains("Fixed.", "I have rebooted it.");
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.ANSWERED);
        assertThat(center.kept(ticket).state().sticky()).isTrue();
        assertThat(center.kept(ticket).state().priority()).isEqualTo(Priority.HIGHEST);
        assertThat(center.events(ticket))
                .contains(new ActionTaken(held.number(), ScheduledAction.Kind.ANSWER))
                .filteredOn(TicketAnswered.class::isInstance)
                .hasSize(1);
        var file = jane.ticket(ticket).messages().get(1).attachments().get(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jane.download(file.id()).to(bytes);
        assertThat(bytes.toByteArray()).isEqualTo(LOG);
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
        expect.notFound("action", () -> john.scheduling().takeBack(held));
    }

    @Test
    @Tag("F3")
    void eachOfSeveralFilesIsItself() throws IOException {
        Upload empty = Upload.of("empty", "text/plain", new byte[0]);
        john.answer(ticket, Answer.of("Fixed.").attach(log()).attach(empty).keepOpen());
        ScheduledId second = john.answer(ticket, Answer.of("See.").attach(empty).attach(log()))
                .orElseThrow();

        assertThat(john.scheduling()
                        .takeBack(second)
                        .attachments()
                        .get(1)
                        .open()
                        .readAllBytes())
                .isEqualTo(LOG);
        after(UNDO);
        assertThat(center.sent().get(0).attachments())
                .extracting(ParsedMail.Part::content)
                .containsExactly(LOG, new byte[0]);
    }

    @Test
    void takenBackInTimeItComesBackWholeAndNothingWasSent() throws IOException {
        ScheduledId held = john.answer(ticket, whole()).orElseThrow();
        after(UNDO.minusSeconds(1));
        Answer back = john.scheduling().takeBack(held);
        after(UNDO);

        assertThat(wholeWithoutFile())
                .isEqualTo(new Answer(
                        back.text(),
                        back.cc(),
                        List.of(),
                        back.sticky(),
                        back.priority(),
                        back.note(),
                        back.charge(),
                        back.incidents(),
                        back.then(),
                        false));
        Upload file = back.attachments().get(0);
        assertThat(file.name()).isEqualTo("log.txt");
        assertThat(file.type()).isEqualTo("text/plain");
        try (InputStream in = file.open()) {
            assertThat(in.readAllBytes()).isEqualTo(LOG);
        }
        assertThat(center.events(ticket)).contains(new AnswerTakenBack(held.number()));
        assertThat(center.sent()).isEmpty();
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(john.ticket(ticket).cc()).isEmpty();
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
        expect.notFound("action", () -> john.scheduling().takeBack(held));

        john.answer(ticket, back);
        after(UNDO);
        assertThat(center.sent())
                .singleElement()
                .satisfies(mail -> assertThat(mail.attachments()).hasSize(1));
    }

    @Test
    @Tag("E3")
    void aColleagueTakesItBackWithThePermissionAlone() {
        ScheduledId held = john.answer(ticket, whole()).orElseThrow();

        expect.refused(Refusal.PERMISSION_MISSING, () -> kate.scheduling().takeBack(held));
        center.admin().give(Cast.KATE, Permission.CANCEL_SCHEDULED);
        assertThat(kate.scheduling().takeBack(held).text()).isEqualTo("Fixed.");
    }

    @Test
    @Tag("B2")
    void whatIsNoAnswerOfTheTicketIsNotFound() {
        ScheduledId held = john.answer(ticket, whole()).orElseThrow();
        TicketId other = center.taken();
        ScheduledId close = john.scheduling().at(clock.instant().plusSeconds(60), other, ScheduledAction.close());

        expect.notFound("action", () -> john.scheduling().takeBack(new ScheduledId(other, held.number())));
        expect.notFound("action", () -> john.scheduling().takeBack(close));
        expect.notFound("ticket", () -> john.scheduling().takeBack(new ScheduledId(TicketId.of(999), held.number())));
        var hidden = center.queue("Hidden");
        anna.change(ticket, Edit.queue(hidden));
        expect.notFound("ticket", () -> kate.scheduling().takeBack(held));
    }

    @Test
    void itIsRefusedAtOnceWhereItWouldBeIfItLeftAtOnce() {
        TicketId free = center.opened();
        expect.refused(Refusal.NOT_ASSIGNEE, () -> john.answer(free, whole()));
        expect.refused(Refusal.NOT_ASSIGNEE, () -> kate.answer(ticket, whole()));
        center.settings(s -> s.withLimits(new Limits(10, 1, 5, 1)));
        expect.overLimit("textCharacters", () -> john.answer(ticket, Answer.of("a".repeat(11))));
        expect.overLimit(
                "textCharacters", () -> john.answer(ticket, Answer.of("a").note("a".repeat(11))));
        expect.overLimit(
                "attachments",
                () -> john.answer(ticket, Answer.of("a").attach(log()).attach(log())));
        expect.overLimit(
                "attachmentBytes",
                () -> john.answer(ticket, Answer.of("a").attach(Upload.of("b", "text/plain", new byte[6]))));
        expect.overLimit(
                "cc",
                () -> john.answer(ticket, Answer.of("a").cc("a@example.net").cc("b@example.net")));
        Upload broken = Upload.of("b", "text/plain", 5, () -> {
            throw new IOException("gone");
        });
        expect.invalid("attachments", () -> john.answer(ticket, Answer.of("a").attach(broken)));
        center.admin().take(Cast.JOHN, Permission.ANSWER);
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.answer(ticket, Answer.of("a")));
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    @Tag("G7")
    @Tag("B6")
    void forItsAuthorItIsAsIfItHadLeft() {
        john.composing().lock(ticket);
        john.composing().saveDraft(ticket, "Fix");
        john.answer(ticket, whole());
        assertThat(john.ticket(ticket).drafts()).isEmpty();
        assertThat(kate.ticket(ticket).lock()).map(Lock::holder).contains(Cast.JOHN);

        john.composing().saveDraft(ticket, "One more thing");
        john.answer(ticket, Answer.of("Bye."));
        assertThat(kate.ticket(ticket).lock()).isEmpty();

        john.composing().saveDraft(ticket, "And yet");
        after(UNDO);
        assertThat(john.ticket(ticket).drafts()).extracting(Draft::text).containsExactly("And yet");
    }

    @Test
    void severalLeaveInTheOrderInWhichTheyWereGiven() {
        john.answer(ticket, Answer.of("First.").keepOpen());
        john.answer(ticket, Answer.of("Second.").keepOpen());
        center.after(Duration.ofSeconds(1));
        john.answer(ticket, Answer.of("Third.").andClose());
        after(UNDO);

        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .endsWith("First.", "Second.", "Third.");
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A11")
    void aDeletedTicketTakesItAlong() {
        ScheduledId held =
                john.answer(ticket, Answer.of("Fixed.").attach(log())).orElseThrow();
        anna.delete(ticket);
        after(UNDO);

        assertThat(center.sent()).isEmpty();
        expect.notFound("ticket", () -> john.scheduling().takeBack(held));
    }

    @Test
    @Tag("A16")
    void itIsNoMessageUntilItHasLeft() {
        center.admin().give(Cast.JOHN, Permission.EDIT_MESSAGES);
        john.answer(ticket, whole());

        expect.notFound("message", () -> john.editMessage(ticket, MessageId.publicMessage(ticket, 2), "Mended."));
    }

    private void after(Duration time) {
        center.after(time);
        assertThat(center.run().failures()).isZero();
    }

    private static Upload log() {
        return Upload.of("log.txt", "text/plain", LOG);
    }

    private static Answer whole() {
        return wholeWithoutFile().attach(log());
    }

    private static Answer wholeWithoutFile() {
        return Answer.of("Fixed.")
                .cc("boss@example.net")
                .sticky(true)
                .atBeginningOfQueue()
                .note("I have rebooted it.")
                .keepOpen();
    }
}
