// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An invitation shows one ticket to one technician, on every path, for as long as it holds (G10, B2). To everybody else the world is as
 * if the ticket were not there.
 */
@Tag("G10")
@Tag("B2")
class CollaboratorVisibilityTest extends BehaviourTest {
    private static final TicketSort BY_NUMBER = TicketSort.ascending(Column.ID);

    private final QueueId billing = center.queue("Billing", Cast.KATE);
    private final TicketId everybodys = center.opened();

    @Test
    void anInvitedTechnicianSeesTheTicketOnEveryPath() {
        TicketId hidden = hidden();
        Map<String, Object> without = outputs(john, hidden);

        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.READ);

        Map<String, Object> with = outputs(john, hidden);
        assertThat(with.keySet())
                .allSatisfy(path -> assertThat(with.get(path)).as(path).isNotEqualTo(without.get(path)));
        for (String path : Set.of("page", "quote", "file", "look")) {
            assertThat(with.get(path)).as(path).isNotInstanceOf(Throwable.class);
        }
    }

    @Test
    void afterDismissalTheWorldIsAsItWasBefore() {
        TicketId hidden = hidden();
        Map<String, Object> without = outputs(john, hidden);
        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.ANSWER);
        outputs(john, hidden);

        kate.collaborating().dismiss(hidden, Cast.JOHN);

        assertThat(outputs(john, hidden)).isEqualTo(without);
    }

    @Test
    void whoIsNotInvitedSeesTheWorldWithoutTheTicket() {
        Map<String, Object> without = outputs(center.nick(), TicketId.of(999_999));
        TicketId hidden = hidden();

        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.ANSWER);
        john.ticket(hidden);
        john.watching().watch(hidden);
        john.answer(hidden, Answer.of("Fixed."));
        john.composing().saveDraft(hidden, "Dear");

        assertThat(outputs(center.nick(), hidden)).isEqualTo(without);
    }

    @Test
    void aSavedSearchAndTheWatchListForgetTheTicketAtTheNextCall() {
        TicketId hidden = hidden();
        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.READ);
        john.watching().watch(hidden);
        john.favourites().add(hidden);
        SavedSearchId saved = john.search()
                .saved()
                .save(SavedSearch.Content.of("Bounces", Search.everything().title("bounces"), BY_NUMBER));
        assertThat(john.search().saved().run(saved, Optional.empty()).tickets()).hasSize(2);
        assertThat(john.watching().list(Optional.empty()).tickets()).hasSize(1);

        john.collaborating().leave(hidden);

        assertThat(john.search().saved().run(saved, Optional.empty()).tickets()).hasSize(1);
        assertThat(john.watching().list(Optional.empty()).tickets()).isEmpty();
        assertThat(john.favourites().list(Optional.empty()).tickets()).isEmpty();
    }

    @Test
    @Tag("C5")
    void aMassActionIsRefusedForWhatOneIsInvitedToAndDoesNotFindWhatOneWasDismissedFrom() {
        center.admin().give(Cast.JOHN, Permission.DELETE);
        TicketId invited = hidden();
        TicketId dismissed = hidden();
        kate.collaborating().invite(invited, Cast.JOHN, CollaboratorRight.ANSWER);
        kate.collaborating().invite(dismissed, Cast.JOHN, CollaboratorRight.ANSWER);
        BulkJobId job = john.bulk().start(Set.of(invited, dismissed), BulkAction.delete());
        kate.collaborating().dismiss(dismissed, Cast.JOHN);

        john.bulk().work(job);

        assertThat(john.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes())
                .containsExactlyInAnyOrder(
                        BulkOutcome.refused(invited, Refusal.INVITED_ONLY),
                        BulkOutcome.of(dismissed, BulkOutcome.Result.NOT_FOUND));
        assertThat(kate.ticket(invited).id()).isEqualTo(invited);
    }

    @Test
    void anInvitationShowsNothingElseOfTheQueue() {
        TicketId invited = hidden();
        TicketId another = hidden();
        kate.collaborating().invite(invited, Cast.JOHN, CollaboratorRight.ANSWER);

        assertThat(john.search().form().queues())
                .extracting(choice -> choice.id())
                .doesNotContain(billing);
        assertThat(catchThrowable(() -> john.ticket(another))).hasMessage("no such ticket");
        assertThat(john.quickSearch("bounces", Optional.empty()).tickets())
                .extracting(row -> row.id())
                .containsExactlyInAnyOrder(everybodys, invited);
    }

    /** What the technician gets to see or is told, on every path that could lead to the ticket. */
    private Map<String, Object> outputs(StaffDesk desk, TicketId ticket) {
        MessageId message = MessageId.publicMessage(ticket, 1);
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "dashboard", desk::dashboard);
        put(all, "on hold", () -> desk.section(SectionName.ON_HOLD, BY_NUMBER, Optional.empty()));
        put(all, "invited", () -> desk.section(SectionName.COLLABORATING, BY_NUMBER, Optional.empty()));
        put(all, "invitations", () -> desk.collaborating().list(Optional.empty()));
        put(all, "title", () -> desk.quickSearch("BOUNCES", Optional.empty()));
        put(all, "number", () -> desk.quickSearch(ticket.toString(), Optional.empty()));
        put(all, "requester", () -> desk.quickSearch("jane@jane.example", Optional.empty()));
        put(all, "words", () -> desk.search().find(Search.everything().text("zebra"), BY_NUMBER, Optional.empty()));
        put(all, "search", () -> desk.search().find(Search.everything(), BY_NUMBER, Optional.empty()));
        put(all, "export", () -> exported(desk));
        put(all, "account", () -> desk.ticketsOf(AccountId.of("jane"), Optional.empty()));
        put(all, "page", () -> desk.ticket(ticket));
        put(all, "stale", () -> {
            desk.note(ticket.seenAt(0), "Hm.");
            return "noted";
        });
        put(all, "quote", () -> desk.quote(message));
        put(all, "file", () -> desk.download(new AttachmentId(message, 1)).file());
        put(all, "look", () -> desk.composing().look(ticket, false));
        put(all, "operation", () -> desk.linking().undo(new OperationId(ticket, 2)));
        put(all, "favour", () -> {
            desk.favourites().add(ticket);
            desk.favourites().remove(ticket);
            return "favoured";
        });
        return all;
    }

    private static void put(Map<String, Object> all, String path, Callable<?> call) {
        Object[] got = new Object[1];
        Throwable thrown = catchThrowable(() -> got[0] = call.call());
        all.put(path, thrown == null ? Objects.requireNonNull(got[0]) : thrown.getClass() + ": " + thrown.getMessage());
    }

    private static String exported(StaffDesk desk) throws java.io.IOException {
        try (ByteArrayOutputStream into = new ByteArrayOutputStream()) {
            desk.search().export(Search.everything(), Export.csv(), into, ExportProgress.none());
            return into.toString(StandardCharsets.UTF_8);
        }
    }

    /** A ticket on hold in a queue that is kate's alone. */
    private TicketId hidden() {
        TicketId ticket = jane.open(NewTicket.of("Mail bounces", "Like a zebra.")
                .attach(Upload.of("log.txt", "text/plain", new byte[] {1})));
        anna.change(ticket, Edit.queue(billing));
        kate.hold(ticket);
        return ticket;
    }
}
