// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import java.util.Optional;

/**
 * Why an automatic mail does not go out (D4).
 *
 * @param because in plain English
 * @param by the limit that holds it back; empty for what no limit would let through
 */
public record Withheld(String because, Optional<Limit> by) {
    static Withheld by(Limit limit, String because) {
        return new Withheld(because, Optional.of(limit));
    }

    /** Counts it, where administrators look. */
    public void count(Scope scope) {
        by.ifPresent(limit -> scope.stores().outbox().withheld(limit, scope.now()));
    }
}
