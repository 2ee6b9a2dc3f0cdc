// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tickets are found by the words of title and conversation (C6), the best first, within what the searcher sees. */
class FullTextTest extends BehaviourTest {
    private static final TicketSort BEST_FIRST = TicketSort.descending(Column.RELEVANCE);

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryption(new Envelope());
    }

    @Test
    @Tag("C6")
    @Tag("C2")
    void wordsOfTheTitleAndOfAllMessagesFindTheTicketTogether() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId ticket = jane.open(NewTicket.of("Invoice is wrong", "The TOTAL of März does not fit."));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("We have corrected it."));
        john.note(ticket, "she paid twice");
        center.opened();

        for (String words :
                List.of("invoice", "INVOICE märz", "corrected total", "twice", "paid wrong corrected fit")) {
            assertThat(found(john, words)).as(words).containsExactly(ticket);
        }
        assertThat(found(john, "invoice bounces")).isEmpty();
        assertThat(found(john, "invoic")).as("a part of a word").isEmpty();
    }

    @Test
    @Tag("C6")
    @Tag("B2")
    void nothingIsFoundBeyondWhatTheTechnicianSees() {
        QueueId secret = center.queue("Secret", Cast.KATE);
        TicketId hidden = jane.open(NewTicket.of("Help", "a needle in the haystack"));
        kate.change(hidden, Edit.queue(secret));

        assertThat(found(kate, "needle")).containsExactly(hidden);
        assertThat(john.search()
                        .find(text("needle"), BEST_FIRST, Optional.empty())
                        .total())
                .isZero();
        assertThat(found(john, "needle")).isEmpty();
    }

    @Test
    @Tag("C6")
    @Tag("F2")
    void whatIsEncryptedIsNotAmongTheWords() {
        TicketId ticket = jane.open(NewTicket.of("Help", "my password:\n" + Envelope.seal("nohtyp") + "\nthanks"));

        assertThat(found(john, "password thanks")).containsExactly(ticket);
        assertThat(found(john, "python")).isEmpty();
        assertThat(found(john, "nohtyp")).isEmpty();
        assertThat(found(john, "pgp")).isEmpty();
    }

    @Test
    @Tag("C6")
    @Tag("A16")
    void aCorrectedMessageIsFoundByItsNewWordsAlone() {
        TicketId ticket = center.taken();
        john.note(ticket, "the disk is broken");
        center.admin().give(Cast.JOHN, Permission.EDIT_MESSAGES);
        john.editMessage(ticket, MessageId.note(ticket, 1), "the fan is broken");
        john.change(ticket, Edit.subject("Noise"));

        assertThat(found(john, "fan broken noise")).containsExactly(ticket);
        assertThat(found(john, "disk")).isEmpty();
        assertThat(found(john, "mail fan"))
                .as("words of the customer's message stay")
                .containsExactly(ticket);
    }

    @Test
    @Tag("C6")
    void noCharacterIsAnOperator() {
        TicketId ticket = jane.open(NewTicket.of("Disk", "100% full, quota_size = 5 'GB' \\ end"));
        jane.open(NewTicket.of("Other", "quotaXsize 1000 full"));

        for (String words : List.of(
                "100%", "quota_size", "'GB'", "full & 100", "size | 5", "end:* -\\-", "\"gb full\"", "!end", "(100)")) {
            assertThat(found(john, words)).as(words).containsExactly(ticket);
        }
        for (String words : List.of("fu%", "f__l", "ful", "quota|nothing", "100 -full nothing")) {
            assertThat(found(john, words)).as(words).isEmpty();
        }
    }

    @Test
    @Tag("C6")
    void theBestComesFirstAndPagesHoldTogether() {
        List<TicketId> inText = IntStream.range(0, 60)
                .mapToObj(i -> jane.open(NewTicket.of("Help", "the mailbox is over its quota " + i)))
                .toList();
        TicketId inTitle = jane.open(NewTicket.of("Mailbox quota", "Help!"));

        List<TicketId> all = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            SearchPage page = john.search().find(text("quota mailbox"), BEST_FIRST, next);
            page.tickets().forEach(row -> all.add(row.id()));
            assertThat(page.total()).isEqualTo(61);
            next = page.next();
        } while (next.isPresent());

        assertThat(all).startsWith(inTitle).hasSize(61).doesNotHaveDuplicates().containsAll(inText);
    }

    @Test
    @Tag("C6")
    void withoutWordsAllAreEquallyRelevant() {
        TicketId one = center.opened();
        TicketId two = center.opened();

        assertThat(john.search()
                        .find(Search.everything(), BEST_FIRST, Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(two, one);
    }

    @Test
    @Tag("C6")
    void whatIsNoWordOrTooMuchIsRefused() {
        Expect expect = Expect.in(center);
        for (String nothing : List.of("", "  ", "%", "_", "\\", "'", "-- ;", "\u0000", "a\u0000b")) {
            expect.invalid("text", () -> text(nothing));
        }
        expect.overLimit("searchCharacters", () -> text("x".repeat(201)));
        expect.overLimit("searchCharacters", () -> text("(a+)+".repeat(1_000_000)));
        expect.overLimit(
                "searchWords",
                () -> text(IntStream.range(0, 21).mapToObj(i -> "w" + i).collect(Collectors.joining(" "))));
        assertThat(found(john, "日本語のメール 障害")).isEmpty();
    }

    @Test
    @Tag("C4")
    @Tag("C5")
    @Tag("C6")
    void whatIsFoundByWordsCanBeExportedAndActedUpon() {
        TicketId ticket = jane.open(NewTicket.of("Help", "a needle in the haystack"));
        center.opened();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        john.search().export(text("needle"), Export.csv(ExportColumn.NUMBER), out, ExportProgress.none());
        BulkJobId job = john.bulk().start(text("needle"), BulkAction.tag("found"));
        center.run();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("number\r\n" + ticket.value() + "\r\n");
        assertThat(john.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes())
                .containsExactly(BulkOutcome.of(ticket, BulkOutcome.Result.DONE));
        assertThat(john.bulk().state(job).search()).contains(text("needle"));
    }

    @Test
    @Tag("C6")
    @Tag("D1")
    void aLongTextIsFoundByItsWords() {
        String many = IntStream.range(0, 9_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        TicketId ticket = jane.open(NewTicket.of("Help", many));

        assertThat(found(john, "w8999 w0")).containsExactly(ticket);
    }

    private static Search text(String words) {
        return Search.everything().text(words);
    }

    private static List<TicketId> found(StaffDesk desk, String words) {
        return desk.search().find(text(words), TicketSort.descending(Column.ID), Optional.empty()).tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }
}
