// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks that the parts of a search pass. */
final class Parts {
    private static final int MOST_VALUES = 100;
    private static final int MOST_CHARACTERS = 200;

    private Parts() {}

    /** In an order that is the same on every node. */
    static <T> Set<T> values(Collection<T> values) {
        if (values.size() > MOST_VALUES) {
            throw new OverLimit("searchValues", MOST_VALUES);
        }
        List<T> sorted =
                values.stream().sorted(Comparator.comparing(String::valueOf)).toList();
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }

    /** Without the spaces around it. */
    static Optional<String> words(String field, Optional<String> words) {
        return words.map(text -> {
            String stripped = MessageText.require(field, text).strip();
            if (stripped.length() > MOST_CHARACTERS) {
                throw new OverLimit("searchCharacters", MOST_CHARACTERS);
            }
            return stripped;
        });
    }

    static Set<String> names(String field, Collection<String> names) {
        if (names.stream().anyMatch(name -> name.isBlank() || name.chars().anyMatch(Character::isISOControl))) {
            throw new Invalid(field, "must be lines of text");
        }
        return values(names);
    }
}
