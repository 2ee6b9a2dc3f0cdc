// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.spi.storage.ErasureStore.JobData;
import dev.troubletickets.spi.storage.ErasureStore.NewJob;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Progress;
import dev.troubletickets.spi.storage.ErasureStore.Words;
import dev.troubletickets.spi.storage.PrivateMessageStore.Header;
import dev.troubletickets.spi.storage.SavedSearchStore.Kept;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erasures (G12): jobs under a version, the tickets they touched, and words that belong to no ticket. */
@Tag("G12")
public interface ErasureStoreContract extends StorageUnderTest {
    Person JANE = new Person(
            Optional.of(AccountId.of("jane")),
            Set.of(EmailAddress.of("Jane@jane.example"), EmailAddress.of("žofie@jane.example")));

    @Test
    default void anErasureIsKeptAsItWasBegunAndForgetsAddressesInTheEnd() {
        ErasureId id = write().erasures().create(new NewJob(JOHN, START, JANE, 77));
        JobData begun = JobData.beginning(id, new NewJob(JOHN, START, JANE, 77));

        assertThat(read().erasures().find(id)).contains(begun);
        assertThat(begun.person()).isEqualTo(JANE);
        assertThat(read().erasures().find(ErasureId.of(id.value() + 1))).isEmpty();
        JobData further = begun.next(
                new Progress(Phase.TICKETS, 5, 9), minutes(1), Map.of(Trace.MESSAGES, 3L, Trace.TICKETS, 1L));
        assertThat(write().erasures().update(further)).isTrue();
        assertThat(write().erasures().update(begun.next(begun.progress(), minutes(2), Map.of())))
                .isFalse();
        assertThat(read().erasures().find(id)).contains(further);
        assertThat(read().erasures().countOpen()).isEqualTo(1);
        JobData over = further.next(new Progress(Phase.DONE, 0, 0), minutes(3), Map.of(Trace.MESSAGES, 2L));
        assertThat(write().erasures().update(over)).isTrue();
        JobData kept = read().erasures().find(id).orElseThrow();
        assertThat(kept.addresses()).isEmpty();
        assertThat(kept.account()).isEqualTo(AccountId.of("jane"));
        assertThat(kept.traces()).isEqualTo(Map.of(Trace.MESSAGES, 5L, Trace.TICKETS, 1L));
        assertThat(read().erasures().countOpen()).isZero();
    }

    @Test
    default void whyAnErasureIsStuckIsKeptUntilItComesFurther() {
        ErasureId id = write().erasures().create(new NewJob(JOHN, START, JANE, 77));
        JobData begun = read().erasures().find(id).orElseThrow();
        assertThat(begun.stuck()).isEmpty();

        JobData failed = begun.failed(minutes(1), minutes(3), "behind ticket 7: IllegalStateException");
        assertThat(write().erasures().update(failed)).isTrue();
        assertThat(read().erasures().find(id)).contains(failed);
        JobData again = failed.next(failed.progress(), minutes(5), Map.of()).failed(minutes(6), minutes(8), "else");
        assertThat(again.stuck()).contains(new ErasureJob.Stuck(minutes(1), "else"));
        JobData taken = failed.next(failed.progress(), minutes(5), Map.of());
        assertThat(write().erasures().update(taken)).isTrue();
        assertThat(read().erasures().list(1)).containsExactly(taken);
        assertThat(taken.stuck()).isEqualTo(failed.stuck());
        JobData further = taken.next(taken.progress().at(12), minutes(6), Map.of());
        assertThat(write().erasures().update(further)).isTrue();
        assertThat(read().erasures().find(id)).contains(further);
        assertThat(further.stuck()).isEmpty();
    }

    @Test
    default void theErasureThatIsDueTheLongestIsNext() {
        Person stranger = Person.address(EmailAddress.of("a@elsewhere.example"));
        ErasureId late = write().erasures().create(new NewJob(JOHN, minutes(5), JANE, 0));
        ErasureId early = write().erasures().create(new NewJob(MARY, minutes(3), stranger, 0));

        assertThat(write().erasures().lockDue(minutes(2))).isEmpty();
        assertThat(write().erasures().lockDue(minutes(9)).orElseThrow().id()).isEqualTo(early);
        assertThat(read().erasures().find(early).orElseThrow().person()).isEqualTo(stranger);
        assertThat(read().erasures().list(10)).extracting(JobData::id).containsExactly(early, late);
        assertThat(read().erasures().list(1)).extracting(JobData::id).containsExactly(early);
    }

    @Test
    default void ticketsAreNotedOnceAndListedByNumber() {
        ErasureId one = write().erasures().create(new NewJob(JOHN, START, JANE, 0));
        ErasureId two = write().erasures().create(new NewJob(JOHN, START, JANE, 0));
        for (long ticket : List.of(7L, 3L, 7L, 5L)) {
            run(unit -> unit.erasures().note(one, TicketId.of(ticket)));
        }
        run(unit -> unit.erasures().note(two, TicketId.of(4)));

        assertThat(read().erasures().noted(one, 0, 10)).containsExactly(TicketId.of(3), TicketId.of(5), TicketId.of(7));
        assertThat(read().erasures().noted(one, 3, 1)).containsExactly(TicketId.of(5));
        assertThat(read().erasures().noted(two, 0, 10)).containsExactly(TicketId.of(4));
    }

    @Test
    default void privateMessagesAreReadByTheirNumbersAndRewritten() {
        PrivateMessageId one =
                write().privateMessages().create(new Header(JOHN, List.of(MARY), "Subject", START), "Text");
        PrivateMessageId two =
                write().privateMessages().create(new Header(JOHN, List.of(MARY), "Other", START), "Word");

        assertThat(read().erasures().last(Phase.PRIVATE_MESSAGES)).isEqualTo(two.value());
        assertThat(read().erasures().words(Phase.PRIVATE_MESSAGES, 0, 1))
                .containsExactly(new Words(one.value(), "Subject\nText"));
        assertThat(read().erasures().words(Phase.PRIVATE_MESSAGES, one.value(), 9))
                .containsExactly(new Words(two.value(), "Other\nWord"));
        run(unit -> unit.erasures().rewrite(Phase.PRIVATE_MESSAGES, one.value(), "gone"));
        assertThat(read().privateMessages().find(one).orElseThrow().text()).isEqualTo("gone");
        assertThat(read().privateMessages().find(one).orElseThrow().header().subject())
                .isEqualTo("gone");
        assertThat(read().privateMessages().find(two).orElseThrow().text()).isEqualTo("Word");
    }

    @Test
    default void tasksAreReadWithTheirNotesAndRewrittenWithThem() {
        TaskData data = new TaskData(
                TaskId.of(0), 1, new TaskData.Content("Title", "Details", JOHN, START), MARY, null, null, null);
        TaskId task = write().tasks().create(data);
        run(unit -> {
            unit.tasks().add(task, new TaskStore.Entry(START, JOHN, TaskEntry.Kind.CREATED, null, "mary"));
            unit.tasks().add(task, new TaskStore.Entry(START, JOHN, TaskEntry.Kind.NOTE, null, "Note"));
        });

        assertThat(read().erasures().words(Phase.TASKS, 0, 9))
                .containsExactly(new Words(task.value(), "Title\nDetails\nNote"));
        run(unit -> unit.erasures().rewrite(Phase.TASKS, task.value(), "gone"));
        assertThat(read().tasks().find(task).orElseThrow().content())
                .isEqualTo(new TaskData.Content("gone", "gone", JOHN, START));
        assertThat(read().tasks().entries(task)).extracting(TaskStore.Entry::to).containsExactly("mary", "gone");
    }

    @Test
    default void ordersAboutTheAccountLoseTheirWordsAndStayWhatTheyAre() {
        AccountId jane = AccountId.of("jane");
        run(unit -> {
            unit.billing().add(order("b", jane));
            unit.billing().add(order("a", jane));
            unit.billing().add(order("c", AccountId.of("Jane")));
            long fence = unit.billing().claim(START, minutes(1), 1).get(0).fence();
            unit.billing().stuck(BillingOrderId.of("a"), fence, "No.");
        });
        BilledOrder before = read().billing().find(BillingOrderId.of("a")).orElseThrow();

        assertThat(read().erasures().orders(jane, Optional.empty(), 9))
                .containsExactly(BillingOrderId.of("a"), BillingOrderId.of("b"));
        assertThat(read().erasures().orders(jane, Optional.of(BillingOrderId.of("a")), 9))
                .containsExactly(BillingOrderId.of("b"));
        run(unit -> unit.erasures().eraseOrder(BillingOrderId.of("a")));
        assertThat(read().erasures().orders(jane, Optional.empty(), 9)).containsExactly(BillingOrderId.of("b"));
        BilledOrder after = read().billing().find(BillingOrderId.of("a")).orElseThrow();
        assertThat(after.order().words()).isEqualTo(Erased.TEXT);
        assertThat(after.failure()).contains(Erased.TEXT);
        assertThat(after.order().amount()).isEqualTo(before.order().amount());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(read().billing()
                        .find(BillingOrderId.of("c"))
                        .orElseThrow()
                        .order()
                        .words())
                .isEqualTo("Work");
    }

    private static BillingOrder order(String id, AccountId account) {
        return new BillingOrder(
                BillingOrderId.of(id),
                BillingOrder.Kind.CHARGE,
                Optional.empty(),
                account,
                TicketId.of(1),
                Money.of("10", "EUR"),
                "Work",
                JOHN,
                START);
    }

    @Test
    default void savedSearchesAreRemovedAndLinesOfTheAuditRewritten() {
        SavedSearchId search = write().savedSearches().create(new Kept(JOHN, "Name", false, "{}"));
        run(unit -> {
            unit.audit().add(new Line(START, Actor.staff(JOHN), "one"));
            unit.audit().add(new Line(minutes(1), Actor.staff(JOHN), "two"));
        });

        assertThat(read().erasures().words(Phase.SAVED_SEARCHES, 0, 9))
                .containsExactly(new Words(search.value(), "Name\n{}"));
        List<Words> lines = read().erasures().words(Phase.AUDIT, 0, 9);
        assertThat(lines).extracting(Words::words).containsExactly("one", "two");
        run(unit -> {
            unit.erasures().rewrite(Phase.SAVED_SEARCHES, search.value(), "");
            unit.erasures().rewrite(Phase.AUDIT, lines.get(0).number(), "gone");
        });
        assertThat(read().savedSearches().find(search)).isEmpty();
        assertThat(read().audit().latest(9)).extracting(Line::what).containsExactly("two", "gone");
        assertThat(read().erasures().last(Phase.AUDIT)).isEqualTo(lines.get(1).number());
    }

    @Test
    default void aMassActionForgetsItsSearchAndIsCancelledIfItStillCollects() {
        BulkJobId collecting = write().bulk().create(new BulkStore.NewJob(JOHN, START, "{}", "sought", 5));
        BulkJobId working = write().bulk().create(new BulkStore.NewJob(JOHN, START, "{}", "found", 5));
        BulkJobId chosen = write().bulk().create(new BulkStore.NewJob(JOHN, START, "{}", null, 0));
        BulkStore.JobData job = read().bulk().find(working).orElseThrow();
        run(unit -> unit.bulk().update(job.next(BulkJob.State.WORKING, 5, minutes(1))));

        assertThat(read().erasures().words(Phase.MASS_ACTIONS, 0, 9))
                .containsExactly(new Words(collecting.value(), "sought"), new Words(working.value(), "found"));
        run(unit -> {
            unit.erasures().rewrite(Phase.MASS_ACTIONS, collecting.value(), "");
            unit.erasures().rewrite(Phase.MASS_ACTIONS, working.value(), "");
        });
        BulkStore.JobData cancelled = read().bulk().find(collecting).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(BulkJob.State.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(cancelled.job().search()).isNull();
        BulkStore.JobData goesOn = read().bulk().find(working).orElseThrow();
        assertThat(goesOn.state()).isEqualTo(BulkJob.State.WORKING);
        assertThat(goesOn.version()).isEqualTo(2);
        assertThat(goesOn.job().search()).isNull();
        assertThat(read().bulk().countOpen(JOHN)).isEqualTo(2);
        assertThat(read().bulk().find(chosen)).isPresent();
    }
}
