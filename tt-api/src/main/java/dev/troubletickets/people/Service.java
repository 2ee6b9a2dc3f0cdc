// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something an account has bought (E1).
 *
 * @param name as the customer knows it, such as {@code jane.example}
 * @param kind such as {@code web hosting}
 * @param facts what the control panel says of it, for staff beside the ticket, by what to call it and in the host's order: {@code Server} is
 *     {@code web7}, {@code State} is {@code suspended}. Customers are not shown them
 */
public record Service(String name, String kind, Map<String, String> facts) {
    public Service {
        Words.identifier("service", name);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** One of which the panel says nothing more. */
    public Service(String name, String kind) {
        this(name, kind, Map.of());
    }

    /** The same with one more fact, behind the others. */
    public Service with(String fact, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Service(name, kind, more);
    }

    public Service withoutFacts() {
        return new Service(name, kind);
    }
}
