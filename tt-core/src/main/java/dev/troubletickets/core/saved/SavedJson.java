// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.saved;

import dev.troubletickets.core.work.Json;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.SavedSearchStore.Kept;
import dev.troubletickets.spi.storage.SavedSearchStore.SavedData;
import dev.troubletickets.view.TicketSort;
import tools.jackson.core.JacksonException;

/** Saved searches as they are kept. Reading one checks it as if it came from a form. */
final class SavedJson {
    private static final Kind NOTHING = new Kind(Search.everything(), TicketSort.descending(TicketSort.Column.ID));

    private SavedJson() {}

    /** The JSON's fields. */
    record Kind(Search search, TicketSort sort) {}

    static String write(SavedSearch.Content content) {
        return Json.write(new Kind(content.search(), content.sort()));
    }

    /** @throws Invalid if a field of it is unknown here, or holds what no search can */
    static SavedSearch read(SavedData data) {
        Kept kept = data.kept();
        try {
            Kind kind = Json.readOver(NOTHING, kept.content(), Kind.class);
            return new SavedSearch(
                    data.id(),
                    kept.owner(),
                    new SavedSearch.Content(kept.name(), kind.search(), kind.sort(), kept.shared()));
        } catch (JacksonException | ClassCastException e) {
            throw new Invalid("savedSearch", "is of another version of this library");
        }
    }
}
