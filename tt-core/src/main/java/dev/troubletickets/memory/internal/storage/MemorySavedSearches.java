// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Saved searches. For use inside a unit of work alone. */
final class MemorySavedSearches implements SavedSearchStore {
    private final Tables tables;

    MemorySavedSearches(Tables tables) {
        this.tables = tables;
    }

    @Override
    public SavedSearchId create(Kept search) {
        SavedSearchId id = SavedSearchId.of(tables.nextId());
        put(new SavedData(id, search));
        return id;
    }

    @Override
    public Optional<SavedData> find(SavedSearchId id) {
        return tables.savedSearches.find(id.value());
    }

    @Override
    public Optional<SavedSearchId> findByName(StaffId owner, String name) {
        return all().filter(each -> each.kept().owner().equals(owner)
                        && key(each.kept().name()).equals(key(name)))
                .map(SavedData::id)
                .findFirst();
    }

    @Override
    public List<SavedData> list(StaffId owner) {
        return all().filter(each -> each.kept().shared() || each.kept().owner().equals(owner))
                .sorted(Comparator.<SavedData, String>comparing(
                                each -> key(each.kept().name()))
                        .thenComparing(each -> each.id().value()))
                .toList();
    }

    @Override
    public long countOf(StaffId owner) {
        return all().filter(each -> each.kept().owner().equals(owner)).count();
    }

    @Override
    public long countShared() {
        return all().filter(each -> each.kept().shared()).count();
    }

    @Override
    public void change(SavedData search) {
        if (tables.savedSearches.has(search.id().value())) {
            put(search);
        }
    }

    @Override
    public boolean delete(SavedSearchId id) {
        return tables.savedSearches.remove(id.value());
    }

    private void put(SavedData search) {
        findByName(search.kept().owner(), search.kept().name())
                .filter(other -> !other.equals(search.id()))
                .ifPresent(other -> {
                    throw new WriteConflict("the owner has a search of that name");
                });
        tables.savedSearches.put(search.id().value(), search);
    }

    private Stream<SavedData> all() {
        return tables.savedSearches.rows().stream();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
