// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.Delivery.State;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of mails that were taken (D8). */
@Tag("D8")
public interface OutboxSettlingContract extends StorageUnderTest {
    @Test
    default void aSentMailIsDoneWith() {
        Claim claim = claimed("m");
        assertThat(settle(outbox -> outbox.sending(claim.id(), claim.fence()))).isTrue();
        assertThat(settle(outbox -> outbox.sent(claim.id(), claim.fence(), minutes(1))))
                .isTrue();

        assertThat(claim(1_000)).isEmpty();
        assertThat(troubled(5)).isEmpty();
        assertThat(counts()).containsEntry(State.SENT, 1L);
        assertThat(settle(outbox -> outbox.retry(claim.id(), minutes(2)))).isFalse();
    }

    @Test
    default void whoLostTheLeaseDoesNotSettleTheMail() {
        Claim old = claimed("m");
        Claim current = claim(5).get(0);

        assertThat(settle(outbox -> outbox.sending(old.id(), old.fence()))).isFalse();
        assertThat(settle(outbox -> outbox.sent(old.id(), old.fence(), START))).isFalse();
        assertThat(settle(outbox -> outbox.postpone(old.id(), old.fence(), START, "late", true)))
                .isFalse();
        assertThat(settle(outbox -> outbox.narrow(old.id(), old.fence(), List.of(EmailAddress.of("x@y.example")))))
                .isFalse();
        assertThat(settle(outbox -> outbox.uncertain(old.id(), old.fence(), "late")))
                .isFalse();
        assertThat(settle(outbox -> outbox.failed(old.id(), old.fence(), "late")))
                .isFalse();
        assertThat(troubled(5)).isEmpty();
        assertThat(claim(9)).as("still leased").isEmpty();
        assertThat(settle(outbox -> outbox.sending(current.id(), current.fence())))
                .isTrue();
    }

    @Test
    default void whoSettlesLateUnderTheNewestNumberIsHeard() {
        Claim claim = claimed("m");
        settle(outbox -> outbox.sending(claim.id(), claim.fence()));

        assertThat(settle(outbox -> outbox.sent(claim.id(), claim.fence(), minutes(60))))
                .isTrue();
        assertThat(claim(60)).isEmpty();
    }

    @Test
    default void aPostponedMailIsReadyWhenDueAndItsTriesAreCounted() {
        Claim first = claimed("m");
        settle(outbox -> outbox.sending(first.id(), first.fence()));
        assertThat(settle(outbox -> outbox.postpone(first.id(), first.fence(), minutes(10), UNICODE, false)))
                .isTrue();

        assertThat(claim(9)).isEmpty();
        assertThat(troubled(5))
                .containsExactly(new Outgoing(
                        first.id(),
                        Optional.empty(),
                        List.of(EmailAddress.of("jane.doe@example.org")),
                        new Delivery(State.QUEUED, Optional.of(UNICODE)),
                        1));
        Claim second = claim(10).get(0);
        assertThat(second.tries()).isEqualTo(1);
        assertThat(second.again()).isFalse();
        assertThat(second.wasSending()).isFalse();
        assertThat(second.fence()).isGreaterThan(first.fence());
        settle(outbox -> outbox.postpone(second.id(), second.fence(), minutes(20), "again", true));
        Claim third = claim(20).get(0);
        assertThat(third.tries()).isEqualTo(2);
        assertThat(third.again()).isTrue();
    }

    @Test
    default void aFailedOrUncertainMailWaitsUntilSomeoneTriesAgain() {
        Claim failed = claimed("failed");
        settle(outbox -> outbox.failed(failed.id(), failed.fence(), "no such user"));
        Claim uncertain = claimed("uncertain");
        settle(outbox -> outbox.sending(uncertain.id(), uncertain.fence()));
        settle(outbox -> outbox.uncertain(uncertain.id(), uncertain.fence(), "lost"));
        assertThat(claim(1_000)).isEmpty();

        for (Claim claim : List.of(failed, uncertain)) {
            assertThat(settle(outbox -> outbox.retry(claim.id(), minutes(10)))).isTrue();
            assertThat(settle(outbox -> outbox.retry(claim.id(), minutes(10)))).isFalse();
            assertThat(claim(9)).isEmpty();
            Claim again = claim(10).get(0);
            assertThat(again.id()).isEqualTo(claim.id());
            assertThat(again.fence()).isGreaterThan(claim.fence());
            assertThat(again.wasSending()).isFalse();
        }
    }

    @Test
    default void onlyAFailedOrUncertainMailIsTriedAgain() {
        write().outbox().add(mail(null, "m"));
        assertThat(settle(outbox -> outbox.retry(Long.MAX_VALUE, START))).isFalse();
        Claim claim = claim(0).get(0);
        assertThat(settle(outbox -> outbox.retry(claim.id(), START))).isFalse();
        settle(outbox -> outbox.sending(claim.id(), claim.fence()));
        assertThat(settle(outbox -> outbox.retry(claim.id(), START))).isFalse();
        settle(outbox -> outbox.postpone(claim.id(), claim.fence(), START, "busy", false));
        assertThat(settle(outbox -> outbox.retry(claim.id(), START))).isFalse();
    }

    @Test
    default void aNarrowedMailIsClaimedAndShownForWhoRemainsAndCountedForAll() {
        List<EmailAddress> all = List.of(
                EmailAddress.of("jane@example.org"),
                EmailAddress.of("Boss@example.org"),
                EmailAddress.of("mary@x.example"));
        List<EmailAddress> remaining = List.of(all.get(1), all.get(2));
        write().outbox()
                .add(new OutgoingData(
                        null, null, OutgoingData.Kind.AUTOMATIC, null, all, "<narrow@x>", new byte[] {1, 2}, START));
        Claim first = claim(0).get(0);
        settle(outbox -> outbox.sending(first.id(), first.fence()));
        assertThat(settle(outbox -> outbox.narrow(first.id(), first.fence(), remaining)
                        && outbox.postpone(first.id(), first.fence(), minutes(10), "greylisted", false)))
                .isTrue();

        assertThat(troubled(5)).extracting(Outgoing::recipients).containsExactly(remaining);
        Claim second = claim(10).get(0);
        assertThat(second.mail().recipients()).isEqualTo(remaining);
        assertThat(second.mail().content()).containsExactly(1, 2);
        assertThat(second.mail().messageId()).isEqualTo("<narrow@x>");
        for (EmailAddress recipient : all) {
            assertThat(read().outbox()
                            .countAutomatic(recipient, TicketId.of(1), START)
                            .toAddress())
                    .isEqualTo(1);
        }
        settle(outbox -> outbox.failed(second.id(), second.fence(), "still not"));
        settle(outbox -> outbox.retry(second.id(), minutes(20)));
        assertThat(claim(20).get(0).mail().recipients()).isEqualTo(remaining);
        assertThat(read().outbox().findByMessageId("<narrow@x>").orElseThrow().recipients())
                .as("those who have it may send it back")
                .isEqualTo(all);
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
