// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tickets center (B7): its sections, their counts, their order. */
class DashboardTest extends BehaviourTest {
    @Test
    @Tag("B7")
    void eachTicketStandsInItsSection() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId mine = center.taken();
        TicketId free = center.opened();
        TicketId answered = center.taken();
        john.answer(answered, Answer.of("Which?"));
        TicketId held = center.taken();
        john.hold(held);
        TicketId kates = center.opened();
        kate.pickUp(kates);
        john.close(center.taken());

        Dashboard dashboard = john.dashboard();
        assertThat(ids(dashboard.assigned())).containsExactlyInAnyOrder(mine, answered);
        assertThat(ids(dashboard.unassigned())).containsExactly(free);
        assertThat(dashboard.assigned().total()).isEqualTo(2);
        assertThat(dashboard.unassigned().total()).isEqualTo(1);
        assertThat(ids(dashboard.answered().orElseThrow())).containsExactly(answered);
        assertThat(ids(dashboard.onHold().orElseThrow())).containsExactly(held);
        assertThat(dashboard.activeByQueue())
                .isEqualTo(Map.of(center.defaultQueue(), new Dashboard.QueueCount("Support", 5)));
    }

    @Test
    @Tag("B7")
    void settingsHideTheAnsweredAndTheOnHoldSection() {
        center.settings(s -> s.withSections(false, true));
        assertThat(john.dashboard().answered()).isEmpty();
        assertThat(john.dashboard().onHold()).isPresent();

        center.settings(s -> s.withSections(true, false));
        assertThat(john.dashboard().answered()).isPresent();
        assertThat(john.dashboard().onHold()).isEmpty();
    }

    @Test
    @Tag("B7")
    void mineStandByHighestPriorityAndTheUnassignedNewestFirst() {
        TicketId low = opened(10);
        TicketId high = opened(90);
        TicketId normal = opened(50);
        assertThat(ids(john.dashboard().unassigned())).containsExactly(normal, high, low);

        List.of(low, high, normal).forEach(john::pickUp);

        assertThat(ids(john.dashboard().assigned())).containsExactly(high, normal, low);
    }

    @Test
    @Tag("B7")
    void theUnassignedStandInTheOrderAskedFor() {
        TicketId low = opened(10);
        TicketId high = opened(90);

        assertThat(ids(john.dashboard(TicketSort.ascending(Column.PRIORITY)).unassigned()))
                .containsExactly(low, high);
        assertThat(ids(john.dashboard(TicketSort.descending(Column.PRIORITY)).unassigned()))
                .containsExactly(high, low);
    }

    @Test
    @Tag("B7")
    void aLongSectionIsCountedInFullAndGoesOn() {
        for (int i = 0; i < 51; i++) {
            center.opened();
        }

        Dashboard.Section unassigned = john.dashboard().unassigned();

        assertThat(unassigned.tickets()).hasSize(50);
        assertThat(unassigned.total()).isEqualTo(51);
        TicketPage rest =
                john.section(SectionName.UNASSIGNED, TicketSort.descending(Column.CREATED), unassigned.next());
        assertThat(rest.tickets()).extracting(StaffTicketRow::id).containsExactly(TicketId.of(1));
        assertThat(rest.next()).isEmpty();
    }

    @Test
    @Tag("D11")
    @Tag("B12")
    void sendersOfHighlightedDomainsAreMarked() {
        center.opened();
        mary.open(NewTicket.of("Hi", "Hi"));
        center.settings(s -> s.withHighlightDomains(Set.of("Jane.Example ")));

        assertThat(john.dashboard().unassigned().tickets())
                .extracting(row -> row.requester().domain(), row -> row.marks().highlighted())
                .containsExactlyInAnyOrder(tuple("jane.example", true), tuple("mary.example", false));
    }

    private TicketId opened(int priority) {
        center.after(Duration.ofMinutes(1));
        return john.openFor(Cast.JANE.id(), NewTicket.of("Mail", "Help!").priority(Priority.of(priority)));
    }

    private static List<TicketId> ids(Dashboard.Section section) {
        return section.tickets().stream().map(StaffTicketRow::id).toList();
    }
}
