// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingSnippetsTest {
    private final SupportCenter center = SupportCenter.builder()
            .storage(InMemoryStorage.create())
            .identity(new PanelDirectory(Panel.USERS))
            .installation("Harbour Hosting", "support@harbour.example")
            .build();
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final TicketId id =
            center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));

    @Test
    void aSearchOfSeveralParts() {
        Instant monday = Instant.EPOCH;
        // region: search
        tom.change(id, Edit.addTags("mail", "vip"));

        Search search = Search.everything()
                .title("bounces")
                .tags(Tag.of("vip"))
                .created(Period.since(monday))
                .orUnassigned();
        SearchPage page = tom.search().find(search, TicketSort.descending(Column.CREATED), Optional.empty());
        // page.tickets(), page.total(), page.next()
        // endregion
        assertThat(page.tickets()).hasSize(1);
        assertThat(page.total()).isEqualTo(1);
    }
}
