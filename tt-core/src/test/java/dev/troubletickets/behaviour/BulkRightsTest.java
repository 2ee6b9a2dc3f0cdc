// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJob.State;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may act on many (C5): with the rights of the moment, out of others' sight, within limits. */
class BulkRightsTest extends BehaviourTest {
    @Test
    @Tag("C5")
    @Tag("E3")
    void permissionsAreThoseOfTheMomentNotOfTheStart() {
        TicketId one = center.opened();
        TicketId two = center.opened();
        center.admin().give(Cast.JOHN, Permission.DELETE);
        BulkJobId job = john.bulk().start(Set.of(one, two), BulkAction.delete());
        center.admin().take(Cast.JOHN, Permission.DELETE);
        center.run();

        assertThat(outcomes(john, job))
                .containsExactly(
                        BulkOutcome.refused(one, Refusal.PERMISSION_MISSING),
                        BulkOutcome.refused(two, Refusal.PERMISSION_MISSING));
    }

    @Test
    @Tag("C5")
    @Tag("B2")
    void sightIsThatOfTheMomentNotOfTheStart() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        TicketId ticket = center.opened();
        john.change(ticket, dev.troubletickets.command.Edit.queue(billing));
        BulkJobId job = john.bulk().start(Search.everything().queues(billing), BulkAction.close());
        john.bulk().work(job);
        center.admin().entitle(Cast.JOHN, Set.of());
        center.run();

        assertThat(outcomes(john, job)).containsExactly(BulkOutcome.of(ticket, Result.NOT_FOUND));
    }

    @Test
    @Tag("C5")
    void aJobIsItsOwnersAndTheMainAdministrators() {
        TicketId ticket = center.opened();
        BulkJobId job = john.bulk().start(Set.of(ticket), BulkAction.close());
        BulkJobId never = BulkJobId.of(job.value() + 100);
        Expect expect = Expect.in(center);

        for (BulkJobId theirs : List.of(job, never)) {
            expect.notFound("mass action", () -> kate.bulk().state(theirs));
            expect.notFound("mass action", () -> kate.bulk().work(theirs));
            expect.notFound("mass action", () -> kate.bulk().cancel(theirs));
            expect.notFound("mass action", () -> kate.bulk().outcomes(theirs, Optional.empty(), Optional.empty()));
        }
        assertThat(kate.bulk().jobs()).isEmpty();
        assertThat(john.bulk().jobs()).extracting(BulkJob::id).containsExactly(job);
        assertThat(anna.bulk().jobs()).extracting(BulkJob::owner).containsExactly(Cast.JOHN);
        assertThat(anna.bulk().state(job)).isEqualTo(john.bulk().state(job));
    }

    @Test
    @Tag("C5")
    void whoeverWorksOnItItIsDoneByItsOwnersRights() {
        TicketId ticket = center.opened();
        QueueId secret = center.queue("Secret");
        anna.change(ticket, dev.troubletickets.command.Edit.queue(secret));
        BulkJobId job = john.bulk().start(Set.of(ticket), BulkAction.close());

        anna.bulk().work(job);

        assertThat(outcomes(john, job)).containsExactly(BulkOutcome.of(ticket, Result.NOT_FOUND));
    }

    @Test
    @Tag("C5")
    void aCancelledJobDoesNoMore() {
        Set<TicketId> tickets = opened(60);
        BulkJobId job = john.bulk().start(tickets, BulkAction.tag("x"));
        john.bulk().work(job);
        anna.bulk().cancel(job);
        john.bulk().work(job);
        center.run();

        BulkJob state = john.bulk().state(job);
        assertThat(state.state()).isEqualTo(State.CANCELLED);
        assertThat(state.count(Result.DONE)).isEqualTo(50);
        assertThat(state.count(Result.WAITING)).isEqualTo(10);
        john.bulk().cancel(job);
        assertThat(john.bulk().state(job)).isEqualTo(state);
    }

    @Test
    @Tag("C5")
    void aJobWhoseOwnerHasLeftTheStaffEnds() {
        StaffId temp = StaffId.of("temp");
        center.directory().people().add(StaffMember.technician("temp"));
        BulkJobId job = center.center().staff(temp).bulk().start(opened(2), BulkAction.tag("x"));
        BulkJobId second = center.center().staff(temp).bulk().start(Search.everything(), BulkAction.tag("x"));
        center.directory().people().remove(temp);
        center.run();

        for (BulkJobId each : List.of(job, second)) {
            assertThat(anna.bulk().state(each).state()).isEqualTo(State.ORPHANED);
            assertThat(anna.bulk().state(each).count(Result.DONE)).isZero();
        }
    }

    @Test
    @Tag("C5")
    void whatCannotBeIsRefusedAtTheStart() {
        TicketId ticket = center.opened();
        Expect expect = Expect.in(center);
        Set<TicketId> one = Set.of(ticket);

        expect.invalid("tickets", () -> john.bulk().start(Set.of(), BulkAction.close()));
        expect.overLimit("bulkSelection", () -> john.bulk().start(numbers(1_001), BulkAction.close()));
        expect.overLimit("bulkSelection", () -> john.bulk().start(numbers(10_000), BulkAction.close()));
        expect.invalid("technician", () -> john.bulk().start(one, BulkAction.assign(StaffId.of("nobody"))));
        expect.invalid("queue", () -> john.bulk().start(one, BulkAction.move(QueueId.of(999))));
        expect.invalid("queue", () -> john.bulk().start(Search.everything(), BulkAction.move(QueueId.of(999))));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.bulk().start(one, BulkAction.delete()));
        expect.invalid("tags", () -> BulkAction.tag());
        expect.invalid("tags", () -> BulkAction.tag("no tag"));
        expect.invalid(
                "page",
                () -> john.bulk()
                        .outcomes(
                                john.bulk().start(one, BulkAction.close()),
                                Optional.empty(),
                                Optional.of(new PageToken("1; drop"))));
    }

    @Test
    @Tag("C5")
    void aTechnicianHasNoMoreThanTwentyUnderWay() {
        TicketId ticket = center.opened();
        for (int i = 0; i < 20; i++) {
            john.bulk().start(Set.of(ticket), BulkAction.tag("t" + i % 5));
        }
        Expect.in(center).overLimit("bulkJobs", () -> john.bulk().start(Set.of(ticket), BulkAction.close()));
        kate.bulk().start(Set.of(ticket), BulkAction.close());
        center.run();
        john.bulk().start(Set.of(ticket), BulkAction.close());
    }

    @Test
    @Tag("C5")
    void whatIsOverIsForgottenAfterThirtyDays() {
        BulkJobId job = john.bulk().start(opened(1), BulkAction.tag("x"));
        center.run();
        center.after(Duration.ofDays(30));
        center.run();
        assertThat(john.bulk().state(job).state()).isEqualTo(State.DONE);
        center.after(Duration.ofSeconds(1));
        center.run();

        Expect.in(center).notFound("mass action", () -> john.bulk().state(job));
        assertThat(john.bulk().jobs()).isEmpty();
    }

    private Set<TicketId> opened(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> jane.open(NewTicket.of("Ticket " + i, "Help!")))
                .collect(Collectors.toSet());
    }

    private static Set<TicketId> numbers(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(TicketId::of).collect(Collectors.toSet());
    }

    private static List<BulkOutcome> outcomes(StaffDesk desk, BulkJobId job) {
        return desk.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes();
    }
}
