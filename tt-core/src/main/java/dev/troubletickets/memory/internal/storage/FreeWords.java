// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.money.Charge;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.BulkStore.JobData;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Words;
import dev.troubletickets.spi.storage.PrivateMessageStore.Header;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.tasks.TaskEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that belong to no ticket, or to one by its number alone. */
final class FreeWords {
    private final Tables tables;

    FreeWords(Tables tables) {
        this.tables = tables;
    }

    long last(Phase phase) {
        if (phase == Phase.TICKETS) {
            return tables.tickets.keys().stream()
                    .mapToLong(id -> id.value())
                    .max()
                    .orElse(0);
        }
        Set<Long> numbers = switch (phase) {
            case MAILS_IN -> tables.incoming.keys();
            case MAILS_OUT -> tables.outgoing.keys();
            case PRIVATE_MESSAGES -> tables.privateMessages.keys();
            case TASKS -> tables.tasks.keys();
            case CHARGES -> tables.charges.keys();
            case SAVED_SEARCHES -> tables.savedSearches.keys();
            case MASS_ACTIONS -> tables.bulkJobs.keys();
            case AUDIT -> tables.audit.keys();
            case ORDERS -> Set.of(1L);
            case TICKETS, DONE -> Set.of();
        };
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    List<Words> list(Phase phase, long after, int limit) {
        Stream<Words> all = switch (phase) {
            case PRIVATE_MESSAGES ->
                tables.privateMessages.entries().stream()
                        .map(row -> new Words(
                                row.getKey(),
                                row.getValue().header().subject() + "\n"
                                        + row.getValue().text()));
            case TASKS -> tables.tasks.rows().stream().map(this::words);
            case CHARGES -> tables.charges.rows().stream().flatMap(FreeWords::words);
            case SAVED_SEARCHES ->
                tables.savedSearches.rows().stream()
                        .map(row -> new Words(
                                row.id().value(),
                                row.kept().name() + "\n" + row.kept().content()));
            case MASS_ACTIONS -> tables.bulkJobs.rows().stream().flatMap(FreeWords::words);
            case AUDIT ->
                tables.audit.entries().stream()
                        .map(row -> new Words(row.getKey(), row.getValue().what()));
            default -> throw new IllegalArgumentException(phase + " has no free words");
        };
        return all.filter(words -> words.number() > after).limit(limit).toList();
    }

    void rewrite(Phase phase, long number, String text) {
        switch (phase) {
            case PRIVATE_MESSAGES ->
                tables.privateMessages
                        .find(number)
                        .ifPresent(row -> tables.privateMessages.put(number, blank(row, text)));
            case TASKS -> task(number, text);
            case CHARGES -> tables.charges.find(number).ifPresent(row -> tables.charges.put(number, blank(row, text)));
            case SAVED_SEARCHES -> tables.savedSearches.remove(number);
            case MASS_ACTIONS ->
                tables.bulkJobs.find(number).ifPresent(row -> tables.bulkJobs.put(number, withoutSearch(row)));
            case AUDIT ->
                tables.audit
                        .find(number)
                        .ifPresent(row -> tables.audit.put(number, new AuditStore.Line(row.at(), row.actor(), text)));
            default -> throw new IllegalArgumentException(phase + " has no free words");
        }
    }

    private void task(long number, String text) {
        tables.tasks.find(number).ifPresent(task -> tables.tasks.put(number, blank(task, text)));
        List<MemoryTasks.Key> notes = tables.taskEntries.entries().stream()
                .filter(entry -> entry.getKey().task() == number && isNote(entry.getValue()))
                .map(entry -> entry.getKey())
                .toList();
        for (MemoryTasks.Key key : notes) {
            TaskStore.Entry note = tables.taskEntries.find(key).orElseThrow();
            tables.taskEntries.put(key, new TaskStore.Entry(note.at(), note.by(), note.kind(), note.from(), text));
        }
    }

    private Words words(TaskData task) {
        String notes = tables.taskEntries.entries().stream()
                .filter(entry -> entry.getKey().task() == task.id().value() && isNote(entry.getValue()))
                .map(entry -> "\n" + entry.getValue().to())
                .collect(Collectors.joining());
        return new Words(
                task.id().value(),
                task.content().title() + "\n" + task.content().details() + notes);
    }

    private static Stream<Words> words(Charge charge) {
        String ticket = charge.ticket().map(Object::toString).orElse("");
        return charge.why().note().stream().map(note -> new Words(charge.number(), ticket + "\n" + note));
    }

    private static Stream<Words> words(JobData job) {
        return Stream.ofNullable(job.job().search())
                .map(search -> new Words(job.id().value(), search));
    }

    private static boolean isNote(TaskStore.Entry entry) {
        return entry.kind() == TaskEntry.Kind.NOTE;
    }

    private static MemoryPrivateMessages.Row blank(MemoryPrivateMessages.Row row, String text) {
        Header header = new Header(
                row.header().from(), row.header().to(), text, row.header().at());
        return new MemoryPrivateMessages.Row(header, text, row.keptBySender());
    }

    private static TaskData blank(TaskData task, String text) {
        TaskData.Content content = new TaskData.Content(
                text, text, task.content().creator(), task.content().createdAt());
        return new TaskData(
                task.id(), task.version(), content, task.assignee(), task.due(), task.doneAt(), task.ticket());
    }

    private static Charge blank(Charge charge, String text) {
        Charge.Why why = new Charge.Why(
                charge.why().price(), Optional.of(text), charge.why().by());
        return new Charge(
                charge.number(),
                charge.key(),
                charge.reseller(),
                charge.at(),
                charge.kind(),
                charge.ticket(),
                charge.quantity(),
                charge.amount(),
                why,
                charge.statement());
    }

    private static JobData withoutSearch(JobData job) {
        NewJob forgetful = new NewJob(
                job.job().owner(),
                job.job().startedAt(),
                job.job().action(),
                null,
                job.job().upTo());
        boolean collects = job.state() == BulkJob.State.COLLECTING;
        return new JobData(
                job.id(),
                collects ? job.version() + 1 : job.version(),
                forgetful,
                collects ? BulkJob.State.CANCELLED : job.state(),
                job.mark(),
                job.due());
    }
}
