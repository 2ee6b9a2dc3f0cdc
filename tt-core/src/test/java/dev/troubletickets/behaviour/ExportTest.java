// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static dev.troubletickets.search.ExportColumn.CATEGORY;
import static dev.troubletickets.search.ExportColumn.NUMBER;
import static dev.troubletickets.search.ExportColumn.PRIORITY;
import static dev.troubletickets.search.ExportColumn.QUEUE;
import static dev.troubletickets.search.ExportColumn.STICKY;
import static dev.troubletickets.search.ExportColumn.SUBJECT;
import static dev.troubletickets.search.ExportColumn.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.ExportResult;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a search finds, as a file (C4). */
class ExportTest extends BehaviourTest {
    private static final Search ALL = Search.everything();

    @Test
    @Tag("C4")
    void csvHasAHeadAndALineATicket() {
        TicketId one = jane.open(NewTicket.of("Žluťoučký, \"kůň\"", "Help!"));
        TicketId two = jane.open(NewTicket.of("Plain", "Help!"));
        john.change(two, Edit.addTags("vip", "a.b"), Edit.priority(70), Edit.sticky(true));

        assertThat(exported(Export.csv(NUMBER, SUBJECT, CATEGORY, PRIORITY, STICKY, TAGS)))
                .isEqualTo("number,subject,category,priority,sticky,tags\r\n" + one.value()
                        + ",\"Žluťoučký, \"\"kůň\"\"\",,50,false,\r\n" + two.value() + ",Plain,,70,true,a.b vip\r\n");
    }

    @Test
    @Tag("C4")
    void jsonIsAnObjectALine() {
        TicketId one = jane.open(NewTicket.of("=\"x\" \\ x", "Help!"));
        john.change(one, Edit.addTags("vip"));

        assertThat(exported(Export.json(NUMBER, SUBJECT, CATEGORY, STICKY, TAGS)))
                .isEqualTo("{\"number\":" + one.value() + ",\"subject\":\"=\\\"x\\\" \\\\ x\",\"category\":null,"
                        + "\"sticky\":false,\"tags\":[\"vip\"]}\n");
    }

    @Test
    @Tag("C4")
    void everyColumnCanBeAskedFor() {
        center.taken();
        String csv = exported(Export.csv());
        assertThat(csv.lines().findFirst().orElseThrow().split(",")).hasSize(ExportColumn.values().length);
        assertThat(csv).contains("John Woods", "Support", "jane@jane.example", "OPEN", "PANEL", "2026-03-02T09:00:00Z");
        for (ExportColumn column : ExportColumn.values()) {
            assertThat(exported(Export.json(column))).startsWith("{\"" + column.title() + "\":");
            assertThat(ExportColumn.of(column.title())).isEqualTo(column);
        }
    }

    @Test
    @Tag("C4")
    @Tag("B2")
    void onlyWhatTheTechnicianSeesAndTheSearchFindsIsWritten() {
        QueueId secret = center.queue("Secret");
        TicketId seen = center.opened();
        TicketId hidden = center.opened();
        jane.open(NewTicket.of("Other", "Help!"));
        anna.change(hidden, Edit.queue(secret));
        john.note(seen, "a note");
        Search bounces = ALL.title("bounces");

        assertThat(numbers(exported(bounces, Export.csv(NUMBER)))).containsExactly(seen.value());
        assertThat(exported(bounces, Export.json())).doesNotContain("a note");
        assertThat(exported(ALL.queues(secret), Export.csv(QUEUE))).isEqualTo("queue\r\n");
    }

    @Test
    @Tag("C4")
    void formulasAreDisarmedInEveryTextThatStrangersChoose() {
        for (String subject : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)")) {
            jane.open(NewTicket.of(subject, "Help!"));
        }
        assertThat(exported(Export.csv(SUBJECT)).lines().skip(1)).hasSize(4).allMatch(line -> line.startsWith("'"));
        assertThat(exported(Export.json(SUBJECT)).lines()).noneMatch(line -> line.contains("'="));
    }

    @Test
    @Tag("C4")
    void changesMeanwhileNeitherDoubleNorDropATicket() {
        List<TicketId> all = opened(1_100);
        List<Long> told = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportResult result = john.search().export(ALL, Export.csv(NUMBER), out, written -> {
            told.add(written);
            for (TicketId id : List.of(all.get(0), all.get(499), all.get(500), all.get(1_099))) {
                john.change(id, Edit.priority(told.size() * 10), Edit.subject("Changed " + told.size()));
            }
            opened(3);
            return true;
        });

        assertThat(numbers(out.toString(StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(all.stream().map(TicketId::value).toList());
        assertThat(result).isEqualTo(new ExportResult(1_100, true));
        assertThat(told).containsExactly(500L, 1_000L, 1_100L);
    }

    @Test
    @Tag("C4")
    void whatIsGoneOrOutOfSightMeanwhileIsNotWritten() {
        QueueId secret = center.queue("Secret");
        List<TicketId> all = opened(600);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        john.search().export(ALL, Export.csv(NUMBER), out, written -> {
            if (written == 500) {
                anna.change(all.get(550), Edit.queue(secret));
                anna.delete(all.get(551));
            }
            return true;
        });

        assertThat(numbers(out.toString(StandardCharsets.UTF_8)))
                .hasSize(598)
                .doesNotContain(all.get(550).value(), all.get(551).value());
    }

    @Test
    @Tag("C4")
    void theProgressCanEndIt() {
        opened(600);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportResult result = john.search().export(ALL, Export.json(NUMBER), out, written -> false);

        assertThat(result).isEqualTo(new ExportResult(500, false));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(500);
    }

    @Test
    @Tag("C4")
    void nothingFoundIsAHeadAlone() {
        assertThat(exported(Export.csv(NUMBER))).isEqualTo("number\r\n");
        assertThat(exported(Export.json(NUMBER))).isEmpty();
    }

    @Test
    @Tag("C4")
    void aBrokenTargetIsToldByItsOwnName() {
        opened(3);
        IOException full = new IOException("disk full");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };

        assertThatThrownBy(() -> john.search().export(ALL, Export.csv(), broken, ExportProgress.none()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(full);
        assertThat(exported(Export.csv(NUMBER)).lines()).hasSize(4);
    }

    @Test
    @Tag("C4")
    void columnsAreKnownAndNamedOnce() {
        Expect expect = Expect.in(center);
        expect.invalid("columns", () -> Export.csv(NUMBER, SUBJECT, NUMBER));
        expect.invalid("columns", () -> new Export(Export.Format.CSV, List.of()));
        expect.invalid("columns", () -> Export.of(Export.Format.JSON, List.of("number", "notes")));
        expect.invalid("columns", () -> Export.of(Export.Format.JSON, List.of("NUMBER")));
        expect.overLimit("columns", () -> new Export(Export.Format.CSV, Collections.nCopies(100, NUMBER)));
        expect.overLimit("columns", () -> Export.of(Export.Format.CSV, Collections.nCopies(100, "number")));
        assertThat(Export.of(Export.Format.CSV, List.of("number", "tags"))).isEqualTo(Export.csv(NUMBER, TAGS));
    }

    private List<TicketId> opened(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> jane.open(NewTicket.of("Ticket " + i, "Help!")))
                .toList();
    }

    private String exported(Export export) {
        return exported(ALL, export);
    }

    private String exported(Search search, Export export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        john.search().export(search, export, out, ExportProgress.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Long> numbers(String csv) {
        return csv.lines()
                .skip(1)
                .flatMapToLong(line -> LongStream.of(Long.parseLong(line)))
                .boxed()
                .toList();
    }
}
