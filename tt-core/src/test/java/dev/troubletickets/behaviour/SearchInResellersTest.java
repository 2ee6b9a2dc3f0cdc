// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provider's staff search among the tickets of resellers' customers, as far as they see them (C3). */
class SearchInResellersTest extends BehaviourTest {
    private final TicketId bobs = center.bob().open(NewTicket.of("Mail bounces", "Help!"));
    private final TicketId janes = center.opened();

    @Test
    @Tag("C3")
    void onlyResellersCustomersTicketsAreFound() {
        assertThat(found(Search.everything())).containsExactlyInAnyOrder(bobs, janes);
        assertThat(found(Search.everything().onlyInResellers())).containsExactly(bobs);
        assertThat(found(Search.everything().resellers(Cast.RITA))).containsExactly(bobs);
        assertThat(found(Search.everything().resellers(ResellerId.of("other")))).isEmpty();
        assertThat(found(Search.everything().onlyInResellers().title("no such")))
                .isEmpty();
    }

    @Test
    @Tag("C3")
    void theRowNamesTheReseller() {
        assertThat(rows(Search.everything().tickets(bobs)))
                .extracting(StaffTicketRow::reseller)
                .containsExactly(Optional.of(Cast.RITA));
        assertThat(rows(Search.everything().tickets(janes)))
                .extracting(StaffTicketRow::reseller)
                .containsExactly(Optional.empty());
    }

    @Test
    @Tag("C3")
    void onlyResellersWithTicketsTheSearcherSeesAreOffered() {
        assertThat(john.search().form().resellers()).containsExactly(Cast.RITA);

        anna.change(bobs, Edit.queue(center.queue("Hidden")));
        assertThat(john.search().form().resellers()).isEmpty();
        assertThat(found(Search.everything().resellers(Cast.RITA))).isEmpty();
        assertThat(anna.search().form().resellers()).containsExactly(Cast.RITA);
    }

    private List<TicketId> found(Search search) {
        return rows(search).stream().map(StaffTicketRow::id).toList();
    }

    private List<StaffTicketRow> rows(Search search) {
        return john.search()
                .find(search, TicketSort.ascending(Column.RESELLER), Optional.empty())
                .tickets();
    }
}
