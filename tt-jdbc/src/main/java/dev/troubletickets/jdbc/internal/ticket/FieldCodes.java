// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.search.FieldSearch;
import org.jspecify.annotations.Nullable;

/** What stands in fields of an installation's own, as columns to compare with, and searches for it as conditions on them. */
final class FieldCodes {
    private static final String IN =
            "t.id in (select f.ticket from {ticket_field} f where f.field = ? and f.kind = ? and ";

    private FieldCodes() {}

    static String key(String text) {
        return TicketRow.key(text);
    }

    /** What numbers and days are compared by: ten thousandths, and days since 1970; absent for what has no order. */
    static @Nullable Long amount(FieldValue value) {
        if (value instanceof FieldValue.Number number) {
            return number.number().movePointRight(FieldValue.NUMBER_DECIMALS).longValueExact();
        }
        return value instanceof FieldValue.Date date ? (Long) date.date().toEpochDay() : null;
    }

    static void add(FieldSearch search, TicketFilter filter, String escape) {
        String field = search.field().value();
        if (search instanceof FieldSearch.Is is) {
            String exactly = is.value() instanceof FieldValue.Text ? ")" : " and f.content = ?)";
            Object[] values = {
                field,
                is.value().type().name(),
                key(is.value().text()),
                is.value().text()
            };
            filter.add(
                    IN + "f.value_key = ?" + exactly,
                    is.value() instanceof FieldValue.Text ? java.util.Arrays.copyOf(values, 3) : values);
        } else if (search instanceof FieldSearch.Contains contains) {
            String pattern = "%" + TicketFilter.literally(key(contains.words())) + "%";
            filter.add(IN + "f.value_key like ?" + escape + ")", field, "TEXT", pattern);
        } else if (search instanceof FieldSearch.Between between) {
            long from = between.from().map(FieldCodes::bound).orElse(Long.MIN_VALUE);
            long to = between.to().map(FieldCodes::bound).orElse(Long.MAX_VALUE);
            filter.add(IN + "f.amount between ? and ?)", field, between.type().name(), from, to);
        }
    }

    private static long bound(FieldValue value) {
        Long amount = amount(value);
        return amount == null ? 0 : amount;
    }
}
