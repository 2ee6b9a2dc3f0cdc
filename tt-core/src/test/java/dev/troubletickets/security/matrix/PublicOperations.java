// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.Background;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the desks offer that a support center hands out for a person, and the nouns of those desks, as the compiled api has it. */
final class PublicOperations {
    private PublicOperations() {}

    /** By the names that {@link Operation} gives them. */
    static Map<String, Method> all() {
        Set<Class<?>> desks = new LinkedHashSet<>();
        collect(SupportCenter.class, desks);
        Map<String, Method> operations = new TreeMap<>();
        for (Class<?> desk : desks) {
            List<Method> verbs = Arrays.stream(desk.getMethods())
                    .filter(method -> !isDesk(method.getReturnType()))
                    .toList();
            verbs.forEach(verb -> operations.put(name(desk, verb, verbs), verb));
        }
        return operations;
    }

    /** What the host itself calls, for nobody: of the center, and of what it hands out besides the desks. */
    static Set<String> ofTheHost() {
        Set<String> calls = new TreeSet<>();
        for (Method method : SupportCenter.class.getDeclaredMethods()) {
            Class<?> given = method.getReturnType();
            boolean offered = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            if (offered && given.isInterface() && !isDesk(given)) {
                Arrays.stream(given.getMethods())
                        .forEach(verb -> calls.add(given.getSimpleName() + "." + verb.getName()));
            } else if (offered && !isDesk(given)) {
                calls.add("SupportCenter." + method.getName());
            }
        }
        return calls;
    }

    private static void collect(Class<?> from, Set<Class<?>> desks) {
        Arrays.stream(from.getMethods())
                .map(Method::getReturnType)
                .filter(PublicOperations::isDesk)
                .filter(desks::add)
                .forEach(desk -> collect(desk, desks));
    }

    /** The background is nobody's: the host runs it. */
    private static boolean isDesk(Class<?> type) {
        return type.isInterface() && type.getPackage() == Background.class.getPackage() && type != Background.class;
    }

    private static String name(Class<?> desk, Method verb, List<Method> verbs) {
        long alike = verbs.stream()
                .filter(each -> each.getName().equals(verb.getName()))
                .count();
        String types = Arrays.stream(verb.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", "(", ")"));
        return desk.getSimpleName() + "." + verb.getName() + (alike > 1 ? types : "");
    }
}
