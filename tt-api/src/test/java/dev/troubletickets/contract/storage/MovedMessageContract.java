// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.note;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message keeps its number wherever it is shown (A4), and goes with the ticket it is shown in. */
@Tag("A4")
public interface MovedMessageContract extends StorageUnderTest {
    @Test
    default void aMessageIsShownInOneTicketAlone() {
        TicketId from = talk();
        TicketId to = keptTicket();

        assertThat(show(from, 2, from, to)).isTrue();

        assertThat(shown(from)).containsExactly(id(from, 1), id(from, 3), MessageId.note(from, 1));
        assertThat(shown(to)).containsExactly(id(from, 2));
        assertThat(read().conversations().publicMessages(to))
                .extracting(MessageData::id)
                .containsExactly(id(from, 2));
        assertThat(read().conversations().find(id(from, 2)).orElseThrow().shownIn())
                .isEqualTo(to);
    }

    @Test
    default void itIsMovedOnAndBack() {
        TicketId from = talk();
        TicketId to = keptTicket();
        TicketId further = keptTicket();
        show(from, 2, from, to);

        assertThat(show(from, 2, to, further)).isTrue();
        assertThat(shown(further)).containsExactly(id(from, 2));
        assertThat(show(from, 2, further, from)).isTrue();
        assertThat(shown(from)).hasSize(4);
        assertThat(shown(to)).isEmpty();
    }

    @Test
    default void whatIsNotShownThereIsNotMoved() {
        TicketId from = talk();
        TicketId to = keptTicket();

        assertThat(show(from, 2, to, from)).isFalse();
        assertThat(show(from, 9, from, to)).isFalse();
        assertThat(shown(from)).hasSize(4);
    }

    @Test
    default void nothingIsShownInATicketThatIsNotThere() {
        TicketId from = talk();

        assertThatThrownBy(() -> show(from, 2, from, TicketId.of(from.value() + 1000)))
                .isInstanceOf(WriteConflict.class);
        assertThat(shown(from)).hasSize(4);
    }

    @Test
    default void severalTicketsAreReadAtOnceEachInItsOrder() {
        TicketId one = talk();
        TicketId other = talk();
        TicketId third = keptTicket();
        show(other, 1, other, one);
        show(other, 3, other, third);

        assertThat(shown(List.of(one, other)))
                .containsExactly(
                        id(one, 1),
                        id(one, 2),
                        id(one, 3),
                        MessageId.note(one, 1),
                        id(other, 1),
                        id(other, 2),
                        MessageId.note(other, 1));
        assertThat(shown(List.of())).isEmpty();
    }

    @Test
    default void theHistoryOfSeveralTicketsIsReadAtOnce() {
        TicketId one = keptTicket();
        TicketId other = keptTicket();
        run(unit -> {
            unit.conversations().add(StorageFixtures.history(one, 1, 0));
            unit.conversations().add(StorageFixtures.history(other, 1, 0));
            unit.conversations().add(StorageFixtures.history(one, 2, 0));
        });

        assertThat(read().conversations().history(List.of(one, other)))
                .extracting(entry -> entry.ticket() + " " + entry.version())
                .containsExactly(one + " 1", one + " 2", other + " 1");
        assertThat(read().conversations().history(List.of())).isEmpty();
    }

    @Test
    default void theNewestMessageIdsAreThoseOfWhatIsShown() {
        TicketId from = keptTicket();
        TicketId to = keptTicket();
        run(unit -> {
            for (int number = 1; number <= 3; number++) {
                unit.conversations().add(mailed(from, number));
            }
        });
        show(from, 2, from, to);

        assertThat(lastMessageIds(List.of(from), 5)).containsExactly("<1@x>", "<3@x>");
        assertThat(lastMessageIds(List.of(from, to), 2)).containsExactly("<2@x>", "<3@x>");
        assertThat(lastMessageIds(List.of(), 2)).isEmpty();
    }

    @Test
    @Tag("D3")
    default void aMailsMessageIdTellsWhereItsMessageIsShown() {
        TicketId from = keptTicket();
        TicketId to = keptTicket();
        run(unit -> {
            for (int number = 1; number <= 3; number++) {
                unit.conversations().add(mailed(from, number));
            }
        });
        show(from, 2, from, to);

        assertThat(read().conversations().shownIn(from, "<1@x>")).contains(from);
        assertThat(read().conversations().shownIn(from, "<2@x>")).contains(to);
        assertThat(read().conversations().shownIn(from, "<2@X>"))
                .as("compared exactly")
                .isEmpty();
        assertThat(read().conversations().shownIn(to, "<2@x>"))
                .as("it was numbered by the other")
                .isEmpty();
    }

    @Test
    @Tag("D3")
    default void ofTwoMessagesOfOneMessageIdTheNewestTells() {
        TicketId from = keptTicket();
        TicketId to = keptTicket();
        run(unit -> {
            unit.conversations().add(mailed(from, 1, "<same@x>"));
            unit.conversations().add(mailed(from, 2, "<same@x>"));
        });
        show(from, 2, from, to);

        assertThat(read().conversations().shownIn(from, "<same@x>")).contains(to);
    }

    @Test
    default void deliveriesOfSeveralTicketsAreReadAtOnce() {
        TicketId one = talk();
        TicketId other = talk();
        run(unit -> {
            unit.outbox().add(mail(one, id(one, 2), "one", START));
            unit.outbox().add(mail(other, id(other, 2), "other", START));
        });

        assertThat(read().outbox().deliveries(List.of(one, other))).containsOnlyKeys(id(one, 2), id(other, 2));
        assertThat(read().outbox().deliveries(List.of())).isEmpty();
    }

    @Test
    @Tag("F3")
    default void itsAttachmentsStayWhatTheyAre() {
        TicketId from = attached();
        TicketId to = keptTicket();
        show(from, 1, from, to);

        assertThat(read().conversations().allMessages(List.of(from, to)).get(0).attachments())
                .hasSize(1);
        assertThat(read().conversations().allMessages(to).get(0).attachments()).hasSize(1);
        assertThat(read().files().unused(START, 10)).isEmpty();
    }

    @Test
    @Tag("A11")
    default void itGoesWithTheTicketItIsShownIn() {
        TicketId from = attached();
        TicketId to = keptTicket();
        long original = takenIn(from);
        run(unit -> {
            unit.conversations().add(mailed(from, 2, original));
            unit.outbox().add(mail(from, id(from, 2), "carried", START));
        });
        show(from, 1, from, to);
        show(from, 2, from, to);

        write().tickets().delete(to);

        assertThat(read().conversations().find(id(from, 1))).isEmpty();
        assertThat(read().files().unused(START, 10)).hasSize(1);
        assertThat(read().outbox().findByMessageId("<carried@desk.example>")).isEmpty();
        assertThat(read().intake().raw(original).orElseThrow()).isEmpty();
        assertThat(read().tickets().find(from)).isPresent();
    }

    @Test
    @Tag("A11")
    default void itStaysWhenTheTicketThatNumberedItGoes() {
        TicketId from = attached();
        TicketId to = keptTicket();
        long original = takenIn(from);
        run(unit -> {
            unit.conversations().add(mailed(from, 2, original));
            unit.outbox().add(mail(from, id(from, 2), "carried", START));
        });
        show(from, 1, from, to);
        show(from, 2, from, to);

        write().tickets().delete(from);

        assertThat(shown(to)).containsExactly(id(from, 1), id(from, 2));
        assertThat(read().conversations().allMessages(to).get(0).attachments()).hasSize(1);
        assertThat(read().files().unused(START, 10)).isEmpty();
        assertThat(read().intake().raw(original).orElseThrow()).isNotEmpty();
        assertThat(write().outbox().claim(minutes(1), minutes(2), 10))
                .as("the answer still goes out")
                .hasSize(1);
    }

    @Test
    @Tag("A17")
    default void marksOfAllWhoHaveReadSoFarMoveOn() {
        TicketId ticket = keep(ticket().messages(5, 0, 0)).id();
        run(unit -> {
            unit.conversations().markRead(ticket, JOHN, 3);
            unit.conversations().markRead(ticket, MARY, 2);
            unit.conversations().advanceRead(ticket, 3, 5);
        });

        assertThat(unread(JOHN)).isFalse();
        assertThat(unread(MARY)).isTrue();
    }

    @Test
    @Tag("A17")
    default void whoHasReadSoFarHasReadSoMuchOfAnother() {
        StaffId kate = StaffId.of("kate");
        TicketId from = keep(ticket().messages(5, 0, 0)).id();
        TicketId to = keep(ticket().messages(2, 0, 0)).id();
        run(unit -> {
            unit.conversations().markRead(from, JOHN, 3);
            unit.conversations().markRead(from, MARY, 2);
            unit.conversations().markRead(from, kate, 4);
            unit.conversations().markRead(to, kate, 2);
            unit.conversations().carryRead(from, 3, to, 1);
        });

        assertThat(unread(to, MARY)).isTrue();
        assertThat(unread(to, JOHN)).as("but one").isTrue();
        assertThat(unread(to, kate)).as("who had read more").isFalse();
        run(unit -> unit.conversations().carryRead(from, 3, to, 2));
        assertThat(unread(to, JOHN)).isFalse();
        assertThat(unread(to, MARY)).isTrue();
    }

    private boolean unread(TicketId ticket, StaffId reader) {
        return read()
                .tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).readBy(reader))
                .stream()
                .filter(listed -> listed.ticket().id().equals(ticket))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    private boolean unread(StaffId reader) {
        return read().tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).readBy(reader))
                .get(0)
                .unread();
    }

    private TicketId talk() {
        TicketId ticket = keep(ticket().messages(3, 0, 0).notes(1)).id();
        run(unit -> {
            for (int number = 1; number <= 3; number++) {
                unit.conversations().add(publicMessage(ticket, number, number));
            }
            unit.conversations().add(note(ticket, 1, 4));
        });
        return ticket;
    }

    private TicketId attached() {
        TicketId ticket = keptTicket();
        write().conversations().add(StorageFixtures.messageWithAttachment(ticket, 3, keptFile(3)));
        return ticket;
    }

    private long takenIn(TicketId into) {
        return write(unit -> {
            long mail = unit.intake()
                    .store("support", "1", "sha", bytes("raw"), START)
                    .orElseThrow();
            unit.intake().finish(mail, Ending.of(MailOutcome.APPENDED, into, ""));
            return mail;
        });
    }

    private static MessageData mailed(TicketId ticket, int number) {
        return mailed(ticket, number, (Long) null);
    }

    private static MessageData mailed(TicketId ticket, int number, Long mail) {
        return mailed(ticket, number, mail, "<" + number + "@x>");
    }

    private static MessageData mailed(TicketId ticket, int number, String messageId) {
        return mailed(ticket, number, null, messageId);
    }

    private static MessageData mailed(TicketId ticket, int number, Long mail, String messageId) {
        return new MessageData(
                id(ticket, number),
                ticket,
                number,
                MessageKind.CUSTOMER,
                minutes(number),
                new Actor.Sender(EmailAddress.of("jane@example.org")),
                "Jane",
                null,
                Channel.MAIL,
                "x",
                mail,
                messageId,
                List.of());
    }

    private boolean show(TicketId home, int number, TicketId from, TicketId in) {
        return write().conversations().show(id(home, number), from, in);
    }

    private List<MessageId> shown(TicketId ticket) {
        return shown(List.of(ticket));
    }

    private List<MessageId> shown(Collection<TicketId> tickets) {
        return read().conversations().allMessages(tickets).stream()
                .map(MessageData::id)
                .toList();
    }

    private List<String> lastMessageIds(Collection<TicketId> tickets, int limit) {
        return read().conversations().lastMessageIds(tickets, limit);
    }

    private static MessageId id(TicketId ticket, int number) {
        return MessageId.publicMessage(ticket, number);
    }
}
