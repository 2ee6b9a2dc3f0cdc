// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rights;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one person may do to one ticket at the moment a view was made, and why not the rest. Actions of the other face are in neither.
 * A promise for the page, not for the call: the call asks again.
 */
public record AllowedActions(Set<Action> allowed, Map<Action, Refusal> refused) {
    public AllowedActions {
        allowed = Collections.unmodifiableSet(new TreeSet<>(allowed));
        Map<Action, Refusal> copy = new EnumMap<>(Action.class);
        copy.putAll(refused);
        refused = Collections.unmodifiableMap(copy);
    }

    public boolean allows(Action action) {
        return allowed.contains(action);
    }

    public Optional<Refusal> whyNot(Action action) {
        return Optional.ofNullable(refused.get(action));
    }
}
