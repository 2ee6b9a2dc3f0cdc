// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.util.Optional;

/**
 * The rules in force.
 *
 * @param weighing rises by one when rules of weight are changed: what was weighed by a lower number is to be weighed anew
 */
public record Rulebook(long weighing, RuleSet rules) {
    private static final String DOCUMENT = "rules";

    static Rulebook load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document -> RuleJson.book(document.text()))
                .orElseGet(() -> new Rulebook(0, RuleSet.none()));
    }

    /** Replaces the rules; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, RuleSet rules) {
        Optional<Document> document = stores.documents().find(DOCUMENT);
        Rulebook before = load(stores);
        boolean same = before.rules.weights().equals(rules.weights());
        Rulebook after = new Rulebook(same ? before.weighing : before.weighing + 1, rules);
        stores.documents()
                .save(new Document(DOCUMENT, document.map(Document::version).orElse(0L) + 1, RuleJson.write(after)));
    }
}
