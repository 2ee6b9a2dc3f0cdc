// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.fields.FieldValue;
import java.util.Optional;

/** What a field of the installation's own has to hold (G10); a ticket in which nothing stands there is not found. */
public sealed interface FieldSearch {
    FieldKey field();

    /** That value; texts without regard to case. */
    record Is(FieldKey field, FieldValue value) implements FieldSearch {}

    /** The words stand in the text as they are, without regard to case; no character is special. */
    record Contains(FieldKey field, String words) implements FieldSearch {
        /** @throws Invalid if the words are no text of 1 to 200 characters */
        public Contains {
            words = Parts.words("fields", Optional.of(words)).orElseThrow();
        }
    }

    /** A number or a day, both ends included. */
    record Between(FieldKey field, Optional<FieldValue> from, Optional<FieldValue> to) implements FieldSearch {
        /** @throws Invalid if there is no end, they are of different types, of a type without order, or the wrong way round */
        public Between {
            FieldType type = from.or(() -> to)
                    .map(FieldValue::type)
                    .orElseThrow(() -> new Invalid("fields", "a range has an end"));
            boolean mixed = from.isPresent()
                    && to.isPresent()
                    && from.get().type() != to.get().type();
            if (mixed || type != FieldType.NUMBER && type != FieldType.DATE) {
                throw new Invalid("fields", "a range is one of numbers or of dates");
            }
            if (from.isPresent() && to.isPresent() && isBefore(to.get(), from.get())) {
                throw new Invalid("fields", "a range does not end before it begins");
            }
        }

        private static boolean isBefore(FieldValue one, FieldValue other) {
            return one instanceof FieldValue.Number number && other instanceof FieldValue.Number than
                    ? number.number().compareTo(than.number()) < 0
                    : one instanceof FieldValue.Date date
                            && other instanceof FieldValue.Date then
                            && date.date().isBefore(then.date());
        }

        /** Of which the ends are. */
        public FieldType type() {
            return from.or(() -> to).orElseThrow().type();
        }
    }

    static FieldSearch is(String key, FieldValue value) {
        return new Is(key(key), value);
    }

    static FieldSearch contains(String key, String words) {
        return new Contains(key(key), words);
    }

    static FieldSearch atLeast(String key, FieldValue from) {
        return new Between(key(key), Optional.of(from), Optional.empty());
    }

    static FieldSearch atMost(String key, FieldValue to) {
        return new Between(key(key), Optional.empty(), Optional.of(to));
    }

    static FieldSearch between(String key, FieldValue from, FieldValue to) {
        return new Between(key(key), Optional.of(from), Optional.of(to));
    }

    private static FieldKey key(String value) {
        try {
            return FieldKey.of(value);
        } catch (IllegalArgumentException e) {
            throw new Invalid("fields", String.valueOf(e.getMessage()));
        }
    }
}
