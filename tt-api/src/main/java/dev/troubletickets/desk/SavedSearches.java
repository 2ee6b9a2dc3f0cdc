// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/**
 * Saved searches (C6): a technician's own, at most 100, and those shared with all staff, at most 200. Any other is {@code NotFound}.
 *
 * <p>To share one, and to change or delete another's that is shared, needs {@link dev.troubletickets.rights.Permission#SHARE_SEARCHES}.
 */
public interface SavedSearches {
    /** One's own and the shared ones, by name. */
    List<SavedSearch> list();

    /**
     * @throws dev.troubletickets.failure.Invalid if one has another of that name, without regard to case
     * @throws dev.troubletickets.failure.OverLimit {@code savedSearches} or {@code sharedSearches}
     */
    SavedSearchId save(SavedSearch.Content content);

    /**
     * Its owner stays.
     *
     * @throws dev.troubletickets.failure.Invalid if its owner has another of that name
     * @throws dev.troubletickets.failure.OverLimit {@code sharedSearches}
     */
    void change(SavedSearchId search, SavedSearch.Content content);

    void delete(SavedSearchId search);

    /**
     * Runs it with the sight of the technician who does so, whoever saved it. What it names and is no more, or is not theirs, finds
     * nothing and is told in {@link SearchPage#missing}.
     *
     * @throws dev.troubletickets.failure.Invalid {@code savedSearch}, if this version of the library cannot read what another has kept; or
     *     if the token is of another search
     */
    SearchPage run(SavedSearchId search, Optional<PageToken> from);
}
