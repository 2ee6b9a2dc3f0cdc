// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.export.Exports.Target;
import dev.troubletickets.core.page.Searches;
import dev.troubletickets.desk.SavedSearches;
import dev.troubletickets.desk.TicketSearch;
import dev.troubletickets.people.StaffId;
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

final class CoreTicketSearch extends StaffCalls implements TicketSearch {
    CoreTicketSearch(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public SearchForm form() {
        return read(Searches::form);
    }

    @Override
    public SearchPage find(Search search, TicketSort sort, Optional<PageToken> from) {
        return read((scope, staff) -> Searches.find(scope, staff, search, sort, from));
    }

    @Override
    public SavedSearches saved() {
        return new CoreSavedSearches(desks, id);
    }

    @Override
    public ExportResult export(Search search, Export export, OutputStream into, ExportProgress progress) {
        return desks.exports.write(id, search, export, new Target(into, progress));
    }
}
