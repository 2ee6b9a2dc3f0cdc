// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.saved;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.SavedSearchStore.Kept;
import dev.troubletickets.spi.storage.SavedSearchStore.SavedData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The laws of saved searches (C6): each has an owner, and is theirs alone unless it is shared. */
public final class Saved {
    private static final Logger LOG = LoggerFactory.getLogger(Saved.class);
    private static final int MOST_OWN = 100;
    private static final int MOST_SHARED = 200;

    private Saved() {}

    /** Without those that this version cannot read. */
    public static List<SavedSearch> list(Scope scope, Viewer.Staff staff) {
        return store(scope).list(staff.id()).stream()
                .filter(each -> isFor(staff, each))
                .flatMap(Saved::readable)
                .toList();
    }

    public static SavedSearch get(Scope scope, Viewer.Staff staff, SavedSearchId id) {
        return SavedJson.read(find(scope, staff, id));
    }

    public static SavedSearchId save(Scope scope, Viewer.Staff staff, SavedSearch.Content content) {
        if (store(scope).countOf(staff.id()) >= MOST_OWN) {
            throw new OverLimit("savedSearches", MOST_OWN);
        }
        requireFree(scope, staff.id(), content.name(), Optional.empty());
        if (content.shared()) {
            share(scope, staff);
        }
        return store(scope).create(kept(staff.id(), content));
    }

    public static void change(Scope scope, Viewer.Staff staff, SavedSearchId id, SavedSearch.Content content) {
        SavedData before = own(scope, staff, id);
        requireFree(scope, before.kept().owner(), content.name(), Optional.of(id));
        if (content.shared() && !before.kept().shared()) {
            share(scope, staff);
        } else if (content.shared()) {
            staff.require(Permission.SHARE_SEARCHES);
        }
        store(scope).change(new SavedData(id, kept(before.kept().owner(), content)));
    }

    public static void delete(Scope scope, Viewer.Staff staff, SavedSearchId id) {
        store(scope).delete(own(scope, staff, id).id());
    }

    private static SavedSearchStore store(Scope scope) {
        return scope.stores().savedSearches();
    }

    private static Kept kept(StaffId owner, SavedSearch.Content content) {
        return new Kept(owner, content.name(), content.shared(), SavedJson.write(content));
    }

    /** @throws NotFound alike for one that is not there and one that is another's */
    private static SavedData find(Scope scope, Viewer.Staff staff, SavedSearchId id) {
        return store(scope).find(id).filter(each -> isFor(staff, each)).orElseThrow(() -> new NotFound("saved search"));
    }

    /** What is shared is shared among the provider's staff: it may name whom a reseller's do not know (E4). */
    private static boolean isFor(Viewer.Staff staff, SavedData search) {
        boolean shared = search.kept().shared() && staff.reseller().isEmpty();
        return shared || search.kept().owner().equals(staff.id());
    }

    private static SavedData own(Scope scope, Viewer.Staff staff, SavedSearchId id) {
        SavedData found = find(scope, staff, id);
        if (!found.kept().owner().equals(staff.id())) {
            staff.require(Permission.SHARE_SEARCHES);
        }
        return found;
    }

    private static void share(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.SHARE_SEARCHES);
        if (store(scope).countShared() >= MOST_SHARED) {
            throw new OverLimit("sharedSearches", MOST_SHARED);
        }
    }

    private static void requireFree(Scope scope, StaffId owner, String name, Optional<SavedSearchId> self) {
        Optional<SavedSearchId> same = store(scope).findByName(owner, name);
        if (same.isPresent() && !same.equals(self)) {
            throw new Invalid("name", "another saved search has it");
        }
    }

    private static Stream<SavedSearch> readable(SavedData data) {
        try {
            return Stream.of(SavedJson.read(data));
        } catch (Invalid e) {
            LOG.warn("saved search {} cannot be read by this version", data.id().value());
            return Stream.empty();
        }
    }
}
