// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;

/**
 * The rules in force.
 *
 * @param version rises with every save; 0 before the first
 * @param weighing rises by one when rules of weight are changed: what was weighed by a lower number is to be weighed anew
 */
public record Rulebook(long version, long weighing, RuleSet rules) {
    private static final String DOCUMENT = "rules";

    static Rulebook load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(RuleJson::book)
                .orElseGet(() -> new Rulebook(0, 0, RuleSet.none()));
    }

    /** Replaces the rules; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, RuleSet rules) {
        Rulebook before = load(stores);
        boolean same = before.rules.weights().equals(rules.weights());
        Rulebook after = new Rulebook(before.version + 1, same ? before.weighing : before.weighing + 1, rules);
        stores.documents().save(new Document(DOCUMENT, after.version, RuleJson.write(after)));
    }
}
