// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.util.HashMap;
import java.util.Map;

/** To which resellers support is offered, as it is kept (E4). */
public record SupportBook(boolean offeredByDefault, Map<String, Boolean> named) {
    private static final String DOCUMENT = "resellers";

    static SupportBook of(ResellerSupport support) {
        Map<String, Boolean> named = new HashMap<>();
        support.named().forEach((reseller, offered) -> named.put(reseller.value(), offered));
        return new SupportBook(support.offeredByDefault(), named);
    }

    public ResellerSupport support() {
        Map<ResellerId, Boolean> all = new HashMap<>();
        named.forEach((reseller, offered) -> all.put(ResellerId.of(reseller), offered));
        return new ResellerSupport(offeredByDefault, all);
    }

    static ResellerSupport load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document -> Json.read(document.text(), SupportBook.class).support())
                .orElse(ResellerSupport.offered());
    }

    /** Replaces it; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, ResellerSupport support) {
        stores.documents().save(new Document(DOCUMENT, version(stores) + 1, Json.write(of(support))));
    }

    /** Of what was saved last; 0 before the first. */
    public static long version(UnitOfWork stores) {
        return stores.documents().find(DOCUMENT).map(Document::version).orElse(0L);
    }
}
