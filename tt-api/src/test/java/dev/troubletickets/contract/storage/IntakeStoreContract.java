// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.allBytes;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.IntakeStore.Placed;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.TakenMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails that came in (D1). */
@Tag("D1")
public interface IntakeStoreContract extends StorageUnderTest {
    @Test
    default void theBytesOfAMailComeBackAsTheyWere() {
        byte[] raw = allBytes(5_000);
        long mail = write().intake().store("support", "1", "sha", raw, START).orElseThrow();

        StoredMail next = next(0).orElseThrow();
        assertThat(next.raw()).isEqualTo(raw);
        assertThat(next.id()).isEqualTo(mail);
        assertThat(next.mailbox()).isEqualTo("support");
        assertThat(next.receivedAt()).isEqualTo(START);
        assertThat(next.tries()).isZero();
        assertThat(read().intake().raw(mail))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(raw));
        assertThat(read().intake().raw(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    default void aMailFetchedAgainIsNotKeptAgain() {
        long mail = store("support", "Uid", "sha");
        finish(mail, MailOutcome.OPENED);

        assertThat(write().intake().store("support", "Uid", "sha", bytes("x"), minutes(1)))
                .isEmpty();
        assertThat(read().intake().waiting()).isZero();
        store("support", "Uid", "other");
        store("support", "uid", "sha");
        store("Support", "Uid", "sha");
        store("support", "Uid ", "sha");
        assertThat(read().intake().waiting()).isEqualTo(4);
    }

    @Test
    default void mailsAreProcessedOneByOneInTheOrderTheyCame() {
        long first = store("support", "b", "1");
        long second = store("abuse", "a", "2");

        assertThat(next(0)).map(StoredMail::id).contains(first);
        assertThat(next(0)).as("until it is finished").map(StoredMail::id).contains(first);
        finish(first, MailOutcome.OPENED);
        assertThat(next(0)).map(StoredMail::id).contains(second);
        finish(second, MailOutcome.APPENDED);
        assertThat(next(0)).isEmpty();
    }

    @Test
    default void aPostponedMailLetsTheOthersPassUntilItIsDue() {
        long first = store("support", "1", "1");
        long second = store("support", "2", "2");
        postpone(first, 5);

        assertThat(next(4)).map(StoredMail::id).contains(second);
        assertThat(next(5)).map(StoredMail::id).contains(first);
        assertThat(next(5)).map(StoredMail::tries).contains(1);
        postpone(first, 6);
        assertThat(next(6)).map(StoredMail::tries).contains(2);
        assertThat(read().intake().waiting()).isEqualTo(2);
    }

    @Test
    default void aMailIsPrecededByThoseThatCameBeforeItAndAreToBeProcessed() {
        long first = store("support", "1", "1");
        long second = store("abuse", "2", "2");
        assertThat(isPreceded(first, 0)).isFalse();
        assertThat(isPreceded(second, 0)).isTrue();

        postpone(first, 5);
        assertThat(isPreceded(second, 4)).as("before it is due").isFalse();
        assertThat(isPreceded(second, 5)).isTrue();
        finish(first, MailOutcome.OPENED);
        assertThat(isPreceded(second, 5)).isFalse();
    }

    @Test
    default void aMailKeepsTheOutcomeItHas() {
        long mail = store("support", "1", "1");
        finish(mail, MailOutcome.OPENED);
        finish(mail, MailOutcome.QUARANTINED);
        postpone(mail, 0);

        assertThat(read().intake().counts()).containsExactlyEntriesOf(Map.of(MailOutcome.OPENED, 1L));
        assertThat(read().intake().waiting()).isZero();
    }

    @Test
    default void outcomesAreCounted() {
        TicketId ticket = keptTicket();
        for (MailOutcome outcome : MailOutcome.values()) {
            long mail = store("support", outcome.name(), "sha");
            write().intake().finish(mail, Ending.of(outcome, outcome == MailOutcome.OPENED ? ticket : null, UNICODE));
        }
        finish(store("support", "another", "sha"), MailOutcome.OPENED);
        store("support", "waiting", "sha");

        for (MailOutcome outcome : MailOutcome.values()) {
            assertThat(count(outcome)).as(outcome.name()).isEqualTo(outcome == MailOutcome.OPENED ? 2 : 1);
        }
        assertThat(read().intake().waiting()).isEqualTo(1);
    }

    @Test
    default void quarantinedMailsAreShownTheNewestFirst() {
        long first = write().intake()
                .store("support", "1", "1", bytes("12345"), minutes(1))
                .orElseThrow();
        long second = write().intake()
                .store("abuse", "2", "2", new byte[0], minutes(2))
                .orElseThrow();
        finish(store("support", "3", "3"), MailOutcome.OPENED);
        postpone(first, 2);
        write().intake().finish(first, Ending.of(MailOutcome.QUARANTINED, null, UNICODE));
        finish(second, MailOutcome.QUARANTINED);

        assertThat(quarantined(5))
                .containsExactly(
                        new Kept(second, "abuse", minutes(2), 0, "why", 0),
                        new Kept(first, "support", minutes(1), 5, UNICODE, 1));
        assertThat(quarantined(1)).extracting(Kept::mail).containsExactly(second);
    }

    @Test
    default void aQuarantinedMailIsProcessedOnceSomeoneSaysSo() {
        long mail = store("support", "1", "1");
        finish(mail, MailOutcome.QUARANTINED);
        assertThat(next(5)).isEmpty();

        assertThat(write().intake().requeue(mail, minutes(5))).isTrue();
        assertThat(next(5)).map(StoredMail::id).contains(mail);
        assertThat(quarantined(5)).isEmpty();
        assertThat(count(MailOutcome.QUARANTINED)).isZero();
        assertThat(write().intake().requeue(mail, minutes(5))).isFalse();
    }

    @Test
    default void aQuarantinedMailIsPutAwayOnce() {
        long mail = store("support", "1", "1");
        finish(mail, MailOutcome.QUARANTINED);

        assertThat(write().intake().discard(mail)).isTrue();
        assertThat(quarantined(5)).isEmpty();
        assertThat(count(MailOutcome.DISCARDED)).isEqualTo(1);
        assertThat(write().intake().discard(mail)).isFalse();
        assertThat(write().intake().requeue(mail, minutes(1))).isFalse();
        assertThat(next(5)).isEmpty();
    }

    @Test
    default void onlyQuarantinedMailsAreSentBackOrPutAway() {
        long waiting = store("support", "1", "1");
        long opened = store("support", "2", "2");
        finish(opened, MailOutcome.OPENED);

        for (long mail : new long[] {waiting, opened, Long.MAX_VALUE}) {
            assertThat(write().intake().requeue(mail, START)).isFalse();
            assertThat(write().intake().discard(mail)).isFalse();
        }
        assertThat(count(MailOutcome.OPENED)).isEqualTo(1);
    }

    @Test
    @Tag("G1")
    default void whatBecameOfTheMailsOfATicketIsTold() {
        TicketId ticket = keptTicket();
        long first = store("support", "1", "a");
        long second = store("support", "2", "b");
        long other = store("support", "3", "c");
        store("support", "4", "d");
        write().intake().finish(second, Ending.of(MailOutcome.APPENDED, ticket, "its tag"));
        write().intake().finish(first, Ending.of(MailOutcome.OPENED, ticket, "no ticket"));
        write().intake().finish(other, Ending.of(MailOutcome.OPENED, keptTicket(), "another"));

        assertThat(read().intake().placedIn(ticket))
                .extracting(Placed::mail, Placed::outcome, Placed::why)
                .containsExactly(
                        tuple(first, MailOutcome.OPENED, "no ticket"), tuple(second, MailOutcome.APPENDED, "its tag"));
        assertThat(read().intake().placedIn(TicketId.of(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    @Tag("G1")
    default void whatBecameOfMailsIsToldTheNewestFirst() {
        TicketId ticket = keptTicket();
        long first = store("support", "1", "a");
        long second = store("abuse", "2", "b");
        store("support", "3", "c");
        long fourth = write().intake()
                .store("hook", "4", "d", new byte[0], minutes(4))
                .orElseThrow();
        write().intake().finish(first, new Ending(MailOutcome.APPENDED, MailClass.AUTO_REPLY, ticket, UNICODE));
        write().intake().finish(second, new Ending(MailOutcome.AUTOMATIC, MailClass.AUTO_REPLY, null, "why"));
        finish(fourth, MailOutcome.QUARANTINED);
        write().intake().discard(fourth);

        TakenMail oldest = new TakenMail(
                first,
                "support",
                START,
                "a",
                MailOutcome.APPENDED,
                Optional.of(MailClass.AUTO_REPLY),
                Optional.of(ticket),
                UNICODE);
        TakenMail newest = new TakenMail(
                fourth, "hook", minutes(4), "d", MailOutcome.DISCARDED, Optional.empty(), Optional.empty(), "why");
        assertThat(taken(Long.MAX_VALUE, 5)).startsWith(newest).endsWith(oldest).hasSize(3);
        assertThat(taken(Long.MAX_VALUE, 2)).extracting(TakenMail::mail).containsExactly(fourth, second);
        assertThat(taken(second, 5)).containsExactly(oldest);
        assertThat(taken(first, 5)).isEmpty();
    }

    @Test
    default void anIdentityIsTheFirstMailsThatClaimsIt() {
        long first = store("support", "1", "1");
        long second = store("support", "2", "2");

        assertThat(write().intake().claimIdentity("<A@x> sha", first)).isEmpty();
        assertThat(write().intake().claimIdentity("<A@x> sha", second)).hasValue(first);
        assertThat(write().intake().claimIdentity("<a@x> sha", second)).isEmpty();
        assertThat(write().intake().claimIdentity("x".repeat(1_000), second)).isEmpty();
    }

    @Test
    default void aMailProcessedAgainHasItsIdentityStill() {
        long mail = store("support", "1", "1");
        write().intake().claimIdentity("<a@x>", mail);

        assertThat(write().intake().claimIdentity("<a@x>", mail)).isEmpty();
    }

    private long store(String mailbox, String uid, String sha) {
        return write().intake().store(mailbox, uid, sha, bytes(uid), START).orElseThrow();
    }

    private Optional<StoredMail> next(int now) {
        return write().intake().lockNext(minutes(now));
    }

    private boolean isPreceded(long mail, int now) {
        return read().intake().isPreceded(mail, minutes(now));
    }

    private void finish(long mail, MailOutcome outcome) {
        write().intake().finish(mail, Ending.of(outcome, null, "why"));
    }

    private List<TakenMail> taken(long before, int limit) {
        return read().intake().taken(before, limit);
    }

    private void postpone(long mail, int due) {
        write().intake().postpone(mail, minutes(due), "not now");
    }

    private long count(MailOutcome outcome) {
        return read().intake().counts().getOrDefault(outcome, 0L);
    }

    private List<Kept> quarantined(int limit) {
        return read().intake().quarantined(limit);
    }
}
