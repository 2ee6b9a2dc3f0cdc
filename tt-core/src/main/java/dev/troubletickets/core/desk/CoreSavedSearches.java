// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.page.Searches;
import dev.troubletickets.core.saved.Saved;
import dev.troubletickets.desk.SavedSearches;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

final class CoreSavedSearches extends StaffCalls implements SavedSearches {
    CoreSavedSearches(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<SavedSearch> list() {
        return read(Saved::list);
    }

    @Override
    public SavedSearchId save(SavedSearch.Content content) {
        return write((scope, staff) -> Saved.save(scope, staff, content));
    }

    @Override
    public void change(SavedSearchId search, SavedSearch.Content content) {
        run((scope, staff) -> Saved.change(scope, staff, search, content));
    }

    @Override
    public void delete(SavedSearchId search) {
        run((scope, staff) -> Saved.delete(scope, staff, search));
    }

    @Override
    public SearchPage run(SavedSearchId search, Optional<PageToken> from) {
        return read((scope, staff) -> {
            SavedSearch.Content saved = Saved.get(scope, staff, search).content();
            return Searches.find(scope, staff, saved.search(), saved.sort(), from);
        });
    }
}
