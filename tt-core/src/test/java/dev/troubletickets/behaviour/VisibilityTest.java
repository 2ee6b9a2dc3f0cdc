// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a technician sees (B2): tickets of queues they are entitled to, of the default queue, and those assigned to them; nothing else by
 * any path, and what they do not see is as if it were not there.
 */
class VisibilityTest extends BehaviourTest {
    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryption(new Envelope());
    }

    private final QueueId billing = center.queue("Billing", Cast.KATE);

    @Test
    @Tag("B2")
    void theDefaultQueueIsEverybodys() {
        TicketId ticket = opened();

        assertSees(john, ticket);
        assertSees(center.nick(), ticket);
    }

    @Test
    @Tag("B2")
    void aQueueIsSeenByWhoIsEntitledAndByTheMainAdministrator() {
        TicketId ticket = inBilling();

        assertSees(kate, ticket);
        assertSees(anna, ticket);
        assertSeesNothing(john, ticket);
    }

    @Test
    @Tag("B2")
    void anAssignedTicketIsSeenWhereverItIs() {
        TicketId ticket = inBilling();

        kate.assign(ticket, Cast.JOHN);
        assertSees(john, ticket);

        kate.release(ticket);
        assertSeesNothing(john, ticket);
    }

    @Test
    @Tag("B2")
    void entitlementIsInForceAtOnce() {
        TicketId ticket = inBilling();

        center.admin().entitle(Cast.JOHN, Set.of(billing));
        assertSees(john, ticket);

        center.admin().entitle(Cast.JOHN, Set.of());
        assertSeesNothing(john, ticket);
    }

    @Test
    @Tag("B2")
    void whoMovesATicketOutOfTheirSightNoLongerSeesIt() {
        TicketId ticket = opened();

        john.change(ticket, Edit.queue(billing));

        assertSeesNothing(john, ticket);
        assertSees(kate, ticket);
    }

    @Test
    @Tag("B2")
    void whatIsNotSeenCannotBeActedOn() {
        TicketId ticket = inBilling();
        TicketId seen = opened();
        List<Consumer<TicketId>> acts = List.of(
                id -> john.pickUp(id),
                id -> john.assign(id, Cast.JOHN),
                id -> john.release(id),
                id -> john.answer(id, Answer.of("Hi")),
                id -> john.note(id, "Hi"),
                id -> john.hold(id),
                id -> john.resolve(id),
                id -> john.close(id),
                id -> john.reopen(id),
                id -> john.change(id, Edit.priority(1)),
                id -> john.delete(id),
                id -> john.linking().registerAbuse(id, AbuseCase.of("Hi", "Hi")),
                id -> john.reveal(MessageId.publicMessage(id, 1)),
                id -> john.linking().merge(id, seen),
                id -> john.linking().mergeAcrossCustomers(seen, id),
                id -> john.pickUp(id.seenAt(0)));

        for (Consumer<TicketId> act : acts) {
            Expect.in(center).notFound("ticket", () -> act.accept(ticket));
            Expect.in(center).notFound("ticket", () -> act.accept(TicketId.of(999_999)));
        }
    }

    @Test
    @Tag("B2")
    void permissionsDoNotWidenSight() {
        TicketId ticket = inBilling();
        for (Permission permission : Permission.values()) {
            center.admin().give(Cast.JOHN, permission);
        }

        assertSeesNothing(john, ticket);
    }

    @Test
    @Tag("B2")
    void sectionsHoldOnlyWhatIsSeen() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId answered = inBilling();
        kate.pickUp(answered);
        kate.answer(answered, Answer.of("Done."));
        TicketId held = inBilling();
        kate.hold(held);

        assertThat(ids(john, SectionName.ANSWERED)).isEmpty();
        assertThat(ids(john, SectionName.ON_HOLD)).isEmpty();
        assertThat(ids(kate, SectionName.ANSWERED)).containsExactly(answered);
        assertThat(ids(anna, SectionName.ON_HOLD)).containsExactly(held);
        assertThat(john.dashboard().answered().orElseThrow().total()).isZero();
        assertThat(kate.dashboard().answered().orElseThrow().total()).isEqualTo(1);
    }

    private static List<TicketId> ids(StaffDesk desk, SectionName section) {
        return desk.section(section, TicketSort.ascending(Column.ID), Optional.empty()).tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }

    private TicketId opened() {
        return jane.open(
                NewTicket.of("Mail bounces", "Help!").attach(Upload.of("log.txt", "text/plain", new byte[] {1})));
    }

    private TicketId inBilling() {
        TicketId ticket = opened();
        anna.change(ticket, Edit.queue(billing));
        return ticket;
    }

    private void assertSees(StaffDesk desk, TicketId ticket) {
        assertThat(paths(desk, ticket)).as("paths to %s", ticket).containsOnly(true);
    }

    private void assertSeesNothing(StaffDesk desk, TicketId ticket) {
        assertThat(paths(desk, ticket)).as("paths to %s", ticket).containsOnly(false);
    }

    /** Whether the ticket shows, for every path that leads to one. */
    private List<Boolean> paths(StaffDesk desk, TicketId ticket) {
        MessageId message = MessageId.publicMessage(ticket, 1);
        boolean listed = desk.dashboard().unassigned().tickets().stream()
                        .anyMatch(row -> row.id().equals(ticket))
                || desk.dashboard().assigned().tickets().stream()
                        .anyMatch(row -> row.id().equals(ticket));
        boolean counted = desk.dashboard().activeByQueue().values().stream()
                        .mapToLong(Dashboard.QueueCount::active)
                        .sum()
                > 0;
        boolean totalled = desk.dashboard().unassigned().total()
                        + desk.dashboard().assigned().total()
                > 0;
        List<Boolean> paths = new ArrayList<>(List.of(listed, counted, totalled));
        for (String words : List.of("mail BOUNCES", ticket.toString(), "jane@jane.example")) {
            paths.add(desk.quickSearch(words, Optional.empty()).tickets().stream()
                    .anyMatch(row -> row.id().equals(ticket)));
        }
        paths.add(isThere(() -> desk.ticket(ticket)));
        paths.add(isThere(() -> desk.quote(message)));
        paths.add(isThere(() -> desk.download(new AttachmentId(message, 1)).to(OutputStream.nullOutputStream())));
        return paths;
    }

    private boolean isThere(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown == null) {
            return true;
        }
        assertThat(thrown).isInstanceOf(NotFound.class).hasMessage("no such ticket");
        return false;
    }
}
