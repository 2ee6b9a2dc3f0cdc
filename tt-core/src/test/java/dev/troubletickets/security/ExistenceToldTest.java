// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 26: what is not there and what is not yours fail alike: same type, same words. */
@Tag("E4")
class ExistenceToldTest extends MailTest {
    private static final TicketId NOT_THERE = TicketId.of(999_999);
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    private TicketId notTheirs;

    @BeforeEach
    void aTicketOfJanesWhereOnlyAnnaSeesIt() {
        notTheirs = jane.open(NewTicket.of("Private", "Help").attach(Upload.of("a.txt", "text/plain", new byte[1])));
        anna.note(notTheirs, "Hm.");
        anna.change(notTheirs, Edit.queue(center.queue("Hidden")));
    }

    @Test
    void toAnotherCustomer() {
        alike(
                mary,
                List.of(
                        (desk, ref) -> desk.ticket(ref.id()),
                        (desk, ref) -> desk.reply(ref, Reply.of("Hi")),
                        CustomerDesk::close,
                        CustomerDesk::archive,
                        CustomerDesk::reopen,
                        (desk, ref) -> desk.rate(ref, Rating.of(5)),
                        (desk, ref) -> desk.download(file(ref)).to(NOWHERE)));
    }

    @Test
    void toAResellerOfOthers() {
        ResellerDesk rita = center.rita();
        alike(
                rita,
                List.of(
                        (desk, ref) -> desk.ticket(ref.id()),
                        (desk, ref) -> desk.reply(ref, Reply.of("Hi")),
                        (desk, ref) -> desk.download(file(ref)).to(NOWHERE)));
    }

    @Test
    void toATechnicianWhoIsNotEntitledWhateverTheirPermissions() {
        alike(john, staffCalls());
        for (Permission permission : Permission.values()) {
            center.admin().give(Cast.JOHN, permission);
        }
        alike(john, staffCalls());
        alike(center.nick(), staffCalls());
    }

    @Test
    void toASearch() {
        for (TicketId ticket : new TicketId[] {notTheirs, NOT_THERE}) {
            assertThat(john.quickSearch(Long.toString(ticket.value()), java.util.Optional.empty())
                            .tickets())
                    .isEmpty();
            assertThat(john.quickSearch("Private", java.util.Optional.empty()).tickets())
                    .isEmpty();
        }
    }

    @Test
    void toTheSenderOfAMail() {
        List<String> answers = Stream.of(notTheirs, NOT_THERE)
                .map(named -> {
                    center.after(java.time.Duration.ofHours(1));
                    center.run();
                    center.mail().forgetSent();
                    TicketId opened = opened(InboundMail.from(STRANGER).subject("[" + named + "] " + named.value()));
                    return lastSent().text().replace(Long.toString(opened.value()), "N")
                            + lastSent().subject().replace(opened.toString(), "N");
                })
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(events(tickets().get(1).id(), TicketOpened.class).get(0).claimed())
                .as("staff are told")
                .hasValue(notTheirs);
    }

    @Test
    void toWhoAsksForANoteOrAFileOfTheirOwnTicketThatIsNotThere() {
        TicketId own = mary.open(NewTicket.of("Mine", "Help"));
        anna.note(own, "Hm.");
        Function<MessageId, Throwable> download = message ->
                catchThrowable(() -> mary.download(new AttachmentId(message, 1)).to(NOWHERE));

        assertThat(download.apply(MessageId.note(own, 1)))
                .hasSameClassAs(download.apply(MessageId.note(own, 2)))
                .hasMessage(download.apply(MessageId.note(own, 2)).getMessage())
                .hasMessage(download.apply(MessageId.publicMessage(own, 9)).getMessage());
    }

    private static List<BiConsumer<StaffDesk, TicketRef>> staffCalls() {
        return List.of(
                (desk, ref) -> desk.ticket(ref.id()),
                StaffDesk::pickUp,
                (desk, ref) -> desk.assign(ref, Cast.KATE),
                StaffDesk::release,
                (desk, ref) -> desk.answer(ref, Answer.of("Hi")),
                (desk, ref) -> desk.note(ref, "Hi"),
                StaffDesk::hold,
                StaffDesk::resolve,
                StaffDesk::close,
                StaffDesk::reopen,
                (desk, ref) -> desk.change(ref, Edit.subject("Hi")),
                (desk, ref) -> desk.change(ref, Edit.category("none such")),
                StaffDesk::delete,
                (desk, ref) -> desk.quote(MessageId.publicMessage(ref.id(), 1)),
                (desk, ref) -> desk.quote(MessageId.note(ref.id(), 1)),
                (desk, ref) -> desk.reveal(MessageId.publicMessage(ref.id(), 1)),
                (desk, ref) -> desk.download(file(ref)).to(NOWHERE));
    }

    private <T> void alike(T desk, List<BiConsumer<T, TicketRef>> calls) {
        for (BiConsumer<T, TicketRef> call : calls) {
            for (Function<TicketId, TicketRef> page :
                    List.<Function<TicketId, TicketRef>>of(id -> id, id -> id.seenAt(0), id -> id.seenAt(1000))) {
                Throwable theirs = catchThrowable(() -> call.accept(desk, page.apply(notTheirs)));
                Throwable none = catchThrowable(() -> call.accept(desk, page.apply(NOT_THERE)));
                assertThat(theirs)
                        .isNotNull()
                        .hasSameClassAs(none)
                        .hasMessage(none.getMessage())
                        .hasNoCause();
                assertThat(theirs.toString()).isEqualTo(none.toString());
            }
        }
    }

    private static AttachmentId file(TicketRef ref) {
        return new AttachmentId(MessageId.publicMessage(ref.id(), 1), 1);
    }
}
