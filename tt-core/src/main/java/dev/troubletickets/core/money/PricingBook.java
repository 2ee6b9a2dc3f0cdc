// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Json;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How an installation charges resellers, as it is kept. */
public record PricingBook(String zone) {
    private static final String DOCUMENT = "pricing";

    public static ZoneId zone(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document ->
                        ZoneId.of(Json.read(document.text(), PricingBook.class).zone()))
                .orElse(ZoneOffset.UTC);
    }

    static void save(UnitOfWork stores, ZoneId zone) {
        long version = stores.documents().find(DOCUMENT).map(Document::version).orElse(0L);
        stores.documents().save(new Document(DOCUMENT, version + 1, Json.write(new PricingBook(zone.getId()))));
    }
}
