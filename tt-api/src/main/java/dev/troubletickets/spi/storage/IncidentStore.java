// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packs of support incidents, and what tickets use of them (E6). Nothing here dies with a ticket by itself. */
public interface IncidentStore {
    /** @return false, having written nothing, if there is one of that key */
    boolean grant(IncidentPack pack, Instant at);

    Optional<PackBalance> find(String key);

    /** False if there is none of that key. */
    boolean withdraw(String key);

    /** The account's packs that are not withdrawn, end after the instant, and have something left, by key. */
    List<PackBalance> usable(AccountId account, Instant at);

    /** Takes so many out of a pack; false, having written nothing, if fewer are left, or it is withdrawn. */
    boolean take(String key, int incidents);

    /** Puts so many back. */
    void giveBack(String key, int incidents);

    /** Packs of that queue are of all queues from then on. */
    void forget(QueueId queue);

    Optional<IncidentUse> of(TicketId ticket);

    List<IncidentUse> of(Collection<TicketId> tickets);

    /** In place of what was kept of its ticket. */
    void save(IncidentUse use);

    void remove(TicketId ticket);

    /** How many of the account's are uncovered, by queue; those without are left out. */
    Map<QueueId, Integer> uncovered(AccountId account);
}
