// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.BounceStore;
import dev.troubletickets.view.Bounce;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses that mails did not reach. For use inside a unit of work alone. */
final class MemoryBounces implements BounceStore {
    private final Tables tables;

    MemoryBounces(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void mark(Bounce bounce) {
        tables.bounces.put(bounce.address().key(), bounce);
    }

    @Override
    public void clear(EmailAddress address) {
        tables.bounces.remove(address.key());
    }

    @Override
    public List<Bounce> find(Collection<EmailAddress> addresses) {
        Set<String> keys = addresses.stream().map(EmailAddress::key).collect(Collectors.toSet());
        return all().stream()
                .filter(bounce -> keys.contains(bounce.address().key()))
                .toList();
    }

    @Override
    public List<Bounce> latest(int limit) {
        return all().stream()
                .sorted(Comparator.comparing(Bounce::at).reversed())
                .limit(limit)
                .toList();
    }

    /** By address. */
    private List<Bounce> all() {
        List<Bounce> all = new ArrayList<>();
        tables.bounces.forEach((key, bounce) -> all.add(bounce));
        return all;
    }
}
