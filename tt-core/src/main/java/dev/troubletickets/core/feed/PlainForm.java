// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events in texts, numbers, lists and objects: an id is its value, an instant and a duration are ISO 8601, nothing is null. A fixed form,
 * apart from the one in which events are stored.
 */
final class PlainForm {
    private PlainForm() {}

    static Map<String, @Nullable Object> data(TicketEvent event) {
        return components((Record) event);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        } else if (value instanceof Set<?> set) {
            // sets have no order, and one event has one form
            return set.stream().map(PlainForm::plain).sorted(PlainForm::byText).toList();
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(PlainForm::plain).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, mapped) -> sorted.put(key.toString(), plain(mapped)));
            return sorted;
        } else if (value instanceof Record structured) {
            return structured(structured);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static @Nullable Object structured(Record value) {
        Class<?> type = value.getClass();
        if (value instanceof MessageId || value instanceof OperationId) {
            return value.toString();
        }
        return EventSchema.isValue(type) ? plain(read(value, type.getRecordComponents()[0])) : components(value);
    }

    private static Map<String, @Nullable Object> components(Record value) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        for (RecordComponent component : EventSchema.told(value.getClass())) {
            form.put(component.getName(), plain(read(value, component)));
        }
        return form;
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's record is not open to be read: " + value.getClass(), e);
        }
    }

    private static int byText(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number && other instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()))
                : String.valueOf(one).compareTo(String.valueOf(other));
    }
}
