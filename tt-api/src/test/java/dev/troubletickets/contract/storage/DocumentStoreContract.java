// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small named texts under a version. */
public interface DocumentStoreContract extends StorageUnderTest {
    @Test
    default void anUnknownDocumentIsNotFound() {
        assertThat(find("settings")).isEmpty();
    }

    @Test
    default void aDocumentComesBackExactlyAsItWasSaved() {
        for (String text : new String[] {"", " ", "{\"b\":1.0, \"a\":2}", UNICODE, "é".repeat(200_000)}) {
            Document document = new Document("d" + text.length(), 1, text);
            save(document);

            assertThat(find(document.name())).contains(document);
        }
    }

    @Test
    default void theNextVersionReplacesTheOneBefore() {
        save(new Document("settings", 1, "one"));
        save(new Document("settings", 2, "two"));
        save(new Document("settings", 3, "three"));

        assertThat(find("settings")).contains(new Document("settings", 3, "three"));
    }

    @Test
    default void documentsAreKeptApartByTheirNames() {
        save(new Document("settings", 1, "one"));
        save(new Document("Settings", 1, "another"));

        assertThat(find("settings")).contains(new Document("settings", 1, "one"));
        assertThat(find("Settings")).contains(new Document("Settings", 1, "another"));
    }

    @Test
    default void aDocumentThatIsThereIsNotSavedAsNew() {
        save(new Document("settings", 1, "first"));

        refuses(new Document("settings", 1, "second"));
        assertThat(find("settings")).contains(new Document("settings", 1, "first"));
    }

    @Test
    default void aDocumentWhoseVersionHasMovedIsNotReplaced() {
        save(new Document("settings", 1, "one"));
        save(new Document("settings", 2, "two"));

        refuses(new Document("settings", 2, "late"));
        refuses(new Document("settings", 4, "early"));
        assertThat(find("settings")).contains(new Document("settings", 2, "two"));
    }

    @Test
    default void aDocumentThatIsNotThereHasNoSecondVersion() {
        refuses(new Document("settings", 2, "two"));

        assertThat(find("settings")).isEmpty();
    }

    private void refuses(Document document) {
        assertThatThrownBy(() -> save(document)).isInstanceOf(WriteConflict.class);
    }

    private void save(Document document) {
        write().documents().save(document);
    }

    private Optional<Document> find(String name) {
        return read().documents().find(name);
    }
}
