// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.spi.storage.SavedSearchStore.Kept;
import dev.troubletickets.spi.storage.SavedSearchStore.SavedData;
import dev.troubletickets.spi.storage.WriteConflict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Saved searches (C6): each owner's, and those shared with all. */
public interface SavedSearchContract extends StorageUnderTest {
    @Test
    @Tag("C6")
    default void aSearchIsKeptAsItWasSaved() {
        Kept kept = new Kept(JOHN, "Žluť '%_\\", false, "{\"search\":{\"title\":\"Žluť\"}}");
        SavedSearchId id = saved(kept);

        assertThat(read().savedSearches().find(id)).contains(new SavedData(id, kept));
        assertThat(read().savedSearches().find(SavedSearchId.of(id.value() + 1)))
                .isEmpty();
        assertThat(read().savedSearches().findByName(JOHN, "ŽLUŤ '%_\\")).contains(id);
        assertThat(read().savedSearches().findByName(MARY, kept.name())).isEmpty();
    }

    @Test
    @Tag("C6")
    default void theListHoldsOnesOwnAndTheSharedByName() {
        SavedSearchId late = saved(kept(JOHN, "b", false));
        SavedSearchId shared = saved(kept(MARY, "A", true));
        SavedSearchId same = saved(kept(MARY, "B", true));
        SavedSearchId marys = saved(kept(MARY, "c", false));

        assertThat(read().savedSearches().list(JOHN)).extracting(SavedData::id).containsExactly(shared, late, same);
        assertThat(read().savedSearches().list(MARY)).extracting(SavedData::id).containsExactly(shared, same, marys);
        assertThat(read().savedSearches().list(StaffId.of("John")))
                .extracting(SavedData::id)
                .containsExactly(shared, same);
        assertThat(read().savedSearches().countOf(MARY)).isEqualTo(3);
        assertThat(read().savedSearches().countShared()).isEqualTo(2);
    }

    @Test
    @Tag("C6")
    default void anOwnerHasOneOfEachName() {
        saved(kept(JOHN, "Mine", false));
        SavedSearchId other = saved(kept(JOHN, "other", false));
        saved(kept(MARY, "Mine", false));

        assertThatThrownBy(() -> saved(kept(JOHN, "MINE", true))).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> write().savedSearches().change(new SavedData(other, kept(JOHN, "mine", false))))
                .isInstanceOf(WriteConflict.class);
        assertThat(read().savedSearches().list(JOHN)).hasSize(2);
    }

    @Test
    @Tag("C6")
    default void aSearchIsChangedAndDeleted() {
        SavedSearchId id = saved(kept(JOHN, "Mine", false));
        SavedData changed = new SavedData(id, new Kept(JOHN, "MINE", true, "{\"x\":1}"));
        write().savedSearches().change(changed);
        assertThat(read().savedSearches().find(id)).contains(changed);

        assertThat(write().savedSearches().delete(id)).isTrue();
        assertThat(write().savedSearches().delete(id)).isFalse();
        write().savedSearches().change(changed);
        assertThat(read().savedSearches().find(id)).isEmpty();
    }

    private SavedSearchId saved(Kept search) {
        return write().savedSearches().create(search);
    }

    private static Kept kept(StaffId owner, String name, boolean shared) {
        return new Kept(owner, name, shared, "{}");
    }
}
