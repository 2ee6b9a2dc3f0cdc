// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.util.Locale;

/** What a figure should reach, or not exceed. */
record Target(boolean atLeast, double bound, String unit) {
    static Target atLeast(double bound) {
        return new Target(true, bound, "");
    }

    static Target atMost(double bound) {
        return new Target(false, bound, "");
    }

    static Target atMostMillis(double bound) {
        return new Target(false, bound, " ms");
    }

    /** The figure is only shown. */
    static Target none() {
        return new Target(true, Double.NEGATIVE_INFINITY, "");
    }

    boolean isMet(Spread figure) {
        return atLeast ? figure.median() >= bound : figure.median() <= bound;
    }

    @Override
    public String toString() {
        if (Double.isInfinite(bound)) {
            return "none";
        }
        return String.format(Locale.ROOT, "%s %.1f%s", atLeast ? "≥" : "≤", bound, unit);
    }
}
