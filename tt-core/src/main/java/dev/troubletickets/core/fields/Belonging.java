// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.fields;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.ticket.QueueId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which fields belong to a ticket of one queue and category, and what can be put into them (G10). */
public record Belonging(Scope scope, QueueId queue, Optional<String> category) {
    public Stream<CustomField> fields() {
        return scope.installation().fields().stream().filter(this::has);
    }

    public boolean has(CustomField field) {
        boolean ofQueue = field.queues().isEmpty() || field.queues().contains(queue);
        boolean ofCategory = field.categories().isEmpty()
                || category.filter(field.categories()::contains).isPresent();
        return ofQueue && ofCategory;
    }

    /**
     * That a form can open a ticket with these.
     *
     * @param customer it is a customer's form, which shows no field of staff's
     * @throws Invalid for a field that does not belong to it, does not take its value, or is required and missing
     */
    public void check(Map<FieldKey, FieldValue> given, boolean customer) {
        given.forEach((key, value) -> {
            boolean shown =
                    fields().anyMatch(field -> field.key().equals(key) && (field.isForCustomers() || !customer));
            if (!shown) {
                throw missing(key);
            }
            check(key, value);
        });
        fields().filter(CustomField::required)
                .filter(field -> field.isForCustomers() || !customer)
                .filter(field -> !given.containsKey(field.key()))
                .findFirst()
                .ifPresent(field -> {
                    throw new Invalid(name(field.key()), "has to be filled in");
                });
    }

    /** @throws Invalid for a field that does not belong to the ticket, or does not take the value */
    public void check(FieldKey key, FieldValue value) {
        CustomField field =
                fields().filter(each -> each.key().equals(key)).findFirst().orElseThrow(() -> missing(key));
        if (!field.takes(value)) {
            throw new Invalid(name(key), "does not take this value");
        }
    }

    private static Invalid missing(FieldKey key) {
        return new Invalid(name(key), "there is no such field here");
    }

    private static String name(FieldKey key) {
        return "fields." + key;
    }
}
