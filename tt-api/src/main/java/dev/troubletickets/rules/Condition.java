// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question about a ticket and its customer, as data: never code, never a pattern. Texts compare without regard to case. At most {@value
 * #DEEPEST} levels deep, {@value #MOST_PARTS} parts in all, {@value #MOST_VALUES} values in one list.
 */
public sealed interface Condition {
    int DEEPEST = 5;
    int MOST_PARTS = 200;
    int MOST_VALUES = 50;
    int LONGEST_VALUE = 200;

    /** Every one of them holds; without any it always does. */
    record All(List<Condition> of) implements Condition {
        /** @throws IllegalArgumentException if it becomes too deep or too large */
        public All {
            of = List.copyOf(of);
            Bounds.require(of);
        }
    }

    /** One of them holds at least. */
    record Any(List<Condition> of) implements Condition {
        /** @throws IllegalArgumentException if there is none, or it becomes too deep or too large */
        public Any {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("any of nothing never holds");
            }
            Bounds.require(of);
        }
    }

    record Not(Condition of) implements Condition {
        /** @throws IllegalArgumentException if it becomes too deep */
        public Not {
            Bounds.require(List.of(of));
        }
    }

    /** The fact is one of the values; a fact of several texts, if one of them is. */
    record Is(Fact fact, Set<String> values) implements Condition {
        /** @throws IllegalArgumentException if the fact is no word, or there is no value, or too many or too long ones */
        public Is {
            Bounds.require(fact, Fact.Kind.WORD);
            values = Bounds.values(values);
        }
    }

    /** The fact is that number or more. */
    record AtLeast(Fact fact, long number) implements Condition {
        /** @throws IllegalArgumentException if the fact is no number */
        public AtLeast {
            Bounds.require(fact, Fact.Kind.NUMBER);
        }
    }

    /** The words stand in the fact as they are; no character of them is special. */
    record Contains(Fact fact, String words) implements Condition {
        /** @throws IllegalArgumentException if the fact is a number, or the words are blank or too long */
        public Contains {
            Bounds.require(fact, Fact.Kind.WORD, Fact.Kind.TEXT);
            words = Bounds.value(words);
        }
    }

    /** Holds of every ticket. */
    static Condition always() {
        return new All(List.of());
    }

    static Condition all(Condition... of) {
        return new All(List.of(of));
    }

    static Condition any(Condition... of) {
        return new Any(List.of(of));
    }

    static Condition not(Condition of) {
        return new Not(of);
    }

    static Condition is(Fact fact, String... values) {
        return new Is(fact, new LinkedHashSet<>(List.of(values)));
    }

    static Condition atLeast(Fact fact, long number) {
        return new AtLeast(fact, number);
    }

    static Condition contains(Fact fact, String words) {
        return new Contains(fact, words);
    }

    /** The conditions it is made of; none for one that asks a fact itself. */
    default List<Condition> parts() {
        if (this instanceof All all) {
            return all.of;
        }
        if (this instanceof Any any) {
            return any.of;
        }
        return this instanceof Not not ? List.of(not.of) : List.of();
    }

    /** Every fact that is asked. */
    default Stream<Fact> facts() {
        if (this instanceof Is is) {
            return Stream.of(is.fact);
        }
        if (this instanceof AtLeast atLeast) {
            return Stream.of(atLeast.fact);
        }
        return this instanceof Contains contains
                ? Stream.of(contains.fact)
                : parts().stream().flatMap(Condition::facts);
    }

    /** How many levels it has, from 1. */
    default int depth() {
        return 1 + parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }

    /** How many conditions it is made of, itself counted. */
    default int size() {
        return 1 + parts().stream().mapToInt(Condition::size).sum();
    }
}
