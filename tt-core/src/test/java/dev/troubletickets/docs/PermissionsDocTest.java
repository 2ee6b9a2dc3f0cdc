// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryBilling;
import dev.troubletickets.memory.InMemoryDiagnostics;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/permissions.md} says which permission each operation asks for, as found by taking it away. */
class PermissionsDocTest {
    private static final String HEAD = """
        # Permissions

        Made from the code: each operation was tried by a technician who held every permission but one. Change the code, not this
        file.

        The main administrator holds all of them. A permission is asked for at each call, so giving or taking one is in force at
        once on every node. None of them widens what a technician sees (B2). [operations.md](operations.md) names every public
        operation with what it takes. A reseller's staff can hold those that concern tickets, down
        to EDIT_MESSAGES, and the two that concern a ticket's customer (E4); a reseller's main administrator holds all of these.

        | permission | by default | allows |
        |---|---|---|
        """;

    /** An operation on a center, with a ticket that is assigned to john. */
    private record Operation(String name, BiConsumer<TestCenter, TicketId> call) {}

    @Test
    @Tag("E3")
    void theTableOfPermissionsIsWhatTheCodeAsksFor() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Permission permission : Permission.values()) {
            page.append("| ").append(permission).append(" | ");
            page.append(Permission.defaults().contains(permission) ? "given" : "not given")
                    .append(" | ");
            page.append(permission.description()).append(" |\n");
        }
        page.append("\n## Operations\n\n| operation | needs |\n|---|---|\n");
        Set<Permission> asked = EnumSet.noneOf(Permission.class);
        for (Operation operation : operations()) {
            Set<Permission> needed = needed(operation);
            boolean all = needed.size() == Permission.values().length;
            asked.addAll(all ? Set.of() : needed);
            page.append("| ")
                    .append(operation.name())
                    .append(" | ")
                    .append(all ? "the main administrator" : words(needed))
                    .append(" |\n");
        }
        assertThat(asked).as("a permission that no operation asks for").containsExactly(Permission.values());
        GeneratedDocs.check("permissions.md", page.toString());
    }

    private static Set<Permission> needed(Operation operation) {
        Set<Permission> needed = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (isRefused(operation, EnumSet.complementOf(EnumSet.of(permission)))) {
                needed.add(permission);
            }
        }
        return needed;
    }

    private static String words(Set<Permission> needed) {
        return needed.isEmpty() ? "–" : needed.stream().map(Permission::name).collect(Collectors.joining(", "));
    }

    private static boolean isRefused(Operation operation, Set<Permission> held) {
        TestCenter center = TestCenter.on(
                InMemoryStorage.create(),
                builder -> builder.encryption(new Envelope())
                        .encryptionKeys(new Keyring())
                        .sealing(AesGcmSealing.with(Secret.of("0123456789abcdef0123456789abcdef")))
                        .diagnostics(new InMemoryDiagnostics())
                        .billing(InMemoryBilling.create()));
        for (Permission permission : Permission.values()) {
            if (held.contains(permission)) {
                center.admin().give(Cast.JOHN, permission);
            } else {
                center.admin().take(Cast.JOHN, permission);
            }
        }
        Throwable thrown = catchThrowable(() -> operation.call().accept(center, center.taken()));
        if (thrown != null && !(thrown instanceof NotPermitted) && !(thrown instanceof NotFound)) {
            throw new AssertionError(operation.name() + " failed otherwise", thrown);
        }
        return thrown instanceof NotPermitted refused && refused.refusal() == Refusal.PERMISSION_MISSING;
    }

    private static List<Operation> operations() {
        return List.of(
                new Operation(
                        "see the tickets center, search, read, quote, download",
                        (c, t) -> c.john().dashboard()),
                new Operation("open a ticket", (c, t) -> c.john().openFor(Cast.JANE.id(), NewTicket.of("Hi", "Hi"))),
                new Operation("pick up an unassigned ticket", (c, t) -> c.john().pickUp(c.opened())),
                new Operation("release one's own ticket", (c, t) -> c.john().release(t)),
                new Operation("assign to another", (c, t) -> c.john().assign(t, Cast.KATE)),
                new Operation(
                        "take or release another's ticket", (c, t) -> c.john().release(kates(c))),
                new Operation(
                        "lock, look, keep a draft",
                        (c, t) -> c.john().composing().lock(t)),
                new Operation(
                        "end a colleague's lock", (c, t) -> c.john().composing().unblock(locked(c))),
                new Operation(
                        "redirect one's own ticket to a department",
                        (c, t) -> c.john().redirect(t, Holder.department(c.queue("X")))),
                new Operation("redirect to a technician", (c, t) -> c.john().redirect(t, Holder.technician(Cast.KATE))),
                new Operation("answer", (c, t) -> c.john().answer(t, Answer.of("Hi"))),
                new Operation("answer by mail", PermissionsDocTest::answerByMail),
                new Operation(
                        "answer, and charge the customer for it",
                        (c, t) -> c.john().answer(t, Answer.of("Hi").charge("1.00", "EUR", "Work"))),
                new Operation(
                        "give a ticket's support incidents back",
                        (c, t) -> c.john().billing().returnIncidents(t, "Hi")),
                new Operation("note", (c, t) -> c.john().note(t, "Hi")),
                new Operation(
                        "schedule an action, cancel one's own", (c, t) -> schedule(c, t, ScheduledAction.close())),
                new Operation("schedule an answer", (c, t) -> schedule(c, t, ScheduledAction.answer("Hi"))),
                new Operation(
                        "schedule an assignment to another",
                        (c, t) -> schedule(c, t, ScheduledAction.assign(Cast.KATE))),
                new Operation(
                        "cancel an action a colleague has scheduled",
                        (c, t) -> c.john().scheduling().cancel(kates(c, t))),
                new Operation(
                        "take back an answer of one's own",
                        (c, t) -> c.john().scheduling().takeBack(later(c.john(), t))),
                new Operation(
                        "take back a colleague's answer",
                        (c, t) -> c.john().scheduling().takeBack(later(c.kate(), t))),
                new Operation(
                        "put on hold, resolve, close, reopen",
                        (c, t) -> c.john().close(t)),
                new Operation("edit an answer or a note", (c, t) -> edit(c, t)),
                new Operation(
                        "favour or watch a ticket",
                        (c, t) -> c.john().watching().watch(t)),
                new Operation(
                        "have another watch a ticket",
                        (c, t) -> c.john().watching().add(t, Cast.KATE)),
                new Operation(
                        "invite another to a ticket, dismiss them",
                        (c, t) -> c.john().collaborating().invite(t, Cast.KATE, CollaboratorRight.READ)),
                new Operation(
                        "use predefined replies",
                        (c, t) -> c.john().predefinedReplies().search("")),
                new Operation(
                        "create, change, delete predefined replies",
                        (c, t) -> c.john().predefinedReplies().create(Content.of("Hi", Wording.of("Hi")))),
                new Operation(
                        "save a search for oneself",
                        (c, t) -> c.john().search().saved().save(saved())),
                new Operation(
                        "share a saved search",
                        (c, t) -> c.john().search().saved().save(saved().forAllStaff())),
                new Operation("close many tickets", (c, t) -> c.john().bulk().start(Set.of(t), BulkAction.close())),
                new Operation("delete many tickets", (c, t) -> c.john().bulk().start(Set.of(t), BulkAction.delete())),
                new Operation(
                        "create a task, list one's own",
                        (c, t) -> c.john().tasks().create(NewTask.of("Hi", Cast.KATE))),
                new Operation(
                        "list everybody's tasks",
                        (c, t) -> c.john().tasks().list(TaskList.everybodys(), Optional.empty())),
                new Operation(
                        "write, read and delete private messages",
                        (c, t) -> c.john().privateMessages().send(NewPrivateMessage.of("Hi", "Hi", Cast.KATE))),
                new Operation(
                        "read and search the knowledge base, insert an article",
                        (c, t) -> c.john().knowledge().search("mail")),
                new Operation(
                        "write the knowledge base",
                        (c, t) -> c.john().knowledge().createCategory("Mail")),
                new Operation(
                        "read what staff noted about a customer",
                        (c, t) -> c.john().customers().comment(Cast.JANE.id())),
                new Operation(
                        "note something about a customer",
                        (c, t) -> c.john().customers().comment(Cast.JANE.id(), 0, "Hi")),
                new Operation("change parameters", (c, t) -> c.john().change(t, Edit.priority(1))),
                new Operation("delete a ticket", (c, t) -> c.john().delete(t)),
                new Operation(
                        "register an abuse case",
                        (c, t) -> c.john().linking().registerAbuse(t, AbuseCase.of("Hi", "Hi"))),
                new Operation(
                        "merge tickets, undo it", (c, t) -> c.john().linking().merge(c.opened(), t)),
                new Operation("split a ticket, undo it", (c, t) -> split(c, t)),
                new Operation(
                        "see, make and retire the desk's encryption keys",
                        (c, t) -> c.center()
                                .administration(Cast.JOHN)
                                .encryptionKeys()
                                .all()),
                new Operation(
                        "save a customer's public key",
                        (c, t) -> c.john().customers().savePublicKey(Cast.JANE.id(), Keyring.publicKey("jane"))),
                new Operation("reveal encrypted inclusions", (c, t) -> c.john().reveal(MessageId.publicMessage(t, 1))),
                new Operation(
                        "switch to the customer's panel",
                        (c, t) -> c.john().customers().switchToPanel(t)),
                new Operation(
                        "look at a service with a diagnostic tool",
                        (c, t) -> c.john().diagnostics().form(t)),
                new Operation(
                        "statistics: see, export",
                        (c, t) -> c.john().statistics().of(today())),
                new Operation("settings", (c, t) -> johns(c).settings()),
                new Operation(
                        "fields of the installation's own",
                        (c, t) -> johns(c).fields().all()),
                new Operation(
                        "announcements: see, save",
                        (c, t) -> johns(c).announcements().all()),
                new Operation(
                        "rules: see, save, try", (c, t) -> johns(c).rules().current()),
                new Operation(
                        "support of resellers' end users: see, save",
                        (c, t) -> johns(c).resellers().support()),
                new Operation(
                        "prices of resellers: see, set",
                        (c, t) -> johns(c).pricing().inForce()),
                new Operation(
                        "charges and statements of resellers: see, correct, issue, export",
                        (c, t) -> johns(c).statements().all(Cast.RITA, Optional.empty())),
                new Operation("queues: list, create, change, make default", (c, t) -> johns(c).queues()),
                new Operation("administrator security: see, entitle to queues", (c, t) -> johns(c).staff()),
                new Operation(
                        "delete a queue, moving its tickets",
                        (c, t) -> johns(c).deleteQueue(c.queue("X"), QueueDeletion.moveTicketsTo(c.defaultQueue()))),
                new Operation(
                        "delete a queue with its tickets",
                        (c, t) -> johns(c).deleteQueue(c.queue("X"), QueueDeletion.deleteTickets())),
                new Operation(
                        "what customers are charged: see, export, have it tried anew, give it up",
                        (c, t) -> johns(c).billing().orders(Optional.empty(), Optional.empty())),
                new Operation(
                        "erase a person, see what would go",
                        (c, t) -> johns(c).erasure().all()),
                new Operation(
                        "own words of all in spelling",
                        (c, t) -> johns(c).spellingWords().all()),
                new Operation("read the audit", (c, t) -> johns(c).audit(Optional.empty())),
                new Operation("give and take permissions", (c, t) -> johns(c).give(Cast.KATE, Permission.DELETE)),
                new Operation(
                        "mailroom", (c, t) -> c.center().mailroom(Cast.JOHN).state()));
    }

    /** What the desk would throw stands in the mailroom. */
    private static void answerByMail(TestCenter center, TicketId ticket) {
        center.john().saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.ASSIGNED));
        center.after(Duration.ofSeconds(10));
        center.anna().release(ticket);
        center.anna().assign(ticket, Cast.JOHN);
        center.run();
        ParsedMail notice = center.sent().get(center.sent().size() - 1);
        String reply = "From: john@example.com\r\nTo: support@example.com\r\nReferences: "
                + notice.messageId().orElseThrow() + "\r\nSubject: Re\r\n\r\nHi";
        center.mail().deliver(reply.getBytes(StandardCharsets.US_ASCII));
        center.run();
        if (center.center().mailroom(Cast.ANNA).state().quarantine().stream()
                .anyMatch(kept -> kept.reason().contains(Refusal.PERMISSION_MISSING.message()))) {
            throw new NotPermitted(Refusal.PERMISSION_MISSING);
        }
    }

    private static StatisticsQuery today() {
        return StatisticsQuery.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), ZoneOffset.UTC);
    }

    private static TicketId locked(TestCenter center) {
        TicketId ticket = center.opened();
        center.kate().composing().lock(ticket);
        return ticket;
    }

    private static void split(TestCenter center, TicketId ticket) {
        center.jane().reply(ticket, Reply.of("Hi"));
        Split.Part part = Split.Part.of("Ho", MessageId.publicMessage(ticket, 2));
        center.john()
                .linking()
                .undo(center.john().linking().split(ticket, Split.into(part)).operation());
    }

    private static void edit(TestCenter center, TicketId ticket) {
        center.john().note(ticket, "Hi");
        center.john().editMessage(ticket, MessageId.note(ticket, 1), "Ho");
    }

    private static ScheduledId kates(TestCenter center, TicketId ticket) {
        return center.kate().scheduling().at(tomorrow(), ticket, ScheduledAction.close());
    }

    private static ScheduledId later(StaffDesk author, TicketId ticket) {
        return author.scheduling().answerAt(tomorrow(), ticket, Answer.of("Hi"));
    }

    private static void schedule(TestCenter center, TicketId ticket, ScheduledAction action) {
        center.john().scheduling().cancel(center.john().scheduling().at(tomorrow(), ticket, action));
    }

    private static Instant tomorrow() {
        return TestCenter.START.plus(Duration.ofDays(1));
    }

    private static AdminDesk johns(TestCenter center) {
        return center.center().administration(Cast.JOHN);
    }

    private static TicketId kates(TestCenter center) {
        TicketId ticket = center.opened();
        center.kate().pickUp(ticket);
        return ticket;
    }

    private static SavedSearch.Content saved() {
        return SavedSearch.Content.of("All", Search.everything(), TicketSort.ascending(TicketSort.Column.ID));
    }
}
