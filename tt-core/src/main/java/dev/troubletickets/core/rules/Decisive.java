// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.core.rules.Submission.Held;
import dev.troubletickets.settings.Handling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing that several rules may say and one decides: the last whose word can be taken. */
final class Decisive<T> {
    private final @Nullable T value;
    private final int by;
    private final Map<Integer, String> whyNot;

    private Decisive(@Nullable T value, int by, Map<Integer, String> whyNot) {
        this.value = value;
        this.by = by;
        this.whyNot = whyNot;
    }

    /** @param against why a word cannot be taken; asked from the last rule on, until one can */
    static <T> Decisive<T> of(
            List<Held> held, Function<Handling, Optional<T>> said, Function<T, Optional<String>> against) {
        @Nullable T value = null;
        int by = -1;
        Map<Integer, String> whyNot = new HashMap<>();
        for (int i = held.size() - 1; i >= 0; i--) {
            Optional<T> word = said.apply(held.get(i).then());
            if (word.isPresent() && by >= 0) {
                whyNot.put(i, "the rule " + held.get(by).rule().name() + " decides");
            } else if (word.isPresent()) {
                Optional<String> no = against.apply(word.get());
                if (no.isPresent()) {
                    whyNot.put(i, no.get());
                } else {
                    value = word.get();
                    by = i;
                }
            }
        }
        return new Decisive<>(value, by, whyNot);
    }

    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    Optional<T> decidedBy(int rule) {
        return rule == by ? value() : Optional.empty();
    }

    Optional<String> whyNot(int rule) {
        return Optional.ofNullable(whyNot.get(rule));
    }
}
