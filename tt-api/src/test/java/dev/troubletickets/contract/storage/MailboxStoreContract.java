// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.view.MailroomView.MailboxState;
import dev.troubletickets.view.MailroomView.PollError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who polls a mailbox, and how it went (D1). */
@Tag("D1")
public interface MailboxStoreContract extends StorageUnderTest {
    @Test
    default void aMailboxNeverPolledIsDue() {
        assertThat(states()).isEmpty();
        assertThat(lease("support", 0, 5)).isPresent();
        assertThat(states()).extracting(MailboxState::name).containsExactly("support");
    }

    @Test
    default void aLeasedMailboxIsNobodyElses() {
        lease("support", 0, 5).orElseThrow();

        assertThat(lease("support", 0, 5)).isEmpty();
        assertThat(lease("support", 4, 9)).isEmpty();
        assertThat(lease("billing", 0, 5)).as("another mailbox").isPresent();
    }

    @Test
    default void aLeaseRunsOutAndTheNextOneHasALargerNumber() {
        long first = lease("support", 0, 5).orElseThrow();
        long second = lease("support", 5, 10).orElseThrow();

        assertThat(second).isGreaterThan(first);
        assertThat(lease("support", 9, 14)).isEmpty();
        assertThat(lease("support", 10, 15).orElseThrow()).isGreaterThan(second);
    }

    @Test
    default void afterAPollTheMailboxIsFreeWhenTheNextIsDue() {
        long fence = lease("support", 0, 60).orElseThrow();
        succeeded("support", fence, 1, 10);

        assertThat(lease("support", 9, 60)).isEmpty();
        assertThat(lease("support", 10, 60).orElseThrow()).isGreaterThan(fence);
    }

    @Test
    default void aSuccessIsTold() {
        succeeded("support", lease("support", 0, 5).orElseThrow(), 1, 10);

        MailboxState state = states().get(0);
        assertThat(state.lastSuccess()).contains(minutes(1));
        assertThat(state.nextPoll()).contains(minutes(10));
        assertThat(state.failures()).isZero();
        assertThat(state.lastError()).isEmpty();
    }

    @Test
    default void failuresAreCountedUntilAPollSucceeds() {
        succeeded("support", lease("support", 0, 5).orElseThrow(), 1, 2);
        failed("support", lease("support", 2, 5).orElseThrow(), new PollError("no route", minutes(2)), 4);
        assertThat(lease("support", 3, 9)).isEmpty();
        failed("support", lease("support", 4, 9).orElseThrow(), new PollError(UNICODE, minutes(4)), 8);

        assertThat(states())
                .containsExactly(new MailboxState(
                        "support",
                        Optional.of(minutes(1)),
                        2,
                        Optional.of(new PollError(UNICODE, minutes(4))),
                        Optional.of(minutes(8)),
                        0));
        succeeded("support", lease("support", 8, 12).orElseThrow(), 9, 10);
        assertThat(states().get(0).failures()).isZero();
        assertThat(states().get(0).lastSuccess()).contains(minutes(9));
        assertThat(states().get(0).lastError()).as("it stays to be seen").contains(new PollError(UNICODE, minutes(4)));
    }

    @Test
    default void whatIsTakenIsCountedForEachMailbox() {
        long fence = lease("support", 0, 5).orElseThrow();
        lease("sales", 0, 5);
        write().mailboxes().took("support");
        write().mailboxes().took("support");
        write().mailboxes().took("nowhere");
        succeeded("support", fence, 1, 10);

        assertThat(states()).extracting(MailboxState::taken).containsExactly(0L, 2L);
        assertThat(lease("sales", 4, 9)).as("still leased").isEmpty();
    }

    @Test
    default void whoLostTheMailboxChangesNothing() {
        long old = lease("support", 0, 5).orElseThrow();
        long current = lease("support", 5, 10).orElseThrow();
        List<MailboxState> before = states();

        succeeded("support", old, 6, 7);
        failed("support", old, new PollError("late", minutes(6)), 7);
        assertThat(states()).isEqualTo(before);
        assertThat(lease("support", 7, 12)).as("still leased").isEmpty();
        succeeded("support", current, 8, 20);
        assertThat(states().get(0).nextPoll()).contains(minutes(20));
    }

    @Test
    default void whoFinishesLateUnderTheNewestNumberIsHeard() {
        long fence = lease("support", 0, 5).orElseThrow();
        succeeded("support", fence, 6, 20);

        assertThat(states().get(0).lastSuccess()).contains(minutes(6));
        assertThat(lease("support", 7, 12)).isEmpty();
    }

    @Test
    default void statesComeByName() {
        for (String name : List.of("support", "abuse", "sales")) {
            lease(name, 0, 5);
        }

        assertThat(states()).extracting(MailboxState::name).containsExactly("abuse", "sales", "support");
    }

    private OptionalLong lease(String mailbox, int now, int until) {
        return write().mailboxes().lease(mailbox, minutes(now), minutes(until));
    }

    private void succeeded(String mailbox, long fence, int now, int next) {
        write().mailboxes().succeeded(mailbox, fence, minutes(now), minutes(next));
    }

    private void failed(String mailbox, long fence, PollError error, int next) {
        write().mailboxes().failed(mailbox, fence, error, minutes(next));
    }

    private List<MailboxState> states() {
        return read().mailboxes().states();
    }
}
