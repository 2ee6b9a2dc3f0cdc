// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore.After;
import dev.troubletickets.spi.storage.TaskStore.Entry;
import dev.troubletickets.spi.storage.TaskStore.Query;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks (E7): kept under a version, listed by due date, with entries that stay as they are. */
public interface TaskStoreContract extends StorageUnderTest {
    @Test
    @Tag("E7")
    default void aTaskComesBackAsItWasKept() {
        TicketId ticket = keptTicket();
        TaskData whole = kept(task(JOHN, MARY, minutes(5), ticket));
        TaskData bare = kept(task(JOHN, JOHN, null, null));

        assertThat(read().tasks().find(whole.id())).contains(whole);
        assertThat(read().tasks().find(bare.id())).contains(bare);
        assertThat(read().tasks().find(TaskId.of(99_999))).isEmpty();
        assertThat(kept(ticket().tasks(3)).tasks()).isEqualTo(3);
    }

    private TaskData kept(TaskData task) {
        return task.as(write().tasks().create(task));
    }

    private dev.troubletickets.spi.storage.TicketData kept(TicketBuilder ticket) {
        return kept(keep(ticket).id());
    }

    @Test
    @Tag("E7")
    default void itIsReplacedInTheVersionThatWasReadAlone() {
        TaskData first = kept(task(JOHN, MARY, minutes(5), null));
        TaskData second = first.assignedTo(JOHN).in(keptTicket());
        TaskData now = new TaskData(first.id(), 2, second.content(), JOHN, null, minutes(7), second.ticket());

        assertThat(write().tasks().update(now)).isTrue();
        assertThat(read().tasks().find(first.id())).contains(now);
        assertThat(write().tasks().update(first.assignedTo(MARY))).isFalse();
        assertThat(write().tasks().update(now.doneAt(null))).isTrue();
        assertThat(write().tasks().update(task(JOHN, JOHN, null, null).as(TaskId.of(99_999))))
                .isFalse();
        assertThat(read().tasks().find(first.id())).contains(now.doneAt(null));
    }

    @Test
    @Tag("E7")
    default void openOnesComeByDueDateAndDoneOnesTheNewestFirst() {
        TaskData late = kept(task(JOHN, MARY, minutes(9), null));
        TaskData whenever = kept(task(JOHN, MARY, null, null));
        TaskData soon = kept(task(MARY, MARY, minutes(3), null));
        TaskData same = kept(task(JOHN, MARY, minutes(3), null));
        TaskData old = done(kept(task(MARY, MARY, minutes(1), null)), minutes(4));
        TaskData fresh = done(kept(task(JOHN, JOHN, null, null)), minutes(5));

        assertThat(list(TaskList.mine(), MARY, 9)).containsExactly(soon, same, late, whenever);
        assertThat(list(TaskList.mine(), JOHN, 9)).isEmpty();
        assertThat(list(TaskList.createdByMe(), JOHN, 9)).containsExactly(same, late, whenever);
        assertThat(list(TaskList.mine().overdue(), MARY, 3)).containsExactly(soon, same);
        assertThat(list(TaskList.everybodys().overdue(), JOHN, 2)).isEmpty();
        assertThat(list(TaskList.everybodys(), JOHN, 9)).containsExactly(soon, same, late, whenever);
        assertThat(list(TaskList.everybodys().done(), JOHN, 9)).containsExactly(fresh, old);
        assertThat(list(TaskList.mine().done(), MARY, 9)).containsExactly(old);
        assertThat(read().tasks().countOpenOf(JOHN)).isEqualTo(3);
        assertThat(read().tasks().countOpenOf(MARY)).isEqualTo(1);
    }

    @Test
    @Tag("E7")
    default void pagesFollowOneAnotherWithoutGapsOrRepetition() {
        List<TaskData> open = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            open.add(kept(task(JOHN, MARY, minutes(i / 3), null)));
        }
        assertThat(pages(TaskList.mine())).isEqualTo(open);

        List<TaskData> done = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            done.add(0, done(open.get(i), minutes(i / 3)));
        }
        assertThat(pages(TaskList.everybodys().done())).isEqualTo(done);
    }

    private List<TaskData> pages(TaskList list) {
        List<TaskData> all = new ArrayList<>();
        List<TaskData> page = read().tasks().list(new Query(list, MARY, minutes(99), Optional.empty(), 2));
        while (!page.isEmpty()) {
            all.addAll(page);
            TaskData last = page.get(page.size() - 1);
            After after = new After(last.sortAt(), last.id().value());
            page = read().tasks().list(new Query(list, MARY, minutes(99), Optional.of(after), 2));
        }
        return all;
    }

    @Test
    @Tag("E7")
    @Tag("A11")
    default void thoseOfATicketGoWithIt() {
        TicketId ticket = keptTicket();
        TaskData gone = kept(task(JOHN, MARY, null, ticket));
        TaskData stays = kept(task(JOHN, MARY, null, keptTicket()));
        write().tasks().add(gone.id(), entry(TaskEntry.Kind.CREATED, null, null));
        assertThat(read().tasks().of(ticket)).containsExactly(gone);
        write().tickets().delete(ticket);

        assertThat(read().tasks().find(gone.id())).isEmpty();
        assertThat(read().tasks().entries(gone.id())).isEmpty();
        assertThat(read().tasks().of(ticket)).isEmpty();
        assertThat(read().tasks().find(stays.id())).isPresent();
        assertThatThrownBy(() -> kept(task(JOHN, MARY, null, ticket))).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> write().tasks().update(stays.in(ticket))).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> write().tasks().add(gone.id(), entry(TaskEntry.Kind.DONE, null, null)))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("E7")
    default void entriesComeBackInTheirOrder() {
        TaskData task = kept(task(JOHN, MARY, null, null));
        List<Entry> entries = List.of(
                entry(TaskEntry.Kind.CREATED, null, null),
                entry(TaskEntry.Kind.NOTE, null, UNICODE + "a".repeat(100_000)),
                entry(TaskEntry.Kind.DUE_CHANGED, "a", null));
        entries.forEach(entry -> write().tasks().add(task.id(), entry));

        assertThat(read().tasks().entries(task.id())).isEqualTo(entries);
        assertThat(read().tasks().countEntries(task.id())).isEqualTo(3);
    }

    private List<TaskData> list(TaskList list, StaffId me, int now) {
        return read().tasks().list(new Query(list, me, minutes(now), Optional.empty(), 50));
    }

    private TaskData done(TaskData task, Instant at) {
        TaskData done = task.doneAt(at);
        assertThat(write().tasks().update(done)).isTrue();
        return done;
    }

    private static Entry entry(TaskEntry.Kind kind, @Nullable String from, @Nullable String to) {
        return new Entry(minutes(1), JOHN, kind, from, to);
    }

    private static TaskData task(StaffId creator, StaffId assignee, @Nullable Instant due, @Nullable TicketId ticket) {
        return new TaskData(
                TaskId.of(0),
                1,
                new TaskData.Content("Title " + UNICODE.strip(), UNICODE, creator, minutes(0)),
                assignee,
                due,
                null,
                ticket);
    }
}
