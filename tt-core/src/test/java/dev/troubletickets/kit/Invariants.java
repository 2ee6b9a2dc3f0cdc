// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What holds after every test: history is complete, messages are numbered without gaps, no mail is stray, no note leaves the house. */
public final class Invariants implements AfterEachCallback {
    private static final int ALL = 100_000;

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            check(((BehaviourTest) context.getRequiredTestInstance()).center);
        }
    }

    /** For tests that build their center themselves. */
    public static void check(TestCenter center) {
        center.directory().comeBack();
        center.run();
        center.storage().read(unit -> {
            List<TicketData> tickets = allTickets(unit);
            tickets.forEach(ticket -> checkHistory(unit, ticket));
            List<MessageData> everything = unit.conversations()
                    .allMessages(tickets.stream().map(TicketData::id).toList());
            tickets.forEach(ticket -> checkMessages(unit, ticket, everything));
            tickets.forEach(ticket -> assertThat(unit.schedule().of(ticket.id()))
                    .as("scheduled actions of %s", ticket.id())
                    .hasSize(ticket.scheduled()));
            tickets.forEach(ticket -> assertThat(unit.tasks().of(ticket.id()))
                    .as("open tasks of %s", ticket.id())
                    .filteredOn(TaskData::isOpen)
                    .hasSize(ticket.tasks()));
            checkMails(unit, center, tickets);
            return true;
        });
    }

    /** Every ticket there is, merged ones too, by number. */
    public static List<TicketData> allTickets(UnitOfWork unit) {
        List<TicketData> all = new ArrayList<>(tickets(unit));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(unit.tickets().mergedInto(List.of(all.get(i).id())));
        }
        all.sort(Comparator.comparingLong(ticket -> ticket.id().value()));
        return all;
    }

    /** Every ticket that stands by itself, by number. */
    public static List<TicketData> tickets(UnitOfWork unit) {
        TicketCriteria all = TicketCriteria.of(new Visibility.Everything())
                .order(TicketCriteria.SortKey.ID, false)
                .page(Optional.empty(), ALL);
        return unit.tickets().list(all).stream()
                .map(dev.troubletickets.spi.storage.TicketStore.ListedTicket::ticket)
                .toList();
    }

    private static void checkHistory(UnitOfWork unit, TicketData ticket) {
        List<HistoryEntry> history = unit.conversations().history(ticket.id());
        assertThat(history.stream().map(HistoryEntry::version).distinct())
                .as("each version of %s has its history, in order", ticket.id())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ticket.version()).boxed().toList());
        assertThat(history.stream().map(HistoryEntry::at).toList())
                .as("the history of %s is in the order of time", ticket.id())
                .isSorted();
    }

    private static boolean wereNoneDeleted(UnitOfWork unit) {
        return unit.audit().latest(1000).stream().noneMatch(line -> line.what().startsWith("deleted ticket"));
    }

    /** All that were ever numbered are shown somewhere, once, unless what they were shown in was deleted. */
    private static void checkMessages(UnitOfWork unit, TicketData ticket, List<MessageData> everything) {
        boolean noneDeleted = wereNoneDeleted(unit);
        List<MessageData> own = everything.stream()
                .filter(message -> message.id().ticket().equals(ticket.id()))
                .toList();
        assertNumbered(
                own.stream().filter(message -> !message.id().isNote()),
                ticket.state().publicMessages(),
                noneDeleted);
        assertNumbered(
                own.stream().filter(message -> message.id().isNote()),
                ticket.state().notes(),
                noneDeleted);
        assertThat(own)
                .allMatch(message -> message.version() <= ticket.version())
                .allMatch(message -> message.id().isNote() == (message.kind() == MessageKind.NOTE));
        assertThat(everything)
                .as("public messages in %s", ticket.id())
                .anyMatch(message -> ticket.merged() != null
                        || message.shownIn().equals(ticket.id())
                                && !message.id().isNote());
    }

    private static void assertNumbered(Stream<MessageData> messages, int last, boolean withoutGaps) {
        List<Integer> numbers =
                messages.map(message -> message.id().number()).sorted().toList();
        List<Integer> given = IntStream.rangeClosed(1, last).boxed().toList();
        assertThat(numbers).as("numbers of messages").doesNotHaveDuplicates().isSubsetOf(given);
        if (withoutGaps) {
            assertThat(numbers).isEqualTo(given);
        }
    }

    private static void checkMails(UnitOfWork unit, TestCenter center, List<TicketData> tickets) {
        List<String> notes = tickets.stream()
                .flatMap(ticket -> unit.conversations().allMessages(ticket.id()).stream())
                .filter(message -> message.kind() == MessageKind.NOTE)
                .map(MessageData::text)
                .toList();
        for (var sent : center.mail().sent()) {
            ParsedMail mail = center.mail().read(sent);
            Optional<OutboxStore.Sent> row =
                    unit.outbox().findByMessageId(mail.messageId().orElseThrow());
            boolean ofKnown = row.isPresent()
                    && tickets.stream()
                            .anyMatch(ticket -> ticket.id().equals(row.get().ticket()));
            boolean amongStaff =
                    row.isPresent() && row.get().ticket() == null && row.get().kind() == OutgoingData.Kind.COPY;
            boolean ofDeleted = !wereNoneDeleted(unit);
            assertThat(ofKnown || amongStaff || ofDeleted)
                    .as("the mail %s belongs to a ticket", mail.subject())
                    .isTrue();
            String bytes = new String(sent.bytes(), StandardCharsets.UTF_8);
            assertThat(notes).as("notes in the mail %s", mail.subject()).noneMatch(bytes::contains);
        }
    }
}
