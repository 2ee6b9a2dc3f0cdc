// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import dev.troubletickets.money.PackBalance;
import dev.troubletickets.spi.storage.IncidentUse.Taken;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which packs incidents come from, and go back to. Without storage and clock. */
final class Packs {
    /** Those of a queue before those of all, what ends first before what ends later or never, and then by key. */
    static final Comparator<PackBalance> ORDER = Comparator.<PackBalance, Boolean>comparing(
                    each -> each.pack().queue().isEmpty())
            .thenComparing(each -> each.pack().validUntil().orElse(Instant.MAX))
            .thenComparing(each -> each.pack().key());

    private Packs() {}

    /** Those for tickets of the queue, in the order in which they are used. */
    static List<PackBalance> of(QueueId queue, List<PackBalance> usable) {
        return usable.stream()
                .filter(each -> each.pack().queue().map(queue::equals).orElse(true))
                .sorted(ORDER)
                .toList();
    }

    /** So many as there are, at most as many as are wanted. */
    static List<Taken> plan(List<PackBalance> inOrder, int wanted) {
        List<Taken> plan = new ArrayList<>();
        int missing = wanted;
        for (PackBalance each : inOrder) {
            int some = Math.min(missing, each.left());
            if (some > 0) {
                plan.add(new Taken(each.pack().key(), some));
                missing -= some;
            }
        }
        return plan;
    }

    /** What goes back if so many do: what was taken last, first. */
    static List<Taken> back(List<Taken> taken, int number) {
        List<Taken> back = new ArrayList<>();
        int rest = number;
        for (int i = taken.size() - 1; i >= 0 && rest > 0; i--) {
            int some = Math.min(rest, taken.get(i).incidents());
            back.add(new Taken(taken.get(i).pack(), some));
            rest -= some;
        }
        return back;
    }

    /** What is left of them without the last ones. */
    static List<Taken> first(List<Taken> taken, int number) {
        List<Taken> first = new ArrayList<>();
        int rest = number;
        for (Taken each : taken) {
            int some = Math.min(rest, each.incidents());
            if (some > 0) {
                first.add(new Taken(each.pack(), some));
                rest -= some;
            }
        }
        return first;
    }
}
