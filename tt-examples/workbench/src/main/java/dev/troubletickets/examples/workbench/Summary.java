// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.util.Map;

/** How many messages came to each outcome, for people. */
final class Summary {
    private Summary() {}

    static String of(Map<Outcome.Kind, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder summary = new StringBuilder();
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            line(summary, counts.getOrDefault(kind, 0), kind.toString());
        }
        line(summary, all, all == 1 ? "message" : "messages");
        return summary.toString();
    }

    private static void line(StringBuilder summary, int count, String what) {
        summary.append(String.format("%7d %s%n", count, what).replace("\r", ""));
    }
}
