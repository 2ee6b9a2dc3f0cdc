// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import java.util.List;
import java.util.Optional;

/**
 * One page of what a search found.
 *
 * @param total how many tickets fit in all; counted up to 1,000
 * @param atLeast there are more than the total says
 * @param missing parts of the search that name what is not there, or not the searcher's to see
 * @param next ask for the next page with this
 */
public record SearchPage(
        List<StaffTicketRow> tickets, long total, boolean atLeast, List<Missing> missing, Optional<PageToken> next) {
    public SearchPage {
        tickets = List.copyOf(tickets);
        missing = List.copyOf(missing);
    }
}
