// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists come in pages; a page's token fits its own list alone. */
class PagingTest extends BehaviourTest {
    private static final TicketSort BY_TITLE = TicketSort.ascending(Column.SUBJECT);

    @Test
    @Tag("C1")
    void everyTicketStandsOnExactlyOnePage() {
        for (int i = 0; i < 120; i++) {
            jane.open(NewTicket.of("Title " + i % 7, "Help!"));
        }
        for (Column column : Column.values()) {
            for (boolean descending : List.of(true, false)) {
                assertThat(walk(new TicketSort(column, descending)))
                        .hasSize(120)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    @Tag("C1")
    void whatIsAddedMeanwhileDoesNotMoveThePages() {
        for (int i = 0; i < 60; i++) {
            center.opened();
        }
        TicketPage first = john.quickSearch("mail", Optional.empty());
        center.opened();

        TicketPage second = john.quickSearch("mail", first.next());

        assertThat(first.tickets()).hasSize(50);
        assertThat(second.tickets()).hasSize(10).last().matches(row -> row.id().value() == 1);
        assertThat(second.next()).isEmpty();
    }

    @Test
    @Tag("A6")
    void customersListsComeInPagesToo() {
        for (int i = 0; i < 51; i++) {
            center.opened();
        }

        CustomerTickets first = jane.tickets(Optional.empty());

        assertThat(first.tickets()).hasSize(50);
        assertThat(jane.tickets(first.next()).tickets())
                .extracting(CustomerTicketRow::id)
                .containsExactly(TicketId.of(1));
    }

    @Test
    @Tag("C1")
    void aTokenOfAnotherListOrOrderIsInvalid() {
        for (int i = 0; i < 51; i++) {
            center.opened();
        }
        Optional<PageToken> byTitle =
                john.section(SectionName.UNASSIGNED, BY_TITLE, Optional.empty()).next();
        Optional<PageToken> byId = john.section(
                        SectionName.UNASSIGNED, TicketSort.descending(Column.ID), Optional.empty())
                .next();
        Optional<PageToken> search = john.quickSearch("mail", Optional.empty()).next();
        Optional<PageToken> janes = jane.tickets(Optional.empty()).next();
        assertThat(List.of(byTitle, byId, search, janes)).allMatch(Optional::isPresent);

        invalid(() -> john.section(SectionName.UNASSIGNED, TicketSort.descending(Column.SUBJECT), byTitle));
        invalid(() -> john.section(SectionName.UNASSIGNED, TicketSort.ascending(Column.STATUS), byTitle));
        invalid(() -> john.section(SectionName.ASSIGNED, BY_TITLE, byTitle));
        invalid(() -> john.quickSearch("mail", byTitle));
        invalid(() -> john.quickSearch("mail", byId));
        invalid(() -> john.section(SectionName.UNASSIGNED, TicketSort.descending(Column.ID), search));
        invalid(() -> jane.tickets(byTitle));
        invalid(() -> jane.archived(janes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "SUQKdHJ1ZQ", "SUQKdHJ1ZQox", "SUQKdHJ1ZQotMQotMQ", "\u0000", "\ud83d"})
    @Tag("C1")
    void aTokenThatIsNoneIsInvalid(String token) {
        Optional<PageToken> page = Optional.of(new PageToken(token));

        invalid(() -> john.section(SectionName.UNASSIGNED, TicketSort.descending(Column.ID), page));
        invalid(() -> john.quickSearch("mail", page));
        invalid(() -> jane.tickets(page));
        invalid(() -> center.rita().tickets(page));
    }

    private void invalid(ThrowingCallable call) {
        Expect.in(center).invalid("page", call);
    }

    private List<TicketId> walk(TicketSort sort) {
        List<TicketId> all = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            TicketPage page = john.section(SectionName.UNASSIGNED, sort, next);
            page.tickets().forEach(row -> all.add(row.id()));
            next = page.next();
            assertThat(all).as("pages end").hasSizeLessThan(1000);
        } while (next.isPresent());
        return all;
    }
}
