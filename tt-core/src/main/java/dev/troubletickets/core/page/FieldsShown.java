// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.fields.Belonging;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.settings.Category;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.FieldShown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields of the installation's own on pages and forms (G10). Where there are none, nothing is asked of the storage. */
final class FieldsShown {
    private FieldsShown() {}

    /** Those that belong to the ticket, and others in which something stands. */
    static List<FieldShown> forStaff(Scope scope, TicketData ticket) {
        Belonging here = here(scope, ticket);
        return all(scope, ticket).stream()
                .filter(shown -> shown.value().isPresent() || here.has(shown.field()))
                .toList();
    }

    /** Those for customers in which something stands. */
    static List<FieldShown> forCustomer(Scope scope, TicketData ticket) {
        return all(scope, ticket).stream()
                .filter(shown -> shown.value().isPresent() && shown.field().isForCustomers())
                .toList();
    }

    /** What a customer's form asks, by category; under the empty text without one. */
    static Map<String, List<CustomField>> ofForm(Scope scope) {
        QueueId home = scope.installation().defaultQueue().id();
        Map<String, List<CustomField>> fields = new HashMap<>();
        fields.put("", asked(new Belonging(scope, home, Optional.empty())));
        for (Category category : scope.settings().categories()) {
            QueueId queue = category.queue()
                    .filter(id -> scope.installation().find(id).isPresent())
                    .orElse(home);
            fields.put(category.name(), asked(new Belonging(scope, queue, Optional.of(category.name()))));
        }
        return fields;
    }

    private static List<CustomField> asked(Belonging there) {
        return there.fields().filter(CustomField::isForCustomers).toList();
    }

    private static List<FieldShown> all(Scope scope, TicketData ticket) {
        List<CustomField> fields = scope.installation().fields();
        Map<FieldKey, FieldValue> values =
                fields.isEmpty() ? Map.of() : scope.stores().fields().of(ticket.id());
        return fields.stream()
                .map(field -> new FieldShown(
                        field,
                        Optional.ofNullable(values.get(field.key())).filter(value -> value.type() == field.type())))
                .toList();
    }

    private static Belonging here(Scope scope, TicketData ticket) {
        return new Belonging(
                scope,
                ticket.state().queue(),
                Optional.ofNullable(ticket.header().category()));
    }
}
