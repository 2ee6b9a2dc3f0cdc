// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.ExportResult;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchForm;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TicketSort;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Advanced search (C2, C3) and export (C4), within what the technician sees: nobody's search finds, counts or offers more. Throws what
 * {@link StaffDesk} says of all its methods.
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

    /** Searches with a name. */
    SavedSearches saved();

    /**
     * Writes the tickets that fit (C4), by number. They are read 500 at a time, each time within what the technician sees then; no more are
     * in memory, and nothing of the storage is held while the stream is written to. Tickets opened since the start are not among them,
     * whatever changes meanwhile none comes twice, and one that fits all the while is not left out. The stream is flushed and not closed.
     * What the stream throws comes out as {@link java.io.UncheckedIOException}; what was written until then stays written.
     */
    ExportResult export(Search search, Export export, OutputStream into, ExportProgress progress);
}
