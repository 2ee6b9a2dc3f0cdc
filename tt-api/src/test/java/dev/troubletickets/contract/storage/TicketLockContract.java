// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Locks are leases beside the ticket's version. */
@Tag("B6")
public interface TicketLockContract extends StorageUnderTest {
    @Test
    default void aLockIsKeptAndRenewedByItsHolder() {
        TicketId ticket = keptTicket();
        write().tickets().lock(ticket, new Lock(JOHN, minutes(10)), minutes(0));
        assertThat(kept(ticket).lock()).isEqualTo(new Lock(JOHN, minutes(10)));

        write().tickets().lock(ticket, new Lock(JOHN, minutes(15)), minutes(5));

        assertThat(kept(ticket).lock()).isEqualTo(new Lock(JOHN, minutes(15)));
        assertThat(kept(ticket).version()).isEqualTo(1);
    }

    @Test
    default void anothersLockGivesWayWhenItIsOver() {
        TicketId ticket = keptTicket();
        write().tickets().lock(ticket, new Lock(JOHN, minutes(10)), minutes(0));

        write().tickets().lock(ticket, new Lock(MARY, minutes(20)), minutes(10).minusNanos(1000));
        assertThat(kept(ticket).lock()).isEqualTo(new Lock(JOHN, minutes(10)));

        write().tickets().lock(ticket, new Lock(MARY, minutes(20)), minutes(10));
        assertThat(kept(ticket).lock()).isEqualTo(new Lock(MARY, minutes(20)));
    }

    @Test
    default void unlockingTakesItAwayWhoeverHoldsIt() {
        TicketId ticket = keptTicket();
        write().tickets().lock(ticket, new Lock(JOHN, minutes(10)), minutes(0));

        write().tickets().unlock(ticket);

        assertThat(kept(ticket).lock()).isNull();
        write().tickets().unlock(ticket);
        write().tickets().unlock(TicketId.of(Long.MAX_VALUE));
        write().tickets().lock(TicketId.of(Long.MAX_VALUE), new Lock(JOHN, minutes(1)), minutes(0));
    }

    @Test
    default void aWriteOfTheTicketLeavesTheLockAsItIs() {
        TicketData ticket = keep(ticket());
        write().tickets().lock(ticket.id(), new Lock(JOHN, minutes(10)), minutes(0));

        assertThat(write().tickets().update(TicketBuilder.after(ticket).build()))
                .isTrue();

        assertThat(kept(ticket.id()).lock()).isEqualTo(new Lock(JOHN, minutes(10)));
    }
}
