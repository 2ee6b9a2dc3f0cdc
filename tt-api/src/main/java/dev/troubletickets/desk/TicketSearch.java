// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchForm;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TicketSort;
import java.util.Optional;

/**
 * Advanced search (C2, C3), within what the technician sees: nobody's search finds, counts or offers more. Throws what {@link StaffDesk}
 * says of all its methods.
 */
public interface TicketSearch {
    /** The choices of the page that asks what to look for. */
    SearchForm form();

    /**
     * The tickets that fit, 50 a page.
     *
     * @throws dev.troubletickets.failure.Invalid if the token is of another search or another order
     */
    SearchPage find(Search search, TicketSort sort, Optional<PageToken> from);
}
