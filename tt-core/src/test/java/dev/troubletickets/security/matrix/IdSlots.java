// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a call takes ids, as the compiled api has it: its parameters, and what stands in the commands among them, however deep. */
final class IdSlots {
    private IdSlots() {}

    /**
     * @param place such as {@code NewTask.ticket}; of a parameter itself, empty
     */
    record Slot(String place, Class<?> type) {}

    /** Those that are parameters, each as often as there are. */
    static List<Class<?>> parameters(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .flatMap(type -> plain(type).stream())
                .filter(IdSlots::isId)
                .<Class<?>>map(type -> type)
                .toList();
    }

    /** Those within commands. */
    static Set<Slot> within(Method method) {
        Set<Slot> slots = new LinkedHashSet<>();
        Set<Class<?>> known = new LinkedHashSet<>();
        for (Type type : method.getGenericParameterTypes()) {
            plain(type).stream().filter(each -> !isId(each)).forEach(each -> look(each, slots, known));
        }
        return slots;
    }

    private static void look(Class<?> in, Set<Slot> slots, Set<Class<?>> known) {
        if (!in.getName().startsWith("dev.troubletickets.") || !known.add(in)) {
            return;
        }
        if (in.isSealed()) {
            Arrays.stream(in.getPermittedSubclasses()).forEach(each -> look(each, slots, known));
        }
        if (in.isRecord()) {
            for (RecordComponent part : in.getRecordComponents()) {
                for (Class<?> type : plain(part.getGenericType())) {
                    if (isId(type)) {
                        slots.add(new Slot(in.getSimpleName() + "." + part.getName(), type));
                    } else {
                        look(type, slots, known);
                    }
                }
            }
        }
    }

    /** The type, or what is in the container. */
    private static List<Class<?>> plain(Type type) {
        List<Class<?>> all = new ArrayList<>();
        if (type instanceof Class<?> one) {
            all.add(one.isArray() ? one.getComponentType() : one);
        } else if (type instanceof ParameterizedType of) {
            Arrays.stream(of.getActualTypeArguments()).forEach(each -> all.addAll(plain(each)));
        }
        return all;
    }

    private static boolean isId(Class<?> type) {
        return type != ZoneId.class
                && (type.getSimpleName().endsWith("Id") || type.getSimpleName().equals("TicketRef"));
    }
}
