// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/**
 * What one round of background work did.
 *
 * @param fetched mails taken from mailboxes and stored
 * @param processed stored mails brought to an outcome
 * @param sent mails the server took
 * @param closed tickets that closed by themselves
 * @param failures parts of the round that failed; each is logged, and is tried again when due
 */
public record RunReport(int fetched, int processed, int sent, int closed, int failures) {
    public static RunReport nothing() {
        return new RunReport(0, 0, 0, 0, 0);
    }

    public RunReport plus(RunReport other) {
        return new RunReport(
                fetched + other.fetched,
                processed + other.processed,
                sent + other.sent,
                closed + other.closed,
                failures + other.failures);
    }

    public boolean didAnything() {
        return fetched + processed + sent + closed > 0;
    }
}
