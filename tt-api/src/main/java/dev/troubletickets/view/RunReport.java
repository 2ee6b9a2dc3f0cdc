// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one round of background work did, so that a host can see that it runs and decide when to run again.
 *
 * @param done how many pieces of each kind of work; kinds of which none was done are absent
 * @param failures parts of the round that failed; each is logged, and is tried again when due
 */
public record RunReport(Map<Work, Integer> done, int failures) {
    /** The kinds of background work. */
    public enum Work {
        /** Mails taken from mailboxes and stored. */
        FETCHED,
        /** Stored mails brought to an outcome. */
        PROCESSED,
        /** Mails the server took. */
        SENT,
        /** Tickets that closed by themselves (A10). */
        CLOSED,
        /** Tickets whose customer was warned that they will close (G5). */
        WARNED,
        /** Tickets whose snooze was over (A14). */
        WOKEN,
        /** Tickets weighed anew, after rules or facts of an account have changed (B8). */
        WEIGHED,
        /** Tickets that mass actions came to an outcome with (C5). */
        ACTED_ON,
        /** Waiting tickets whose due time was derived anew, since what their queue promises, or when it works, has changed (B9). */
        RETIMED,
        /** Tickets that reached a level of escalation, or several at once (G6). */
        ESCALATED,
        /** Scheduled actions whose time had come: taken, put off or refused (G9). */
        ACTED,
        /** Tickets that changed sides between the provider and a reseller, or lost a technician who does not see them any more (E4). */
        CHANGED_SIDES,
        /** Resellers whose customers were counted (E5). */
        COUNTED,
        /** Charges and refunds that the host's billing has carried out or refused (E6). */
        BILLED,
        /** Things that persons were erased from (G12). */
        ERASED,
        /** Files that were looked through, which could not be when they came (F3). */
        SCANNED,
        /** Files that nothing referred to any more, and whose bytes were taken away (F3). */
        DISCARDED
    }

    public RunReport {
        Map<Work, Integer> copy = new EnumMap<>(Work.class);
        copy.putAll(done);
        copy.values().removeIf(count -> count == 0);
        done = Collections.unmodifiableMap(copy);
    }

    public static RunReport nothing() {
        return new RunReport(Map.of(), 0);
    }

    public static RunReport of(Work work, int count) {
        return new RunReport(Map.of(work, count), 0);
    }

    public static RunReport failure() {
        return new RunReport(Map.of(), 1);
    }

    public int count(Work work) {
        return done.getOrDefault(work, 0);
    }

    public int fetched() {
        return count(Work.FETCHED);
    }

    public int processed() {
        return count(Work.PROCESSED);
    }

    public int sent() {
        return count(Work.SENT);
    }

    public int closed() {
        return count(Work.CLOSED);
    }

    public RunReport plus(RunReport other) {
        Map<Work, Integer> sum = new EnumMap<>(Work.class);
        sum.putAll(done);
        other.done.forEach((work, count) -> sum.merge(work, count, Integer::sum));
        return new RunReport(sum, failures + other.failures);
    }

    public boolean didAnything() {
        return !done.isEmpty();
    }
}
