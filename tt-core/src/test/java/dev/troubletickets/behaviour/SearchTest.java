// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Missing;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchForm;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Advanced search (C2): parts that all hold together, within what the searcher sees. */
class SearchTest extends BehaviourTest {
    private static final Search ALL = Search.everything();

    @Test
    @Tag("C2")
    void everyPartNarrowsTheSearch() {
        center.settings(s -> s.withCategories(Category.of("Invoices")).withAutoClose(AutoClose.never()));
        QueueId billing = center.queue("Billing", Cast.JOHN);
        center.opened();
        mary.open(NewTicket.of("Other", "Help!").category("Invoices"));
        center.after(Duration.ofHours(1));
        TicketId wanted = jane.open(NewTicket.of("Invoice 100%", "Help!").category("Invoices"));
        john.change(wanted, Edit.queue(billing), Edit.priority(80), Edit.addTags("VIP", "money"));
        john.pickUp(wanted);
        john.answer(wanted, Answer.of("Paid."));

        for (Search search : List.of(
                ALL.title("100%"),
                ALL.tickets(wanted),
                ALL.requester("JANE@").queues(billing),
                ALL.accounts(Cast.JANE.id()).categories("Invoices"),
                ALL.queues(billing),
                ALL.assignees(Cast.JOHN),
                ALL.statuses(Status.ANSWERED, Status.ON_HOLD),
                ALL.priority(51, 100),
                ALL.created(Period.since(clock.instant())),
                ALL.lastMessage(Period.since(clock.instant())),
                ALL.tags(tag("money"), tag("vip")),
                ALL.answered(true),
                ALL.unreadByCustomer(true))) {
            assertThat(found(search)).as(search.toString()).containsExactly(wanted);
            assertThat(found(search.title("no such"))).as("and a title of none").isEmpty();
        }
        assertThat(found(ALL)).hasSize(3);
        assertThat(found(ALL.channels(Channel.MAIL))).isEmpty();
        assertThat(found(ALL.orUnassigned())).hasSize(2).doesNotContain(wanted);
        assertThat(found(ALL.assignees(Cast.JOHN).orUnassigned())).hasSize(3);
    }

    @Test
    @Tag("A5")
    @Tag("C2")
    void resolvedAndClosedTicketsAreFound() {
        TicketId closed = center.opened();
        john.close(closed);

        assertThat(found(ALL.statuses(Status.CLOSED))).containsExactly(closed);
        assertThat(found(ALL)).containsExactly(closed);
    }

    @Test
    @Tag("C2")
    void everyColumnSortsBothWaysOverAllPages() {
        for (int i = 0; i < 120; i++) {
            jane.open(NewTicket.of("Ticket " + i % 7, "Help!"));
        }
        for (Column column : Column.values()) {
            List<TicketId> up = pages(TicketSort.ascending(column));
            List<TicketId> down = pages(TicketSort.descending(column));

            assertThat(up).as("by " + column).hasSize(120).doesNotHaveDuplicates();
            java.util.Collections.reverse(down);
            assertThat(down).isEqualTo(up);
        }
    }

    @Test
    @Tag("C2")
    void aPageBelongsToOneSearchInOneOrder() {
        for (int i = 0; i < 60; i++) {
            center.opened();
        }
        TicketSort byId = TicketSort.ascending(Column.ID);
        var next = john.search().find(ALL.title("mail"), byId, Optional.empty()).next();
        assertThat(next).isPresent();

        Expect expect = Expect.in(center);
        expect.invalid("page", () -> john.search().find(ALL.title("bounces"), byId, next));
        expect.invalid("page", () -> john.search().find(ALL.title("mail"), TicketSort.descending(Column.ID), next));
        expect.invalid("page", () -> john.search().find(ALL.title("mail"), TicketSort.ascending(Column.STATUS), next));
        expect.invalid(
                "page", () -> john.section(dev.troubletickets.view.Dashboard.SectionName.UNASSIGNED, byId, next));
        expect.invalid("page", () -> john.quickSearch("mail", next));
        assertThat(john.search().find(ALL.title("mail"), byId, next).tickets()).hasSize(10);
    }

    @Test
    @Tag("C2")
    void theTotalIsExactUpToAThousand() {
        for (int i = 0; i < 1000; i++) {
            jane.open(NewTicket.of("Mail bounces", "Help!"));
        }
        SearchPage exact = page(ALL);
        assertThat(exact.total()).isEqualTo(1000);
        assertThat(exact.atLeast()).isFalse();

        center.opened();
        SearchPage more = page(ALL);
        assertThat(more.total()).isEqualTo(1000);
        assertThat(more.atLeast()).isTrue();
    }

    @Test
    @Tag("C2")
    void theFormOffersWhatTheSearcherSees() {
        center.settings(s -> s.withCategories(Category.of("Invoices"), Category.of("Web")));
        QueueId billing = center.queue("Billing", Cast.KATE);
        SearchForm kates = kate.search().form();
        SearchForm johns = john.search().form();

        assertThat(kates.queues()).extracting(SearchForm.Choice::name).containsExactly("Billing", "Support");
        assertThat(johns.queues()).extracting(SearchForm.Choice::id).doesNotContain(billing);
        assertThat(johns.categories()).containsExactly("Invoices", "Web");
        assertThat(johns.technicians())
                .extracting(SearchForm.Choice::name)
                .containsExactlyInAnyOrder("John Woods", "Kate Stone", "nick", "Anna Chief");
    }

    @Test
    @Tag("B2")
    @Tag("C2")
    void whatIsNotThereAndWhatIsNotTheirsAreMissingAlike() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        QueueId never = QueueId.of(999_999);
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(billing));

        for (QueueId queue : List.of(billing, never)) {
            SearchPage page = page(ALL.queues(queue));
            assertThat(page.tickets()).isEmpty();
            assertThat(page.total()).isZero();
            assertThat(page.missing()).containsExactly(new Missing(Missing.Part.QUEUE, queue.value() + ""));
        }
        assertThat(page(ALL.tickets(ticket, TicketId.of(999))).tickets()).isEmpty();
        assertThat(page(ALL.categories("Gone").assignees(StaffId.of("gone"), Cast.KATE))
                        .missing())
                .containsExactly(
                        new Missing(Missing.Part.CATEGORY, "Gone"), new Missing(Missing.Part.TECHNICIAN, "gone"));
    }

    @Test
    @Tag("B2")
    @Tag("C2")
    void whatIsAssignedToTheSearcherIsFoundWhereverItIs() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(billing));
        assertThat(found(ALL)).isEmpty();

        kate.assign(ticket, Cast.JOHN);
        assertThat(found(ALL)).containsExactly(ticket);
        assertThat(found(ALL.queues(billing))).containsExactly(ticket);
    }

    private List<TicketId> found(Search search) {
        return page(search).tickets().stream().map(StaffTicketRow::id).toList();
    }

    private SearchPage page(Search search) {
        SearchPage page = john.search().find(search, TicketSort.descending(Column.ID), Optional.empty());
        assertThat(page.total()).isGreaterThanOrEqualTo(page.tickets().size());
        return page;
    }

    private List<TicketId> pages(TicketSort sort) {
        List<TicketId> ids = new java.util.ArrayList<>();
        SearchPage page = john.search().find(ALL, sort, Optional.empty());
        page.tickets().forEach(row -> ids.add(row.id()));
        while (page.next().isPresent()) {
            page = john.search().find(ALL, sort, page.next());
            page.tickets().forEach(row -> ids.add(row.id()));
        }
        return ids;
    }

    private static dev.troubletickets.ticket.Tag tag(String value) {
        return dev.troubletickets.ticket.Tag.of(value);
    }
}
