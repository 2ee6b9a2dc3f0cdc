// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.FieldStore;
import dev.troubletickets.ticket.TicketId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

public final class SqlFieldStore implements FieldStore {
    private final Session session;

    public SqlFieldStore(Session session) {
        this.session = session;
    }

    @Override
    public void set(TicketId ticket, FieldKey field, FieldValue value) {
        session.later(
                session.dialect()
                        .upsert("ticket_field", "ticket, field", "kind, content, value_key, amount", Codes.marks(6)),
                ticket.value(),
                field.value(),
                value.type().name(),
                value.text(),
                FieldCodes.key(value.text()),
                FieldCodes.amount(value));
    }

    @Override
    public void clear(TicketId ticket, FieldKey field) {
        session.later("delete from {ticket_field} where ticket = ? and field = ?", ticket.value(), field.value());
    }

    @Override
    public Map<FieldKey, FieldValue> of(TicketId ticket) {
        Map<FieldKey, FieldValue> values = new HashMap<>();
        session.list(
                "select field, kind, content from {ticket_field} where ticket = ?",
                row -> values.put(FieldKey.of(row.text()), value(FieldType.valueOf(row.text()), row.text())) == null,
                ticket.value());
        return values;
    }

    private static FieldValue value(FieldType type, String content) {
        return switch (type) {
            case TEXT -> FieldValue.text(content);
            case NUMBER -> FieldValue.number(new BigDecimal(content));
            case DATE -> FieldValue.date(LocalDate.parse(content));
            case CHOICE -> FieldValue.choice(content);
            case YES_NO -> FieldValue.yesNo(content.equals("yes"));
        };
    }
}
