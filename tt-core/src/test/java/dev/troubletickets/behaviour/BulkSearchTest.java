// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJob.State;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Acting on all tickets that fit a search (C5): which they are is settled before anything is done to any. */
class BulkSearchTest extends BehaviourTest {
    @Test
    @Tag("C5")
    void anActionThatChangesWhatFitsComesToAnEnd() {
        List<TicketId> tickets = opened(120);
        BulkJob untagged = run(Search.everything().orUnassigned(), BulkAction.assign(Cast.KATE));
        assertThat(untagged.count(Result.DONE)).isEqualTo(120);
        BulkJob released = run(Search.everything().assignees(Cast.KATE), BulkAction.release());
        assertThat(released.count(Result.DONE)).isEqualTo(120);
        BulkJob closed = run(Search.everything().statuses(Status.NEW, Status.OPEN), BulkAction.close());
        assertThat(closed.count(Result.DONE)).isEqualTo(120);
        assertThat(closed.state()).isEqualTo(State.DONE);
        assertThat(tickets).allMatch(id -> center.kept(id).state().status() == Status.CLOSED);
    }

    @Test
    @Tag("C5")
    void whatIsOpenedAfterTheStartIsNotAmongThem() {
        TicketId before = center.opened();
        BulkJobId job = john.bulk().start(Search.everything(), BulkAction.tag("old"));
        TicketId after = center.opened();
        center.run();

        assertThat(john.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes())
                .containsExactly(BulkOutcome.of(before, Result.DONE));
        assertThat(center.kept(after).header().tags()).isEmpty();
    }

    @Test
    @Tag("C5")
    @Tag("B2")
    void itNeverGoesBeyondWhatItsOwnerSees() {
        QueueId secret = center.queue("Secret");
        TicketId seen = center.opened();
        TicketId hidden = center.opened();
        anna.change(hidden, Edit.queue(secret));

        BulkJob job = run(Search.everything(), BulkAction.tag("x"));

        assertThat(job.tickets()).isEqualTo(1);
        assertThat(john.bulk()
                        .outcomes(job.id(), Optional.empty(), Optional.empty())
                        .outcomes())
                .extracting(BulkOutcome::ticket)
                .containsExactly(seen);
    }

    @Test
    @Tag("C5")
    void aSearchThatFindsNothingIsOverAtOnce() {
        BulkJob job = run(Search.everything().title("no such"), BulkAction.close());

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.tickets()).isZero();
    }

    @Test
    @Tag("C5")
    void itKnowsEveryPartOfItsSearch() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        Search search = Search.everything()
                .title("100% \"'\\")
                .tickets(TicketId.of(3))
                .requester("jane@")
                .accounts(Cast.JANE.id())
                .resellers(ResellerId.of("rita"))
                .onlyInResellers()
                .queues(center.defaultQueue())
                .categories("Invoices")
                .assignees(Cast.JOHN)
                .orUnassigned()
                .statuses(Status.OPEN, Status.ON_HOLD)
                .priority(5, 90)
                .created(Period.since(Instant.EPOCH))
                .modified(Period.between(Instant.EPOCH, clock.instant()))
                .lastMessage(Period.before(clock.instant()))
                .tags(dev.troubletickets.ticket.Tag.of("vip"))
                .answered(false)
                .unreadByCustomer(true)
                .channels(Channel.MAIL, Channel.PANEL)
                .fields(
                        FieldSearch.is("system", FieldValue.choice("linux")),
                        FieldSearch.is("paid", FieldValue.yesNo(true)),
                        FieldSearch.contains("host", "100%"),
                        FieldSearch.atLeast("size", FieldValue.number(5)),
                        FieldSearch.between(
                                "day", FieldValue.date(LocalDate.EPOCH), FieldValue.date(LocalDate.EPOCH.plusDays(1))));
        BulkJobId job = john.bulk().start(search, BulkAction.move(center.defaultQueue()));

        assertThat(john.bulk().state(job).search()).contains(search);
        assertThat(john.bulk().state(job).action()).isEqualTo(BulkAction.move(center.defaultQueue()));
    }

    @Test
    @Tag("C5")
    void deletingAllThatFitsLeavesNoneOut() {
        List<TicketId> tickets = opened(70);
        center.admin().give(Cast.JOHN, Permission.DELETE);

        BulkJob job = run(Search.everything().title("ticket"), BulkAction.delete());

        assertThat(job.count(Result.DONE)).isEqualTo(tickets.size());
        assertThat(anna.search()
                        .find(
                                Search.everything(),
                                dev.troubletickets.view.TicketSort.ascending(
                                        dev.troubletickets.view.TicketSort.Column.ID),
                                Optional.empty())
                        .total())
                .isZero();
    }

    private List<TicketId> opened(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> jane.open(NewTicket.of("Ticket " + i, "Help!")))
                .toList();
    }

    private BulkJob run(Search search, BulkAction action) {
        BulkJobId job = john.bulk().start(search, action);
        center.run();
        return john.bulk().state(job);
    }
}
