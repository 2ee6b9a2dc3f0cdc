// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.util.Locale;

/** One line of the page. */
record Figure(String table, String name, Spread spread, Target target) {
    boolean isMet() {
        return target.isMet(spread);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f – %.2f | %s | %s |",
                name,
                spread.median(),
                spread.lower(),
                spread.upper(),
                target,
                isMet() ? "yes" : "**no**");
    }
}
