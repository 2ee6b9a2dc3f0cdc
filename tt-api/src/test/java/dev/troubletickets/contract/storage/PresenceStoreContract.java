// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.PresenceStore.Presence;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is at a ticket, and what they have not sent yet. */
@Tag("G7")
public interface PresenceStoreContract extends StorageUnderTest {
    @Test
    default void whoWasSeenIsToldFromATimeOn() {
        TicketId ticket = keptTicket();
        Presence john = seen(ticket, JOHN, minutes(1), false);
        Presence mary = seen(ticket, MARY, minutes(2), true);
        seen(keptTicket(), JOHN, minutes(3), true);

        assertThat(read().presence().seenSince(ticket, minutes(1))).containsExactlyInAnyOrder(john, mary);
        assertThat(read().presence().seenSince(ticket, minutes(1).plusNanos(1000)))
                .containsExactly(mary);
        assertThat(read().presence().seenSince(ticket, minutes(3))).isEmpty();
    }

    @Test
    default void onlyTheLastSightOfSomebodyCounts() {
        TicketId ticket = keptTicket();
        seen(ticket, JOHN, minutes(1), true);
        Presence last = seen(ticket, JOHN, minutes(2), false);

        assertThat(read().presence().seenSince(ticket, minutes(0))).containsExactly(last);
    }

    @Test
    default void oldSightsAreForgotten() {
        TicketId ticket = keptTicket();
        seen(ticket, JOHN, minutes(1), true);
        Presence mary = seen(ticket, MARY, minutes(2), false);

        write().presence().forgetBefore(minutes(2));

        assertThat(read().presence().seenSince(ticket, minutes(0))).containsExactly(mary);
    }

    @Test
    default void eachAuthorHasOneDraftATicket() {
        TicketId ticket = keptTicket();
        draft(ticket, JOHN, "First");
        DraftData mary = draft(ticket, MARY, UNICODE);
        DraftData john = draft(ticket, JOHN, "é".repeat(100_000));
        DraftData other = draft(keptTicket(), JOHN, "Other");

        assertThat(read().presence().drafts(ticket)).containsExactly(john, mary);

        write().presence().discard(ticket, JOHN);

        assertThat(read().presence().drafts(ticket)).containsExactly(mary);
        assertThat(read().presence().drafts(other.ticket())).containsExactly(other);
    }

    @Test
    @Tag("A11")
    default void allOfItGoesWithTheTicket() {
        TicketId ticket = keptTicket();
        seen(ticket, JOHN, minutes(1), true);
        draft(ticket, JOHN, "Unsent");

        write().tickets().delete(ticket);

        assertThat(read().presence().seenSince(ticket, minutes(0))).isEmpty();
        assertThat(read().presence().drafts(ticket)).isEmpty();
    }

    private Presence seen(TicketId ticket, StaffId staff, Instant at, boolean typing) {
        Presence presence = new Presence(ticket, staff, at, typing);
        write().presence().seen(presence);
        return presence;
    }

    private DraftData draft(TicketId ticket, StaffId author, String text) {
        DraftData draft = new DraftData(ticket, author, minutes(1), text);
        write().presence().save(draft);
        return draft;
    }
}
