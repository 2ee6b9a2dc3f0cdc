// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.export.Exports.Target;
import dev.troubletickets.core.page.Searches;
import dev.troubletickets.core.work.Scope;
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
import java.util.function.BiFunction;

final class CoreTicketSearch implements TicketSearch {
    private final Desks desks;
    private final StaffId id;

    CoreTicketSearch(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
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

    private <T> T read(BiFunction<Scope, Viewer.Staff, T> query) {
        return desks.work.read(scope -> query.apply(scope, desks.access.staff(scope, id)));
    }
}
