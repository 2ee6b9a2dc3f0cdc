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
import dev.troubletickets.ticket.QueueId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /** Fields of one queue's tickets are the other's now, if it gets the tickets; those of its tickets alone go with them otherwise. */
    public static void pass(Scope scope, QueueId from, Optional<QueueId> to) {
        List<CustomField> fields = scope.installation().fields();
        if (fields.stream().anyMatch(field -> field.queues().contains(from))) {
            FieldBook.save(
                    scope.stores(),
                    fields.stream()
                            .flatMap(field -> passed(field, from, to).stream())
                            .toList());
        }
    }

    private static Optional<CustomField> passed(CustomField field, QueueId from, Optional<QueueId> to) {
        Set<QueueId> queues = new HashSet<>(field.queues());
        if (!queues.remove(from)) {
            return Optional.of(field);
        }
        to.ifPresent(queues::add);
        // one of no queue would be one of all
        return queues.isEmpty() ? Optional.empty() : Optional.of(field.onlyIn(queues.toArray(QueueId[]::new)));
    }

    private static boolean hasOtherType(Scope scope, CustomField field) {
        FieldKey key = field.key();
        return scope.installation().fields().stream()
                .anyMatch(before -> before.key().equals(key) && before.type() != field.type());
    }
}
