// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkJob.State;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.BulkStore.JobData;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import dev.troubletickets.ticket.TicketId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mass actions (C5): jobs under a version, each ticket with one outcome. */
public interface BulkStoreContract extends StorageUnderTest {
    @Test
    @Tag("C5")
    default void aJobIsKeptAsItWasMade() {
        NewJob search = new NewJob(JOHN, START, "{\"a\":\"Žluť\"}", "{\"title\":\"%\"}", 77);
        NewJob selection = new NewJob(MARY, minutes(1), "{}", null, 0);
        BulkJobId one = write().bulk().create(search);
        BulkJobId two = write().bulk().create(selection);

        assertThat(read().bulk().find(one)).contains(new JobData(one, 1, search, State.COLLECTING, 0, START));
        assertThat(read().bulk().find(two)).contains(new JobData(two, 1, selection, State.WORKING, 0, minutes(1)));
        assertThat(read().bulk().find(BulkJobId.of(two.value() + 1))).isEmpty();
        assertThat(read().bulk().list(Optional.of(JOHN), 10))
                .extracting(JobData::id)
                .containsExactly(one);
        assertThat(read().bulk().list(Optional.empty(), 10))
                .extracting(JobData::id)
                .containsExactly(two, one);
        assertThat(read().bulk().list(Optional.empty(), 1))
                .extracting(JobData::id)
                .containsExactly(two);
    }

    @Test
    @Tag("C5")
    default void ofTwoWhoReplaceAJobOneWins() {
        JobData job = made(JOHN);
        JobData mine = job.next(State.WORKING, 5, minutes(1));

        assertThat(write().bulk().update(mine)).isTrue();
        assertThat(write().bulk().update(job.next(State.CANCELLED, 0, minutes(2))))
                .isFalse();
        assertThat(read().bulk().find(job.id())).contains(mine);
    }

    @Test
    @Tag("C5")
    default void theJobThatIsDueTheLongestIsNext() {
        JobData late = made(JOHN);
        JobData early = made(JOHN);
        JobData over = made(MARY);
        run(unit -> {
            unit.bulk().update(late.next(State.WORKING, 0, minutes(5)));
            unit.bulk().update(early.next(State.COLLECTING, 0, minutes(3)));
            unit.bulk().update(over.next(State.DONE, 0, minutes(1)));
        });

        assertThat(write().bulk().lockDue(minutes(2))).isEmpty();
        assertThat(write().bulk().lockDue(minutes(3)).orElseThrow().id()).isEqualTo(early.id());
        assertThat(write().bulk().lockDue(minutes(9)).orElseThrow().id()).isEqualTo(early.id());
        assertThat(read().bulk().countOpen(JOHN)).isEqualTo(2);
        assertThat(read().bulk().countOpen(MARY)).isZero();
    }

    @Test
    @Tag("C5")
    default void aTicketHasOneOutcome() {
        BulkJobId job = made(JOHN).id();
        BulkJobId other = made(JOHN).id();
        add(job, 3, 1, 2);
        add(job, 2, 4);
        add(other, 1);
        BulkOutcome refused = BulkOutcome.refused(TicketId.of(2), Refusal.LOCKED);

        assertThat(write().bulk().settle(job, refused)).isTrue();
        assertThat(write().bulk().settle(job, done(2))).as("it has one").isFalse();
        assertThat(write().bulk().settle(job, done(9))).as("none of the job's").isFalse();
        add(job, 2);

        assertThat(read().bulk().waiting(job, 10)).containsExactly(TicketId.of(1), TicketId.of(3), TicketId.of(4));
        assertThat(read().bulk().waiting(job, 1)).containsExactly(TicketId.of(1));
        assertThat(read().bulk().outcomes(job, Optional.of(Result.REFUSED), 0, 10))
                .containsExactly(refused);
        assertThat(read().bulk().waiting(other, 10)).containsExactly(TicketId.of(1));
    }

    @Test
    @Tag("C5")
    default void outcomesAreCountedAndPagedByNumber() {
        BulkJobId job = made(JOHN).id();
        BulkJobId other = made(JOHN).id();
        BulkJobId without = made(JOHN).id();
        add(job, 10, 2, 30, 4);
        add(other, 7);
        write().bulk().settle(job, done(2));
        write().bulk().settle(job, BulkOutcome.invalid(TicketId.of(30), "tags"));

        assertThat(read().bulk().outcomes(job, Optional.empty(), 0, 10))
                .containsExactly(done(2), waits(4), waits(10), BulkOutcome.invalid(TicketId.of(30), "tags"));
        assertThat(read().bulk().outcomes(job, Optional.empty(), 2, 2)).containsExactly(waits(4), waits(10));
        assertThat(read().bulk().outcomes(job, Optional.of(Result.WAITING), 4, 10))
                .containsExactly(waits(10));
        assertThat(read().bulk().counts(List.of(job, other, without)))
                .isEqualTo(Map.of(
                        job, Map.of(Result.DONE, 1L, Result.WAITING, 2L, Result.INVALID, 1L),
                        other, Map.of(Result.WAITING, 1L)));
        assertThat(read().bulk().counts(List.of())).isEmpty();
    }

    @Test
    @Tag("C5")
    @Tag("A11")
    default void anOutcomeOutlivesItsTicket() {
        TicketId ticket = keptTicket();
        BulkJobId job = made(JOHN).id();
        write().bulk().add(job, List.of(ticket));
        run(unit -> {
            unit.bulk().settle(job, BulkOutcome.of(ticket, Result.DONE));
            unit.tickets().delete(ticket);
        });

        assertThat(read().bulk().outcomes(job, Optional.empty(), 0, 10))
                .containsExactly(BulkOutcome.of(ticket, Result.DONE));
    }

    @Test
    @Tag("C5")
    default void whatWasOverLongAgoIsForgotten() {
        JobData open = made(JOHN);
        JobData old = made(JOHN);
        JobData recent = made(JOHN);
        add(old.id(), 1, 2);
        add(recent.id(), 1);
        run(unit -> {
            unit.bulk().update(old.next(State.CANCELLED, 0, minutes(1)));
            unit.bulk().update(recent.next(State.DONE, 0, minutes(5)));
        });

        assertThat(write().bulk().forgetBefore(minutes(5), 10)).isEqualTo(1);
        assertThat(write().bulk().forgetBefore(minutes(5), 10)).isZero();
        assertThat(read().bulk().list(Optional.empty(), 10))
                .extracting(JobData::id)
                .containsExactly(recent.id(), open.id());
        assertThat(read().bulk().outcomes(old.id(), Optional.empty(), 0, 10)).isEmpty();
        assertThat(read().bulk().waiting(recent.id(), 10)).hasSize(1);
    }

    private JobData made(StaffId owner) {
        BulkJobId id = write().bulk().create(new NewJob(owner, START, "{}", null, 0));
        return read().bulk().find(id).orElseThrow();
    }

    private void add(BulkJobId job, long... tickets) {
        write().bulk().add(job, Arrays.stream(tickets).mapToObj(TicketId::of).toList());
    }

    private static BulkOutcome done(long ticket) {
        return BulkOutcome.of(TicketId.of(ticket), Result.DONE);
    }

    private static BulkOutcome waits(long ticket) {
        return BulkOutcome.of(TicketId.of(ticket), Result.WAITING);
    }
}
