// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTask;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.tasks.Task;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.tasks.TaskRow;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TaskPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks that belong to no ticket (E7). */
@Tag("E7")
class TasksTest extends BehaviourTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Expect expect = Expect.in(center);

    @Test
    void aTaskIsTheAssigneesWithAllItsCreatorSaid() {
        Instant due = clock.instant().plus(DAY);
        TaskId id = john.tasks()
                .create(NewTask.of(" Renew the certificate ", Cast.KATE)
                        .details("Of ns1.\n")
                        .due(due));

        Task task = kate.tasks().task(id);

        assertThat(task.row())
                .isEqualTo(new TaskRow(
                        id,
                        "Renew the certificate",
                        Cast.KATE,
                        "Kate Stone",
                        Cast.JOHN,
                        "John Woods",
                        clock.instant(),
                        Optional.of(due),
                        false,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(task.details()).isEqualTo("Of ns1.\n");
        assertThat(mine(kate)).containsExactly(id);
        assertThat(mine(john)).isEmpty();
        assertThat(ids(john, TaskList.createdByMe())).containsExactly(id);
    }

    @Test
    void onesOwnComeByDueDateAndWhatIsDueIsMarked() {
        TaskId whenever = john.tasks().create(NewTask.of("Whenever", Cast.JOHN));
        TaskId later = john.tasks().create(due("Later", 3));
        TaskId sooner = john.tasks().create(due("Sooner", 2));
        center.after(DAY.multipliedBy(2));

        assertThat(mine(john)).containsExactly(sooner, later, whenever);
        assertThat(john.tasks().list(TaskList.mine(), Optional.empty()).tasks())
                .extracting(TaskRow::overdue)
                .containsExactly(true, false, false);
        assertThat(ids(john, TaskList.mine().overdue())).containsExactly(sooner);
        john.tasks().done(sooner);
        assertThat(ids(john, TaskList.mine().overdue())).isEmpty();
        assertThat(ids(john, TaskList.mine().done())).containsExactly(sooner);
        assertThat(john.tasks().task(sooner).row().overdue()).isFalse();
    }

    @Test
    void whatHappensToItIsToldAndNeverChanged() {
        Instant due = clock.instant().plus(DAY);
        TaskId id = john.tasks().create(NewTask.of("Look", Cast.KATE));
        center.after(Duration.ofMinutes(1));
        kate.tasks().note(id, "It is <b>full</b>.\n");
        kate.tasks().changeDue(id, Optional.of(due));
        john.tasks().changeDue(id, Optional.empty());
        john.tasks().reassign(id, Cast.JOHN);
        john.tasks().done(id);
        kateWith(Permission.TASKS_ADMIN);
        kate.tasks().reopen(id);
        john.tasks().done(id);
        john.tasks().note(id, "Afterwards.");

        Task task = john.tasks().task(id);
        assertThat(task.entries())
                .extracting(TaskEntry::kind)
                .containsExactly(
                        TaskEntry.Kind.CREATED,
                        TaskEntry.Kind.NOTE,
                        TaskEntry.Kind.DUE_CHANGED,
                        TaskEntry.Kind.DUE_CHANGED,
                        TaskEntry.Kind.REASSIGNED,
                        TaskEntry.Kind.DONE,
                        TaskEntry.Kind.REOPENED,
                        TaskEntry.Kind.DONE,
                        TaskEntry.Kind.NOTE);
        assertThat(task.notes())
                .extracting(TaskEntry::to)
                .containsExactly(Optional.of("It is <b>full</b>.\n"), Optional.of("Afterwards."));
        assertThat(task.entries().get(1).byName()).isEqualTo("Kate Stone");
        assertThat(task.entries().get(3).from()).contains(due.toString());
        assertThat(task.entries().get(3).to()).isEmpty();
        assertThat(task.entries().get(4).from()).contains("kate");
        assertThat(task.entries().get(4).to()).contains("john");
    }

    @Test
    @Tag("E3")
    void itIsThereForAssigneeCreatorAndThoseWhoAdministerTasksAlone() {
        TaskId id = kate.tasks().create(NewTask.of("Look", StaffId.of("nick")));
        assertThat(mine(center.nick())).containsExactly(id);
        for (BiConsumer<StaffDesk, TaskId> call : calls()) {
            expect.notFound("task", () -> call.accept(john, id));
            expect.notFound("task", () -> call.accept(anna, TaskId.of(99_999)));
        }
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.tasks().list(TaskList.everybodys(), Optional.empty()));
        assertThat(ids(anna, TaskList.everybodys())).containsExactly(id);

        center.admin().give(Cast.JOHN, Permission.TASKS_ADMIN);
        assertThat(ids(john, TaskList.everybodys())).containsExactly(id);
        calls().forEach(call -> call.accept(john, id));
    }

    @Test
    @Tag("E3")
    void nobodyWorksWithTasksWithoutThePermission() {
        TaskId id = kate.tasks().create(NewTask.of("Look", Cast.JOHN));
        center.admin().take(Cast.JOHN, Permission.TASKS);
        center.admin().give(Cast.JOHN, Permission.TASKS_ADMIN);

        for (BiConsumer<StaffDesk, TaskId> call : calls()) {
            expect.refused(Refusal.PERMISSION_MISSING, () -> call.accept(john, id));
        }
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.tasks().create(NewTask.of("Look", Cast.KATE)));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.tasks().list(TaskList.mine(), Optional.empty()));
        expect.invalid("assignee", () -> kate.tasks().create(NewTask.of("Look", Cast.JOHN)));
    }

    @Test
    void whatIsDoneIsReopenedFirst() {
        TaskId id = john.tasks().create(NewTask.of("Look", Cast.JOHN));
        expect.refused(Refusal.TASK_OPEN, () -> john.tasks().reopen(id));
        expect.refused(Refusal.ALREADY_SO, () -> john.tasks().reassign(id, Cast.JOHN));
        expect.refused(Refusal.ALREADY_SO, () -> john.tasks().changeDue(id, Optional.empty()));
        john.tasks().done(id);

        expect.refused(Refusal.TASK_DONE, () -> john.tasks().done(id));
        expect.refused(Refusal.TASK_DONE, () -> john.tasks().reassign(id, Cast.KATE));
        expect.refused(
                Refusal.TASK_DONE,
                () -> john.tasks().changeDue(id, Optional.of(clock.instant().plus(DAY))));
    }

    @Test
    void badInputIsNamedAndTakenNowhere() {
        TaskId id = john.tasks().create(NewTask.of("Look", Cast.JOHN));
        for (String title : List.of(" ", "a\nb", "a\u0000", "x".repeat(201), "\ud83d")) {
            Assertions.assertThatThrownBy(() -> NewTask.of(title, Cast.JOHN))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.field()).isEqualTo("title"));
        }
        Assertions.assertThatThrownBy(() -> NewTask.of("a", Cast.JOHN).details("a\u0000"))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("details"));
        StaffId nobody = StaffId.of("nobody");
        expect.invalid("assignee", () -> john.tasks().create(NewTask.of("Look", nobody)));
        expect.invalid("assignee", () -> john.tasks().reassign(id, nobody));
        expect.invalid("text", () -> john.tasks().note(id, " "));
        String long1 = "x".repeat(2_000_000);
        expect.overLimit("textCharacters", () -> john.tasks().note(id, long1));
        expect.overLimit(
                "textCharacters",
                () -> john.tasks().create(NewTask.of("Look", Cast.JOHN).details(long1)));
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(4000))) {
            Instant due = clock.instant().plus(wrong);
            expect.invalid(
                    "due",
                    () -> john.tasks().create(NewTask.of("Look", Cast.JOHN).due(due)));
            expect.invalid("due", () -> john.tasks().changeDue(id, Optional.of(due)));
        }
        expect.invalid("page", () -> john.tasks().list(TaskList.mine(), Optional.of(new PageToken("x"))));
    }

    @Test
    void pagesHoldFiftyAndFitTheirListAlone() {
        List<TaskId> all = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            all.add(john.tasks().create(due("Task", 1 + i / 40)));
        }
        List<TaskId> seen = new ArrayList<>();
        TaskPage page = john.tasks().list(TaskList.mine(), Optional.empty());
        seen.addAll(rows(page));
        Optional<PageToken> second = page.next();
        while (page.next().isPresent()) {
            page = john.tasks().list(TaskList.mine(), page.next());
            seen.addAll(rows(page));
        }

        assertThat(seen).isEqualTo(all);
        expect.invalid("page", () -> john.tasks().list(TaskList.createdByMe(), second));
    }

    private List<BiConsumer<StaffDesk, TaskId>> calls() {
        Instant due = clock.instant().plus(DAY);
        return List.of(
                (desk, id) -> desk.tasks().task(id),
                (desk, id) -> desk.tasks().note(id, "Hello"),
                (desk, id) -> desk.tasks().changeDue(id, Optional.of(due)),
                (desk, id) -> desk.tasks().reassign(id, Cast.ANNA),
                (desk, id) -> desk.tasks().done(id),
                (desk, id) -> desk.tasks().reopen(id));
    }

    private NewTask due(String title, int days) {
        return NewTask.of(title, Cast.JOHN).due(clock.instant().plus(DAY.multipliedBy(days)));
    }

    private void kateWith(Permission permission) {
        center.admin().give(Cast.KATE, permission);
    }

    private static List<TaskId> mine(StaffDesk desk) {
        return ids(desk, TaskList.mine());
    }

    private static List<TaskId> ids(StaffDesk desk, TaskList list) {
        return rows(desk.tasks().list(list, Optional.empty()));
    }

    private static List<TaskId> rows(TaskPage page) {
        return page.tasks().stream().map(TaskRow::id).toList();
    }
}
