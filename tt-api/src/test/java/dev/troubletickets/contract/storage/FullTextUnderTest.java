// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

/** Searches for words, as the contracts of them ask: the count agrees with the list each time. */
interface FullTextUnderTest extends StorageUnderTest {
    /** By whoever sees everything. */
    default List<TicketId> found(String text) {
        return found(new Visibility.Everything(), text);
    }

    default List<TicketId> found(Visibility visibility, String text) {
        TicketCriteria criteria =
                TicketCriteria.of(visibility).search(Search.everything().text(text));
        List<TicketId> ids = read().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
        assertThat(read().tickets().count(criteria)).isEqualTo(ids.size());
        return ids;
    }
}
