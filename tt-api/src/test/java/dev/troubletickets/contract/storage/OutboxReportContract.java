// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutboxStore.Automatic;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.OutgoingData.Kind;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.Delivery.State;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the outbox tells of its mails (D8). */
@Tag("D8")
public interface OutboxReportContract extends StorageUnderTest {
    @Test
    @Tag("D5")
    default void theDeliveriesOfATicketsMessagesAreTold() {
        TicketId ticket = keptTicket();
        for (int i = 1; i <= 4; i++) {
            MessageId message = MessageId.publicMessage(ticket, i);
            int number = i;
            run(unit -> {
                unit.conversations().add(publicMessage(ticket, number, number));
                unit.outbox().add(mail(ticket, message, "m" + number, START));
            });
        }
        write().outbox().add(mail(ticket, "receipt"));
        TicketId another = keptTicket();
        write().outbox().add(mail(another, "other"));
        Claim one = claimOf("m1");
        settle(outbox -> outbox.sending(one.id(), one.fence()));
        settle(outbox -> outbox.sent(one.id(), one.fence(), START));
        Claim two = claimOf("m2");
        settle(outbox -> outbox.failed(two.id(), two.fence(), "no such user"));
        Claim three = claimOf("m3");
        settle(outbox -> outbox.sending(three.id(), three.fence()));
        settle(outbox -> outbox.uncertain(three.id(), three.fence(), "lost"));

        assertThat(read().outbox().deliveries(ticket))
                .isEqualTo(Map.of(
                        MessageId.publicMessage(ticket, 1), new Delivery(State.SENT, Optional.empty()),
                        MessageId.publicMessage(ticket, 2), new Delivery(State.FAILED, Optional.of("no such user")),
                        MessageId.publicMessage(ticket, 3), new Delivery(State.UNCERTAIN, Optional.of("lost")),
                        MessageId.publicMessage(ticket, 4), new Delivery(State.QUEUED, Optional.empty())));
    }

    @Test
    @Tag("G5")
    default void aMailIsUnderWayUntilItIsSettled() {
        TicketId ticket = keptTicket();
        write().outbox().add(mail(keptTicket(), "of another"));
        assertThat(isUnderWay(ticket)).isFalse();

        write().outbox().add(mail(ticket, "receipt"));
        assertThat(isUnderWay(ticket)).isTrue();
        Claim receipt = claimOf("receipt");
        settle(outbox -> outbox.sending(receipt.id(), receipt.fence()));
        assertThat(isUnderWay(ticket)).as("being sent").isTrue();
        settle(outbox -> outbox.postpone(receipt.id(), receipt.fence(), START, "later", false));
        assertThat(isUnderWay(ticket)).as("to be tried again").isTrue();
        Claim again = claimOf("receipt");
        settle(outbox -> outbox.failed(again.id(), again.fence(), "no"));
        assertThat(isUnderWay(ticket)).isFalse();

        OutgoingData copy = mail(ticket, "copy");
        write().outbox()
                .add(new OutgoingData(
                        ticket,
                        null,
                        OutgoingData.Kind.COPY,
                        null,
                        copy.recipients(),
                        copy.messageId(),
                        copy.content(),
                        copy.createdAt()));
        assertThat(isUnderWay(ticket)).as("for staff").isFalse();
        assertThat(read().outbox().isUnderWay(List.of())).isFalse();
    }

    private boolean isUnderWay(TicketId ticket) {
        return read().outbox().isUnderWay(List.of(TicketId.of(9_999_999), ticket));
    }

    @Test
    default void mailsAreCountedByHowFarTheyHaveCome() {
        Claim failed = claimed("1");
        settle(outbox -> outbox.failed(failed.id(), failed.fence(), "no"));
        Claim uncertain = claimed("2");
        settle(outbox -> outbox.sending(uncertain.id(), uncertain.fence()));
        settle(outbox -> outbox.uncertain(uncertain.id(), uncertain.fence(), "no"));
        Claim sending = claimed("3");
        settle(outbox -> outbox.sending(sending.id(), sending.fence()));
        claimed("4");
        write().outbox().add(mail(null, "5"));

        assertThat(counts())
                .containsEntry(State.QUEUED, 3L)
                .containsEntry(State.FAILED, 1L)
                .containsEntry(State.UNCERTAIN, 1L);
        assertThat(counts().getOrDefault(State.SENT, 0L)).isZero();
    }

    @Test
    default void troubledMailsAreShownTheNewestFirst() {
        TicketId ticket = keptTicket();
        write().outbox().add(mail(ticket, "failed"));
        Claim failed = claim(0).get(0);
        settle(outbox -> outbox.failed(failed.id(), failed.fence(), "no such user"));
        Claim uncertain = claimed("uncertain");
        settle(outbox -> outbox.sending(uncertain.id(), uncertain.fence()));
        settle(outbox -> outbox.uncertain(uncertain.id(), uncertain.fence(), "lost"));
        write().outbox().add(mail(null, "fine"));

        assertThat(troubled(5)).extracting(Outgoing::mail).containsExactly(uncertain.id(), failed.id());
        assertThat(troubled(1)).extracting(Outgoing::mail).containsExactly(uncertain.id());
        assertThat(troubled(5).get(1).ticket()).contains(ticket);
        assertThat(troubled(5).get(1).delivery()).isEqualTo(new Delivery(State.FAILED, Optional.of("no such user")));
    }

    @Test
    @Tag("D4")
    default void automaticMailsToAnAddressAreCountedSinceAnInstant() {
        EmailAddress jane = EmailAddress.of("jane@example.org");
        addAutomatic(0, "JANE@example.org");
        addAutomatic(1, "joe@example.org", "Jane@example.org", "jim@example.org");
        addAutomatic(2, "xjane@example.org", "jane@example.org.example");
        write().outbox().add(mail(null, "answer"));
        claim(5).forEach(claim -> settle(outbox -> outbox.failed(claim.id(), claim.fence(), "no")));

        assertThat(automatic(jane, minutes(0))).isEqualTo(2);
        assertThat(automatic(jane, minutes(1))).isEqualTo(1);
        assertThat(automatic(jane, minutes(1).plusNanos(1000))).isZero();
        assertThat(automatic(EmailAddress.of("jane.doe@example.org"), minutes(0)))
                .isZero();
        assertThat(automatic(EmailAddress.of("%@example.org"), minutes(0))).isZero();
    }

    @Test
    @Tag("D4")
    default void automaticMailsAreCountedByAddressTicketAndInAll() {
        EmailAddress jane = EmailAddress.of("jane@example.org");
        TicketId one = keptTicket();
        TicketId other = keptTicket();
        addAutomatic(one, 0, "jane@example.org");
        addAutomatic(one, 1, "joe@example.org");
        addAutomatic(other, 2, "jane@example.org");
        addAutomatic(null, 3, "jim@example.org");
        write().outbox().add(mail(one, "answer"));

        assertThat(read().outbox().countAutomatic(jane, one, minutes(0))).isEqualTo(new Automatic(2, 2, 4));
        assertThat(read().outbox().countAutomatic(jane, other, minutes(1))).isEqualTo(new Automatic(1, 1, 3));
        assertThat(read().outbox().countAutomatic(jane, one, minutes(4))).isEqualTo(new Automatic(0, 0, 0));
    }

    @Test
    @Tag("D4")
    default void whatALimitHeldBackIsCountedSinceAnInstant() {
        assertThat(read().outbox().withheld(minutes(0))).isEmpty();
        run(unit -> {
            unit.outbox().withheld(Limit.ADDRESS, minutes(1));
            unit.outbox().withheld(Limit.ADDRESS, minutes(2));
            unit.outbox().withheld(Limit.INSTALLATION, minutes(3));
        });

        assertThat(read().outbox().withheld(minutes(0))).isEqualTo(Map.of(Limit.ADDRESS, 2L, Limit.INSTALLATION, 1L));
        assertThat(read().outbox().withheld(minutes(2))).isEqualTo(Map.of(Limit.ADDRESS, 1L, Limit.INSTALLATION, 1L));
        assertThat(read().outbox().withheld(minutes(4))).isEmpty();
    }

    private void addAutomatic(int createdAt, String... recipients) {
        addAutomatic(null, createdAt, recipients);
    }

    private void addAutomatic(TicketId ticket, int createdAt, String... recipients) {
        write().outbox()
                .add(new OutgoingData(
                        ticket,
                        null,
                        Kind.AUTOMATIC,
                        null,
                        Stream.of(recipients).map(EmailAddress::of).toList(),
                        "<" + createdAt + "@desk.example>",
                        new byte[0],
                        minutes(createdAt)));
    }

    private long automatic(EmailAddress recipient, Instant since) {
        return read().outbox()
                .countAutomatic(recipient, TicketId.of(Long.MAX_VALUE), since)
                .toAddress();
    }

    private Claim claimOf(String name) {
        return claim(0).stream()
                .filter(claim -> claim.mail().messageId().equals("<" + name + "@desk.example>"))
                .findFirst()
                .orElseThrow();
    }

    private Claim claimed(String name) {
        write().outbox().add(mail(null, name));
        List<Claim> claims = claim(0);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    /** For five minutes. */
    private List<Claim> claim(int now) {
        return write().outbox().claim(minutes(now), minutes(now + 5), 10);
    }

    private boolean settle(Predicate<OutboxStore> work) {
        return write(unit -> work.test(unit.outbox()));
    }

    private List<Outgoing> troubled(int limit) {
        return read().outbox().troubled(limit);
    }

    private Map<State, Long> counts() {
        return read().outbox().counts();
    }
}
