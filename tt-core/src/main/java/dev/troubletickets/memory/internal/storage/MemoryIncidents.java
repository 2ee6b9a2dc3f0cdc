// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.IncidentStore;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Packs of support incidents, and their use. For use inside a unit of work alone. */
final class MemoryIncidents implements IncidentStore {
    private final Tables tables;

    MemoryIncidents(Tables tables) {
        this.tables = tables;
    }

    @Override
    public boolean grant(IncidentPack pack, Instant at) {
        boolean isNew = !tables.packs.has(pack.key());
        if (isNew) {
            keep(new PackBalance(pack, pack.incidents(), false, at));
        }
        return isNew;
    }

    @Override
    public Optional<PackBalance> find(String key) {
        return tables.packs.find(key);
    }

    @Override
    public boolean withdraw(String key) {
        Optional<PackBalance> pack = find(key);
        pack.ifPresent(each -> keep(new PackBalance(each.pack(), each.left(), true, each.grantedAt())));
        return pack.isPresent();
    }

    @Override
    public List<PackBalance> usable(AccountId account, Instant at) {
        return tables.packs.rows().stream()
                .filter(each -> each.pack().account().equals(account) && !each.withdrawn() && each.left() > 0)
                .filter(each -> each.pack().validUntil().map(at::isBefore).orElse(true))
                .toList();
    }

    @Override
    public boolean take(String key, int incidents) {
        Optional<PackBalance> pack = find(key).filter(each -> !each.withdrawn() && each.left() >= incidents);
        pack.ifPresent(each -> keep(left(each, -incidents)));
        return pack.isPresent();
    }

    @Override
    public void giveBack(String key, int incidents) {
        find(key).ifPresent(each -> keep(left(each, incidents)));
    }

    @Override
    public void forget(QueueId queue) {
        List<PackBalance> theirs = tables.packs.rows().stream()
                .filter(each -> each.pack().queue().equals(Optional.of(queue)))
                .toList();
        theirs.forEach(each ->
                keep(new PackBalance(each.pack().ofAllQueues(), each.left(), each.withdrawn(), each.grantedAt())));
    }

    @Override
    public Optional<IncidentUse> of(TicketId ticket) {
        return tables.incidentUses.find(ticket.value());
    }

    @Override
    public List<IncidentUse> of(Collection<TicketId> tickets) {
        return tickets.stream().flatMap(ticket -> of(ticket).stream()).toList();
    }

    @Override
    public void save(IncidentUse use) {
        tables.incidentUses.put(use.ticket().value(), use);
    }

    @Override
    public void remove(TicketId ticket) {
        tables.incidentUses.remove(ticket.value());
    }

    @Override
    public Map<QueueId, Integer> uncovered(AccountId account) {
        return tables.incidentUses.rows().stream()
                .filter(use -> use.account().equals(account) && use.uncovered() > 0)
                .collect(Collectors.groupingBy(IncidentUse::queue, Collectors.summingInt(IncidentUse::uncovered)));
    }

    private static PackBalance left(PackBalance pack, int more) {
        return new PackBalance(pack.pack(), pack.left() + more, pack.withdrawn(), pack.grantedAt());
    }

    private void keep(PackBalance pack) {
        tables.packs.put(pack.pack().key(), pack);
    }
}
