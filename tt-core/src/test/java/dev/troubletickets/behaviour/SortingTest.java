// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff lists sort by every column, both ways (B7), and equal rows stand by number in the same direction. */
class SortingTest extends BehaviourTest {
    private static final List<Integer> BY_NUMBER = List.of(1, 2, 3, 4);
    private static final Map<Column, List<Integer>> ASCENDING = Map.ofEntries(
            Map.entry(Column.ID, BY_NUMBER),
            Map.entry(Column.SUBJECT, List.of(3, 1, 4, 2)),
            Map.entry(Column.PRIORITY, List.of(2, 3, 4, 1)),
            Map.entry(Column.CATEGORY, List.of(4, 2, 3, 1)),
            Map.entry(Column.STATUS, List.of(2, 3, 4, 1)),
            Map.entry(Column.CREATED, BY_NUMBER),
            Map.entry(Column.MODIFIED, List.of(4, 3, 2, 1)),
            Map.entry(Column.LAST_MESSAGE, BY_NUMBER),
            Map.entry(Column.REQUESTER, List.of(3, 1, 2, 4)),
            Map.entry(Column.ACCOUNT, List.of(3, 1, 2, 4)),
            Map.entry(Column.RESELLER, List.of(1, 2, 4, 3)),
            Map.entry(Column.QUEUE, BY_NUMBER),
            Map.entry(Column.ASSIGNEE, BY_NUMBER),
            Map.entry(Column.WEIGHT, List.of(4, 3, 2, 1)),
            Map.entry(Column.DUE, List.of(2, 3, 1, 4)),
            // without words to look for, all are alike
            Map.entry(Column.RELEVANCE, BY_NUMBER));

    @BeforeEach
    void fourTickets() {
        center.settings(s -> s.withCategories(Category.of("a"), Category.of("B"), Category.of("c")));
        center.admin()
                .saveServiceLevel(
                        center.defaultQueue(), ServiceLevel.of(target("a", 1), target("B", 2), target("c", 3)));
        open("beta", 90, "c");
        open("Delta", 10, "a");
        open(Cast.BOB.id(), "Alpha", 50, "B");
        john.openFor(Cast.JANE.id(), NewTicket.of("beta", "Help!"));
        for (long ticket : List.of(4L, 3L, 2L, 1L)) {
            center.after(Duration.ofMinutes(1));
            john.note(TicketId.of(ticket), "Seen.");
        }
        john.pickUp(TicketId.of(1));
        john.release(TicketId.of(1));
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    @Tag("B7")
    void everyColumnSortsBothWays(Column column) {
        List<Integer> up = ASCENDING.get(column);
        List<Integer> down = new ArrayList<>(up);
        Collections.reverse(down);

        assertThat(numbers(TicketSort.ascending(column))).isEqualTo(up);
        assertThat(numbers(TicketSort.descending(column))).isEqualTo(down);
    }

    private static AnswerTarget target(String category, int hours) {
        return AnswerTarget.when(Condition.is(Fact.CATEGORY, category), category, Duration.ofHours(hours));
    }

    private List<Integer> numbers(TicketSort sort) {
        return john.section(SectionName.UNASSIGNED, sort, Optional.empty()).tickets().stream()
                .map(row -> (int) row.id().value())
                .toList();
    }

    private void open(String title, int priority, String category) {
        open(Cast.JANE.id(), title, priority, category);
    }

    private void open(AccountId account, String title, int priority, String category) {
        john.openFor(
                account,
                NewTicket.of(title, "Help!").priority(Priority.of(priority)).category(category));
        center.after(Duration.ofMinutes(1));
    }
}
