// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.spi.storage.FieldStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands in fields of an installation's own. For use inside a unit of work alone. */
final class MemoryFields implements FieldStore {
    static final Comparator<Key> ORDER =
            Comparator.<Key>comparingLong(key -> key.ticket().value()).thenComparing(Key::field);

    private final Tables tables;

    MemoryFields(Tables tables) {
        this.tables = tables;
    }

    record Key(TicketId ticket, FieldKey field) {}

    @Override
    public void set(TicketId ticket, FieldKey field, FieldValue value) {
        if (!tables.tickets.has(ticket)) {
            throw new WriteConflict("ticket " + ticket + " is gone");
        }
        tables.fields.put(new Key(ticket, field), value);
    }

    @Override
    public void clear(TicketId ticket, FieldKey field) {
        tables.fields.remove(new Key(ticket, field));
    }

    @Override
    public Map<FieldKey, FieldValue> of(TicketId ticket) {
        Map<FieldKey, FieldValue> values = new HashMap<>();
        tables.fields.forEach((key, value) -> {
            if (key.ticket().equals(ticket)) {
                values.put(key.field(), value);
            }
        });
        return values;
    }

    /** True if the ticket's field holds what is looked for. */
    static boolean fits(Tables tables, TicketId ticket, FieldSearch search) {
        return tables.fields
                .find(new Key(ticket, search.field()))
                .filter(value -> fits(value, search))
                .isPresent();
    }

    private static boolean fits(FieldValue value, FieldSearch search) {
        if (search instanceof FieldSearch.Is is) {
            return value instanceof FieldValue.Text && is.value() instanceof FieldValue.Text
                    ? lower(value.text()).equals(lower(is.value().text()))
                    : value.equals(is.value());
        }
        if (search instanceof FieldSearch.Contains contains) {
            return value instanceof FieldValue.Text && lower(value.text()).contains(lower(contains.words()));
        }
        FieldSearch.Between between = (FieldSearch.Between) search;
        return value.type() == between.type()
                && between.from()
                        .map(MemoryFields::amount)
                        .filter(from -> amount(value).compareTo(from) < 0)
                        .isEmpty()
                && between.to()
                        .map(MemoryFields::amount)
                        .filter(to -> amount(value).compareTo(to) > 0)
                        .isEmpty();
    }

    private static BigDecimal amount(FieldValue value) {
        return value instanceof FieldValue.Date date
                ? BigDecimal.valueOf(date.date().toEpochDay())
                : Optional.of(value)
                        .filter(FieldValue.Number.class::isInstance)
                        .map(number -> ((FieldValue.Number) number).number())
                        .orElse(BigDecimal.ZERO);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
