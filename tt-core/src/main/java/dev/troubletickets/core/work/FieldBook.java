// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.fields.CustomField;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.util.List;

/** The fields of the installation's own, as they are kept (G10). */
public record FieldBook(List<CustomField> fields) {
    private static final String DOCUMENT = "fields";

    static List<CustomField> load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document -> Json.read(document.text(), FieldBook.class).fields())
                .orElse(List.of());
    }

    /** Replaces all; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, List<CustomField> fields) {
        stores.documents().save(new Document(DOCUMENT, version(stores) + 1, Json.write(new FieldBook(fields))));
    }

    /** Of what was saved last; 0 before the first. */
    public static long version(UnitOfWork stores) {
        return stores.documents().find(DOCUMENT).map(Document::version).orElse(0L);
    }
}
