// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.SavedSearchId;
import java.util.List;
import java.util.Optional;

/** Saved searches (C6). */
public interface SavedSearchStore {
    /** @throws WriteConflict at the latest on commit, if the owner has one of that name, without regard to case */
    SavedSearchId create(Kept search);

    Optional<SavedData> find(SavedSearchId id);

    Optional<SavedSearchId> findByName(StaffId owner, String name);

    /** The owner's and those that are shared, by name without regard to case, then by id. */
    List<SavedData> list(StaffId owner);

    long countOf(StaffId owner);

    long countShared();

    /**
     * Without effect if there is none such.
     *
     * @throws WriteConflict at the latest on commit, if the owner has another of that name, without regard to case
     */
    void change(SavedData search);

    /** False if there is none such. */
    boolean delete(SavedSearchId id);

    /** @param content what is looked for and in which order, as JSON */
    record Kept(StaffId owner, String name, boolean shared, String content) {}

    record SavedData(SavedSearchId id, Kept kept) {}
}
