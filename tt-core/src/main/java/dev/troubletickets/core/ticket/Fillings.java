// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.fields.Belonging;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.CustomFieldChanged;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.spi.storage.FieldStore;
import dev.troubletickets.ticket.TicketId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a use case puts into a ticket's fields of the installation's own (G10), until it is written with the rest. */
final class Fillings {
    private final Scope scope;
    private final Map<FieldKey, Optional<FieldValue>> changed = new LinkedHashMap<>();

    Fillings(Scope scope) {
        this.scope = scope;
    }

    Case open(Case ticket, Map<FieldKey, FieldValue> values) {
        new TreeMap<>(values).forEach((field, value) -> put(ticket, field, Optional.empty(), Optional.of(value)));
        return ticket;
    }

    Case change(Case ticket, FieldKey field, Optional<FieldValue> value) {
        Belonging here = new Belonging(
                scope,
                ticket.state().queue(),
                Optional.ofNullable(ticket.header().category()));
        value.ifPresent(to -> here.check(field, to));
        Optional<FieldValue> was =
                Optional.ofNullable(scope.stores().fields().of(ticket.id()).get(field));
        if (!was.equals(value)) {
            put(ticket, field, was, value);
        }
        return ticket;
    }

    void save(TicketId ticket) {
        FieldStore fields = scope.stores().fields();
        changed.forEach((field, value) ->
                value.ifPresentOrElse(to -> fields.set(ticket, field, to), () -> fields.clear(ticket, field)));
    }

    private void put(Case ticket, FieldKey field, Optional<FieldValue> was, Optional<FieldValue> value) {
        changed.put(field, value);
        ticket.happened(new CustomFieldChanged(field, was, value));
    }
}
