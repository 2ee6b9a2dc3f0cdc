// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.SidesWorld;
import dev.troubletickets.kit.SidesWorld.Kept;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Who sees which ticket (B2, E4), on every path, as a model of a few lines says, whatever the tree, the offer, the staff and the tickets. */
class VisibilityLawTest {
    private static final TicketSort BY_NUMBER = TicketSort.ascending(TicketSort.Column.ID);

    @Property(tries = 40)
    @Tag("E4")
    @Tag("B2")
    @Tag("C3")
    void everyPathIsAsTheModelSays(@ForAll long seed) {
        SidesWorld world = SidesWorld.in(TestCenter.create(), new Random(seed));
        world.offer();
        assertAsModelled(world);

        world.center().run();
        assertAsModelled(world);
    }

    static void assertAsModelled(SidesWorld world) {
        for (StaffMember member : world.staff()) {
            List<Kept> seen = world.tickets().stream()
                    .filter(ticket -> world.sees(member, ticket))
                    .toList();
            StaffDesk desk = world.center().center().staff(member.id());
            List<TicketId> ids = seen.stream().map(Kept::id).toList();
            var found = desk.search().find(Search.everything(), BY_NUMBER, Optional.empty());
            assertThat(found.tickets())
                    .extracting(row -> row.id())
                    .as("%s finds", member)
                    .isEqualTo(ids);
            assertThat(found.total()).as("%s counts", member).isEqualTo(ids.size());
            assertThat(active(desk.dashboard()))
                    .as("%s has on the dashboard", member)
                    .isEqualTo(seen.stream().filter(ticket -> !ticket.closed()).count());
            assertThat(desk.search().form().resellers())
                    .as("%s chooses from", member)
                    .containsExactlyElementsOf(seen.stream()
                            .map(Kept::reseller)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted(java.util.Comparator.comparing(each -> each.value()))
                            .toList());
            world.tickets().forEach(ticket -> assertOne(desk, ticket, ids.contains(ticket.id())));
        }
    }

    private static void assertOne(StaffDesk desk, Kept ticket, boolean sees) {
        Throwable thrown = catchThrowable(() -> desk.ticket(ticket.id()));
        if (sees) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(NotFound.class).hasMessage("no such ticket");
        }
        assertThat(holds(desk.quickSearch(ticket.id().toString(), Optional.empty()), ticket))
                .isEqualTo(sees);
        assertThat(holds(desk.ticketsOf(ticket.account(), Optional.empty()), ticket))
                .isEqualTo(sees);
    }

    private static boolean holds(TicketPage page, Kept ticket) {
        return page.tickets().stream().anyMatch(row -> row.id().equals(ticket.id()));
    }

    private static long active(Dashboard dashboard) {
        return dashboard.activeByQueue().values().stream()
                .mapToLong(Dashboard.QueueCount::active)
                .sum();
    }
}
