// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.TicketSearch;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 13: two worlds that differ only in what the searcher may not see give equal outputs. */
@Tag("B2")
class SearchLeaksTest {
    private static final Search ALL = Search.everything();

    @Test
    @Tag("C2")
    @Tag("C3")
    void hiddenTicketsChangeNothingASearcherSees() {
        TestCenter bare = world();
        TestCenter full = world();
        hide(full);

        assertThat(outputs(full)).isEqualTo(outputs(bare));
        assertThat(full.anna()
                        .search()
                        .find(ALL, TicketSort.ascending(Column.ID), Optional.empty())
                        .total())
                .as("there is something hidden")
                .isGreaterThan(80);
    }

    /** Two queues, of which john sees the default one. */
    private static TestCenter world() {
        TestCenter center = TestCenter.create();
        center.queue("Hidden");
        for (int i = 0; i < 60; i++) {
            center.jane().open(NewTicket.of("Mail bounces " + i, "Help!"));
        }
        center.john().change(TicketId.of(7), Edit.addTags("vip"), Edit.priority(90));
        center.john().close(TicketId.of(8));
        return center;
    }

    private static void hide(TestCenter center) {
        QueueId hidden = center.admin().queues().stream()
                .filter(queue -> queue.name().equals("Hidden"))
                .findFirst()
                .orElseThrow()
                .id();
        for (int i = 0; i < 30; i++) {
            TicketId ticket = center.bob().open(NewTicket.of("Mail bounces " + i, "Secret!"));
            center.anna().change(ticket, Edit.queue(hidden), Edit.addTags("vip", "secret"), Edit.priority(i * 3));
            if (i % 2 == 0) {
                center.anna().assign(ticket, Cast.KATE);
            }
        }
    }

    private static List<Object> outputs(TestCenter center) {
        TicketSearch search = center.john().search();
        List<Object> outputs = new ArrayList<>(List.of(search.form()));
        List<Search> searches = List.of(
                ALL,
                ALL.title("bounces"),
                ALL.title("secret"),
                ALL.requester("bob"),
                ALL.accounts(Cast.BOB.id()),
                ALL.resellers(Cast.RITA),
                ALL.onlyInResellers(),
                ALL.queues(QueueId.of(1), QueueId.of(2), QueueId.of(3), QueueId.of(4), QueueId.of(5)),
                ALL.assignees(Cast.KATE),
                ALL.tags(dev.troubletickets.ticket.Tag.of("secret")),
                ALL.tags(dev.troubletickets.ticket.Tag.of("vip")),
                ALL.priority(60, 100),
                ALL.statuses(Status.NEW, Status.OPEN),
                ALL.tickets(TicketId.of(61), TicketId.of(1000)));
        for (Search each : searches) {
            for (Column column : Column.values()) {
                var first = search.find(each, TicketSort.descending(column), Optional.empty());
                outputs.add(first);
                first.next()
                        .ifPresent(next ->
                                outputs.add(search.find(each, TicketSort.descending(column), Optional.of(next))));
            }
        }
        return outputs;
    }
}
