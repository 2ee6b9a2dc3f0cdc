// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passage.Rule;

/** What a line was taken for. */
record Mark(Kind kind, Rule rule, double confidence) {
    static final Mark NEW = new Mark(Kind.NEW, Rule.WRITTEN, 0.9);
    /** Between lines that were sent before, where an answer without marks stands. */
    static final Mark ANSWER = new Mark(Kind.NEW, Rule.WRITTEN, 0.7);

    static final Mark CODE = new Mark(Kind.NEW, Rule.WRITTEN, 0.95);
    static final Mark FORWARDED = new Mark(Kind.NEW, Rule.FORWARDED, 0.9);
    static final Mark OWN = new Mark(Kind.QUOTED, Rule.OWN_WORDS, 0.95);
    static final Mark MARKS = new Mark(Kind.QUOTED, Rule.QUOTE_MARKS, 0.95);
    /** The only line of a text that is marked: it may be no quote at all. */
    static final Mark LONE = new Mark(Kind.QUOTED, Rule.QUOTE_MARKS, 0.4);

    static final Mark ATTRIBUTION = new Mark(Kind.QUOTED, Rule.ATTRIBUTION, 0.9);
    static final Mark HEADERS = new Mark(Kind.QUOTED, Rule.HEADER_BLOCK, 0.9);
    static final Mark SEPARATOR = new Mark(Kind.QUOTED, Rule.SEPARATOR, 0.95);
    static final Mark DASHES = new Mark(Kind.SIGNATURE, Rule.DELIMITER, 0.95);
    static final Mark DRAWN = new Mark(Kind.SIGNATURE, Rule.DELIMITER, 0.7);
    /** A dash alone parts more than signatures. */
    static final Mark DASH = new Mark(Kind.SIGNATURE, Rule.DELIMITER, 0.4);

    static final Mark DEVICE = new Mark(Kind.SIGNATURE, Rule.DEVICE, 0.9);
    static final Mark SIGN_OFF = new Mark(Kind.SIGNATURE, Rule.SIGN_OFF, 0.4);
    static final Mark DISCLAIMER = new Mark(Kind.DISCLAIMER, Rule.CONFIDENTIALITY, 0.8);

    /** Whether it is in the author's own words, as opposed to code and to what is passed on. */
    boolean isWritten() {
        return kind == Kind.NEW && rule != Rule.FORWARDED && !equals(CODE);
    }

    boolean isNews() {
        return kind == Kind.NEW;
    }
}
