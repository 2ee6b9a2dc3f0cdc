// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.fields;

import dev.troubletickets.core.work.FieldBook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.settings.Category;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What fields an installation can have (G10). */
public final class FieldLaws {
    private static final String FIELDS = "fields";
    private static final int MOST = 50;

    private FieldLaws() {}

    public static void save(Scope scope, List<CustomField> fields) {
        if (fields.size() > MOST) {
            throw new OverLimit(FIELDS, MOST);
        }
        if (fields.stream().map(CustomField::key).distinct().count() < fields.size()) {
            throw new Invalid(FIELDS, "each key stands once");
        }
        Set<String> categories =
                scope.settings().categories().stream().map(Category::name).collect(Collectors.toSet());
        for (CustomField field : fields) {
            if (field.queues().stream()
                    .anyMatch(id -> scope.installation().find(id).isEmpty())) {
                throw new Invalid(FIELDS, field.key() + " names a queue that does not exist");
            }
            if (!categories.containsAll(field.categories())) {
                throw new Invalid(FIELDS, field.key() + " names a category that does not exist");
            }
            if (hasOtherType(scope, field)) {
                throw new Invalid(FIELDS, field.key() + " is of another type; take another key");
            }
        }
        FieldBook.save(scope.stores(), fields);
    }

    private static boolean hasOtherType(Scope scope, CustomField field) {
        FieldKey key = field.key();
        return scope.installation().fields().stream()
                .anyMatch(before -> before.key().equals(key) && before.type() != field.type());
    }
}
