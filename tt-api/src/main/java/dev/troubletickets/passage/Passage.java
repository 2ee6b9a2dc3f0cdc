// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.passage;

/**
 * A part of a text, with what it was taken for and why.
 *
 * @param start index of the first character, as in {@link String#substring(int, int)}
 * @param end index after the last
 * @param confidence from 0 to 1; what hides a passage by default has {@link Passages#SURE} at least
 */
public record Passage(int start, int end, Kind kind, Rule rule, double confidence) {
    public Passage {
        if (start < 0 || end < start || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("no passage: " + start + " to " + end + ", " + confidence);
        }
    }

    /** Whether it is shown by default: it is new, or not surely anything else. */
    public boolean isShown() {
        return isShown(Passages.SURE);
    }

    boolean isShown(double sure) {
        return kind == Kind.NEW || confidence < sure;
    }

    public enum Kind {
        NEW,
        QUOTED,
        SIGNATURE,
        DISCLAIMER
    }

    /** Why a passage is what it is; one rule makes one kind. */
    public enum Rule {
        /** New, as nothing speaks against it. */
        WRITTEN,
        /** New to the reader, as its author passes it on. */
        FORWARDED,
        /** Quoted: the words stand in an answer that was sent before. */
        OWN_WORDS,
        /** Quoted: lines behind {@code >}. */
        QUOTE_MARKS,
        /** Quoted: "On … wrote:", in any of the languages known, and what follows. */
        ATTRIBUTION,
        /** Quoted: lines such as From, Sent, To and Subject, and what follows. */
        HEADER_BLOCK,
        /** Quoted: a line such as "--- Original Message ---", and what follows. */
        SEPARATOR,
        /** Signature: a line that signatures begin with, such as two dashes, and what follows. */
        DELIMITER,
        /** Signature: "Sent from my …". */
        DEVICE,
        /** Signature: "Kind regards" and the lines that follow. Less than sure, as many mean them to be read. */
        SIGN_OFF,
        /** Disclaimer: a paragraph at the end with several of the phrases that lawyers use. */
        CONFIDENTIALITY
    }
}
