// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the form of each type of event is, and which version of it. */
public final class EventSchema {
    /** Of types whose fields have changed since their first version; add one when a record changes. */
    private static final Map<String, Integer> VERSIONS = Map.of("InclusionsRevealed", 2);

    /** What a message said may be a note's text, which leaves the house in no form. */
    private static final Set<String> LEFT_OUT = Set.of("MessageEdited.before");

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(int.class, "number"),
            Map.entry(Integer.class, "number"),
            Map.entry(long.class, "number"),
            Map.entry(Long.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(Instant.class, "time"),
            Map.entry(Duration.class, "duration"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(Map.class, "object"),
            Map.entry(MessageId.class, "message"),
            Map.entry(OperationId.class, "operation"));

    private EventSchema() {}

    /** The version of a type's form, from 1. */
    public static int version(String type) {
        return VERSIONS.getOrDefault(type, 1);
    }

    /** By name. */
    public static List<Class<?>> types() {
        return Arrays.stream(TicketEvent.class.getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    /** The fields of a type and what each holds, such as {@code queue: number; channel: Channel}. */
    public static String fields(Class<?> type) {
        return told(type).stream()
                .map(component -> component.getName() + ": " + describe(component.getGenericType()))
                .collect(Collectors.joining("; "));
    }

    /** The enums that fields of these types hold, in the order of their first use. */
    public static Set<Class<?>> choices() {
        Set<Class<?>> found = new LinkedHashSet<>();
        types().forEach(type -> told(type).forEach(component -> collect(component.getGenericType(), found)));
        return found;
    }

    static List<RecordComponent> told(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !LEFT_OUT.contains(type.getSimpleName() + "." + component.getName()))
                .toList();
    }

    /** True for records that are one value with a name, such as an id; not for one of several that are told apart by their fields. */
    static boolean isValue(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return type.getRecordComponents().length == 1 && (around == null || !around.isSealed());
    }

    private static String describe(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            String inner = describe(generic.getActualTypeArguments()[0]);
            return raw == Map.class ? "object" : raw == Optional.class ? inner + " or null" : "list of " + inner;
        }
        return type instanceof Class<?> plain ? describe(plain) : type.getTypeName();
    }

    private static String describe(Class<?> type) {
        if (WORDS.containsKey(type) || type.isEnum()) {
            return WORDS.getOrDefault(type, type.getSimpleName());
        } else if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .map(each -> "{" + fields(each) + "}")
                    .collect(Collectors.joining(" or "));
        } else if (type.isRecord()) {
            return isValue(type) ? describe(type.getRecordComponents()[0].getGenericType()) : "{" + fields(type) + "}";
        }
        return "text";
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(each -> collect(each, found));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            found.add(plain);
        } else if (type instanceof Class<?> plain && plain.isRecord() && !WORDS.containsKey(plain)) {
            told(plain).forEach(component -> collect(component.getGenericType(), found));
        }
    }
}
