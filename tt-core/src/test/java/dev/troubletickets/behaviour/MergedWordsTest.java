// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever searches for what was said finds the ticket where it is read, after merges and splits, and after they were undone (A12, C6). */
@Tag("A12")
class MergedWordsTest extends BehaviourTest {
    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        target = jane.open(NewTicket.of("Mail bounces", "All my mail comes back."));
        source = jane.open(NewTicket.of("Again trouble", "The relay refuses."));
        john.note(source, "her certificate expired");
    }

    @Test
    @Tag("C6")
    void titleMessagesAndNotesOfTheSourceFindTheTarget() {
        john.linking().merge(source, target);

        for (String words : List.of("again", "relay refuses", "certificate", "bounces trouble relay expired")) {
            assertThat(found(john, words)).as(words).containsExactly(target);
        }
    }

    @Test
    @Tag("C6")
    void wordsLeadThroughChains() {
        TicketId last = jane.open(NewTicket.of("Once more", "Nothing goes out."));
        john.linking().merge(source, target);
        john.linking().merge(target, last);

        assertThat(found(john, "relay bounces nothing")).containsExactly(last);
    }

    @Test
    @Tag("C1")
    @Tag("C2")
    void numbersLeadThroughChains() {
        TicketId last = jane.open(NewTicket.of("Once more", "Nothing goes out."));
        john.linking().merge(source, target);
        john.linking().merge(target, last);

        for (TicketId number : List.of(source, target, last)) {
            assertThat(ids(john.quickSearch(number.toString(), Optional.empty()).tickets()))
                    .containsExactly(last);
            assertThat(found(john, Search.everything().tickets(number))).containsExactly(last);
        }
    }

    @Test
    @Tag("C6")
    @Tag("G2")
    void undoneEachIsFoundByItsOwnWordsAgain() {
        TicketId last = jane.open(NewTicket.of("Once more", "Nothing goes out."));
        OperationId first = john.linking().merge(source, target);
        OperationId second = john.linking().merge(target, last);

        john.linking().undo(first);

        assertThat(found(john, "relay certificate again")).containsExactly(source);
        assertThat(found(john, "bounces nothing")).containsExactly(last);

        john.linking().undo(second);

        assertThat(found(john, "bounces")).containsExactly(target);
        assertThat(found(john, "nothing")).containsExactly(last);
    }

    @Test
    @Tag("A4")
    @Tag("C6")
    @Tag("G2")
    void splitOffWordsFindThePartWhereverItIsMerged() {
        center.admin().give(Cast.JOHN, Permission.SPLIT);
        jane.reply(target, Reply.of("The webmail hangs."));
        john.note(target, "her browser is ancient");
        center.after(Duration.ofHours(1));
        SplitReport split =
                john.linking().split(target, Split.into(Part.from("Slow pages", MessageId.publicMessage(target, 2))));
        TicketId part = split.tickets().get(0);

        assertThat(found(john, "webmail slow ancient")).containsExactly(part);
        assertThat(found(john, "bounces comes")).containsExactly(target);
        assertThat(found(john, "bounces webmail")).isEmpty();

        OperationId merge = john.linking().merge(part, source);
        assertThat(found(john, "webmail slow ancient relay")).containsExactly(source);

        john.linking().undo(merge);
        assertThat(found(john, "webmail slow ancient")).containsExactly(part);

        john.linking().undo(split.operation());
        assertThat(found(john, "webmail slow ancient bounces")).containsExactly(target);
        assertThat(found(john, "relay")).containsExactly(source);
    }

    @Test
    @Tag("C6")
    void whatAnotherCustomerSaysInTheirPartFindsTheWhole() {
        TicketId bobs = center.bob().open(NewTicket.of("Also down", "The gateway hangs."));
        john.linking().mergeAcrossCustomers(bobs, target);
        center.bob().reply(bobs, Reply.of("Since midnight."));

        assertThat(found(john, "gateway midnight bounces")).containsExactly(target);
    }

    @Test
    @Tag("C6")
    @Tag("B2")
    void nobodyFindsByWordsOfTheirOwnQueueWhatTheyDoNotSee() {
        QueueId secret = center.queue("Secret", Cast.KATE);
        center.admin().give(Cast.KATE, Permission.MERGE);
        kate.change(target, Edit.queue(secret));
        kate.linking().merge(source, target);

        assertThat(found(kate, "relay")).containsExactly(target);
        assertThat(found(john, "relay")).isEmpty();
        assertThat(john.quickSearch(source.toString(), Optional.empty()).tickets())
                .isEmpty();
    }

    @Test
    @Tag("C4")
    @Tag("C5")
    void exportsAndMassActionsTakeTheTargetOnce() {
        john.linking().merge(source, target);
        Search search = Search.everything().text("relay");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        john.search().export(search, Export.csv(ExportColumn.NUMBER), out, ExportProgress.none());
        BulkJobId job = john.bulk().start(search, BulkAction.tag("found"));
        center.run();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("number\r\n" + target.value() + "\r\n");
        assertThat(john.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes())
                .containsExactly(BulkOutcome.of(target, BulkOutcome.Result.DONE));
    }

    private static List<TicketId> found(StaffDesk desk, String words) {
        return found(desk, Search.everything().text(words));
    }

    private static List<TicketId> found(StaffDesk desk, Search search) {
        return ids(desk.search()
                .find(search, TicketSort.descending(Column.ID), Optional.empty())
                .tickets());
    }

    private static List<TicketId> ids(List<StaffTicketRow> rows) {
        return rows.stream().map(StaffTicketRow::id).toList();
    }
}
