// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.event.TicketEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events as they are kept: the record's simple name and its fields as JSON. */
public final class Events {
    private static final Map<String, Class<?>> TYPES = Arrays.stream(TicketEvent.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private Events() {}

    public static String type(TicketEvent event) {
        return event.getClass().getSimpleName();
    }

    public static String data(TicketEvent event) {
        return Json.write(event);
    }

    public static TicketEvent read(String type, String data) {
        Class<?> found = TYPES.get(type);
        if (found == null) {
            throw new IllegalStateException("an event of a type this version does not know: " + type);
        }
        return (TicketEvent) Json.read(data, found);
    }
}
