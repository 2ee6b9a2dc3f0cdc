// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.IncidentBalance.OfQueue;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.ticket.QueueId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What accounts have left of support incidents (E6). */
public final class Balances {
    private Balances() {}

    /** As a technician sees it: of queues they see, for what is uncovered in others tells of tickets there (B2). */
    public static IncidentBalance of(Scope scope, Viewer.Staff staff, AccountId account) {
        IncidentBalance all = of(scope, account);
        return new IncidentBalance(
                all.packs(),
                all.queues().stream()
                        .filter(each -> staff.reseller().isPresent() || staff.sees(each.queue()))
                        .toList());
    }

    /** All of it, for the account's own people and for the host. */
    public static IncidentBalance of(Scope scope, AccountId account) {
        List<PackBalance> usable = scope.stores().incidents().usable(account, scope.now()).stream()
                .sorted(Packs.ORDER)
                .toList();
        Map<QueueId, Integer> uncovered = scope.stores().incidents().uncovered(account);
        Set<QueueId> queues = new LinkedHashSet<>();
        scope.installation().queues().stream()
                .filter(queue -> queue.settings().incidents() || uncovered.containsKey(queue.id()))
                .forEach(queue -> queues.add(queue.id()));
        queues.addAll(uncovered.keySet());
        List<OfQueue> each = new ArrayList<>();
        for (QueueId queue : queues) {
            List<PackBalance> packs = Packs.of(queue, usable);
            each.add(new OfQueue(
                    queue,
                    scope.installation().queueName(queue),
                    packs.stream().mapToInt(PackBalance::left).sum(),
                    packs.stream()
                            .flatMap(pack -> pack.pack().validUntil().stream())
                            .min(java.time.Instant::compareTo),
                    uncovered.getOrDefault(queue, 0)));
        }
        return new IncidentBalance(usable, each);
    }
}
