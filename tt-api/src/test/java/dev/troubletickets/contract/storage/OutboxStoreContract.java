// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.allBytes;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutboxStore.Sent;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.OutgoingData.Kind;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking mails to send them (D8). How it ends is {@link OutboxSettlingContract}'s. */
@Tag("D8")
public interface OutboxStoreContract extends StorageUnderTest {
    @Test
    default void aClaimedMailIsTheOneThatWasAdded() {
        TicketId ticket = keptTicket();
        MessageId message = MessageId.publicMessage(ticket, 1);
        write().conversations().add(publicMessage(ticket, 1, 1));
        OutgoingData full = new OutgoingData(
                ticket,
                message,
                Kind.ANSWER,
                EmailAddress.of("Desk+1@desk.example"),
                List.of(EmailAddress.of("Z@example.org"), EmailAddress.of("a@example.org"), EmailAddress.of("M@x.org")),
                "<Full@desk.example>",
                allBytes(5_000),
                START);
        add(full);

        Claim claim = claimOne(0);
        assertSame(claim.mail(), full);
        assertThat(claim.wasSending()).isFalse();
        assertThat(claim.again()).isFalse();
        assertThat(claim.tries()).isZero();
        assertThat(find("<Full@desk.example>"))
                .isEqualTo(new Sent(claim.id(), ticket, message, Kind.ANSWER, full.recipients()));
    }

    @Test
    default void aMailNeedsNeitherTicketNorSender() {
        OutgoingData bare = new OutgoingData(
                null,
                null,
                Kind.AUTOMATIC,
                null,
                List.of(EmailAddress.of("jane@example.org")),
                "<bare@desk.example>",
                new byte[0],
                START);
        add(bare);

        Claim claim = claimOne(0);
        assertSame(claim.mail(), bare);
        assertThat(find("<bare@desk.example>"))
                .isEqualTo(new Sent(claim.id(), null, null, Kind.AUTOMATIC, bare.recipients()));
    }

    @Test
    default void mailsAreFoundByTheirExactMessageId() {
        add(mail(null, "Exact_1"));

        assertThat(find("<Exact_1@desk.example>").kind()).isEqualTo(Kind.ANSWER);
        for (String other : List.of("<exact_1@desk.example>", "<ExactX1@desk.example>", "<Exact%", "", "Exact_1")) {
            assertThat(read().outbox().findByMessageId(other)).isEmpty();
        }
    }

    @Test
    default void aMailIsReadyFromItsCreationOn() {
        add(mail(null, null, "later", minutes(5)));

        assertThat(claim(4, 10, 5)).isEmpty();
        assertThat(claim(5, 10, 5)).hasSize(1);
    }

    @Test
    default void aClaimTakesNoMoreThanAskedForAndThoseDueLongestFirst() {
        for (int i : new int[] {3, 1, 4, 0, 2}) {
            add(mail(null, null, "m" + i, minutes(i)));
        }

        assertThat(names(claim(9, 20, 2))).containsExactlyInAnyOrder("m0", "m1");
        assertThat(names(claim(9, 20, 2))).containsExactlyInAnyOrder("m2", "m3");
        assertThat(names(claim(9, 20, 2))).containsExactly("m4");
        assertThat(claim(9, 20, 2)).isEmpty();
    }

    @Test
    default void aClaimedMailIsFreeAgainWhenTheLeaseRunsOut() {
        add(mail(null, "m"));
        Claim first = claimOne(0);

        assertThat(claim(4, 9, 5)).isEmpty();
        Claim second = claimOne(5);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(second.wasSending()).isFalse();
        assertThat(second.tries()).isZero();
    }

    @Test
    default void aMailFoundWhileItWasBeingSentStaysSo() {
        add(mail(null, "m"));
        settle(claimOne(0), (unit, claim) -> unit.outbox().sending(claim.id(), claim.fence()));

        assertThat(claim(4, 9, 5)).isEmpty();
        assertThat(claimOne(5).wasSending()).isTrue();
        assertThat(claimOne(10).wasSending()).as("again").isTrue();
    }

    @Test
    default void oneMailOfATicketIsTakenAtATimeInTheOrderTheyWereAdded() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        add(mail(one, "one-1"));
        add(mail(one, "one-2"));
        add(mail(two, "two-1"));
        add(mail(null, "free-1"));
        add(mail(null, "free-2"));

        List<Claim> first = claim(0, 60, 10);
        assertThat(names(first)).containsExactlyInAnyOrder("one-1", "two-1", "free-1", "free-2");
        assertThat(claim(0, 60, 10)).isEmpty();
        first.forEach(this::send);
        assertThat(names(claim(0, 60, 10))).containsExactly("one-2");
    }

    @Test
    default void aLaterMailOfATicketDoesNotOvertakeOneThatWaitsForAnotherTry() {
        TicketId ticket = keptTicket();
        add(mail(ticket, "first"));
        add(mail(ticket, "second"));
        settle(
                claimOne(0),
                (unit, claim) -> unit.outbox().postpone(claim.id(), claim.fence(), minutes(30), "busy", false));

        assertThat(claim(29, 60, 10)).isEmpty();
        assertThat(names(claim(30, 60, 10))).containsExactly("first");
    }

    @Test
    default void aLaterMailOfATicketDoesNotOvertakeOneThatIsNotYetReady() {
        TicketId ticket = keptTicket();
        add(mail(ticket, null, "first", minutes(5)));
        add(mail(ticket, null, "second", minutes(1)));

        assertThat(claim(2, 60, 10)).isEmpty();
        assertThat(names(claim(5, 60, 10))).containsExactly("first");
    }

    @Test
    default void aMailThatCannotBeDeliveredDoesNotHoldUpItsTicket() {
        TicketId ticket = keptTicket();
        add(mail(ticket, "failed"));
        add(mail(ticket, "uncertain"));
        add(mail(ticket, "third"));

        settle(claimOne(0), (unit, claim) -> unit.outbox().failed(claim.id(), claim.fence(), "no such user"));
        Claim second = claimOne(0);
        assertThat(names(List.of(second))).containsExactly("uncertain");
        settle(second, (unit, claim) -> unit.outbox().sending(claim.id(), claim.fence()));
        settle(second, (unit, claim) -> unit.outbox().uncertain(claim.id(), claim.fence(), "lost"));
        assertThat(names(claim(0, 60, 10))).containsExactly("third");
    }

    /** What is done with a claim; true if it took effect. */
    @FunctionalInterface
    interface Settling {
        boolean in(UnitOfWork unit, Claim claim);
    }

    private void settle(Claim claim, Settling work) {
        boolean settled = write(unit -> work.in(unit, claim));
        assertThat(settled).isTrue();
    }

    private void send(Claim claim) {
        settle(claim, (unit, it) -> unit.outbox().sending(it.id(), it.fence()));
        settle(claim, (unit, it) -> unit.outbox().sent(it.id(), it.fence(), START));
    }

    private void add(OutgoingData mail) {
        write().outbox().add(mail);
    }

    private List<Claim> claim(int now, int until, int limit) {
        return write().outbox().claim(minutes(now), minutes(until), limit);
    }

    /** The one mail there is to claim, for five minutes. */
    private Claim claimOne(int now) {
        List<Claim> claims = claim(now, now + 5, 5);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private Sent find(String messageId) {
        return read().outbox().findByMessageId(messageId).orElseThrow();
    }

    private static List<String> names(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.mail().messageId())
                .map(id -> id.substring(1, id.indexOf('@')))
                .toList();
    }
}
