// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.allBytes;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails with large attachments, in and out: more bytes than some databases take at once. */
public interface LargeMailContract extends StorageUnderTest {
    /** Each byte there is, 20 MiB of them together and one more. */
    private static byte[] large() {
        byte[] all = allBytes(4 * 20 << 10);
        byte[] large = Arrays.copyOf(all, all.length + 1);
        large[all.length] = 'x';
        return large;
    }

    @Test
    @Tag("D1")
    default void aLargeMailThatComesInComesBackWhole() {
        byte[] raw = large();
        long mail = write().intake().store("support", "1", "sha", raw, START).orElseThrow();

        StoredMail next = write().intake().lockNext(START).orElseThrow();
        isWhole(next.raw(), raw);
        assertThat(next.id()).isEqualTo(mail);
        isWhole(read().intake().raw(mail).orElseThrow(), raw);
        assertThat(write().intake().store("support", "1", "sha", raw, START)).isEmpty();
    }

    @Test
    @Tag("D8")
    default void aLargeMailThatGoesOutComesBackWholeAndInItsPlace() {
        TicketId ticket = keptTicket();
        List<OutgoingData> mails =
                List.of(mail(ticket, "a", new byte[1]), mail(ticket, "b", large()), mail(ticket, "c", large()));
        run(unit -> mails.forEach(unit.outbox()::add));

        for (OutgoingData mail : mails) {
            Claim claim = write().outbox().claim(START, minutes(5), 5).get(0);
            assertThat(claim.mail().messageId()).isEqualTo(mail.messageId());
            isWhole(claim.mail().content(), mail.content());
            run(unit -> unit.outbox().sent(claim.id(), claim.fence(), START));
        }
    }

    @Test
    @Tag("A11")
    default void ofALargeMailNothingIsLeftWhenItsTicketIsDeleted() {
        TicketId ticket = keptTicket();
        long mail =
                write().intake().store("support", "1", "sha", large(), START).orElseThrow();
        run(unit -> unit.intake().finish(mail, Ending.of(MailOutcome.OPENED, ticket, "")));
        run(unit -> unit.outbox().add(mail(ticket, "a", large())));
        write().tickets().delete(ticket);

        assertThat(read().intake().raw(mail).orElseThrow()).isEmpty();
        assertThat(write().outbox().claim(START, minutes(5), 5)).isEmpty();
    }

    /** Millions of bytes are nothing to describe one by one. */
    private static void isWhole(byte[] actual, byte[] expected) {
        assertThat(Arrays.mismatch(actual, expected)).as("where they differ").isEqualTo(-1);
    }

    private static OutgoingData mail(TicketId ticket, String name, byte[] content) {
        return new OutgoingData(
                ticket,
                null,
                OutgoingData.Kind.ANSWER,
                EmailAddress.of("desk@desk.example"),
                List.of(EmailAddress.of("jane@example.org")),
                "<" + name + "@desk.example>",
                content,
                START);
    }
}
