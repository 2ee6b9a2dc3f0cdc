// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.rights.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the {@link Law}.
 *
 * @param of what whoever acts must be to the ticket, or to what else the operation is about
 * @param unless it is refused where one of these is true
 */
record Rule(String of, Optional<Permission> permission, List<String> unless) {
    /** By the names of operations, with the types of their parameters where the law tells those apart. */
    static Map<String, Rule> parse(String laws) {
        return laws.lines()
                .map(line -> line.split("\\|"))
                .flatMap(Rule::each)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Rule>> each(String[] law) {
        Optional<Permission> permission =
                Optional.of(law[1].strip()).filter(name -> !name.equals("-")).map(Permission::valueOf);
        Rule rule = new Rule(law[0].strip(), permission, List.of(law[2].strip().split(",")));
        return Arrays.stream(law[3].strip().split("; "))
                .map(desk -> desk.split(": "))
                .flatMap(desk -> Arrays.stream(desk[1].split(" ")).map(verb -> Map.entry(desk[0] + "." + verb, rule)));
    }

    static Rule of(Operation operation, Map<String, Rule> rules) {
        Rule ofAllAlike = rules.get(operation.name().replaceFirst("\\(.*", ""));
        return Objects.requireNonNull(rules.getOrDefault(operation.name(), ofAllAlike), () -> "no law on " + operation);
    }
}
