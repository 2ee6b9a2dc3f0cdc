// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.IncidentPacks;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket's support incident when the ticket moves, merges, splits, closes or goes; and how packs are granted (E6). */
@Tag("E6")
class IncidentLivesTest extends BehaviourTest {
    private final IncidentPacks packs = center.center().incidents();

    @BeforeEach
    void ticketsUseIncidents() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(), QueueSettings.named("Support").withIncidents(true));
        packs.grant(IncidentPack.of("p", Cast.JANE.id(), 5));
    }

    @Test
    void aTicketUsesWhatItUsedAtItsOpeningWhateverBecomesOfIt() {
        QueueId other = center.queue("Other");
        center.admin().changeQueue(other, QueueSettings.named("Other").withIncidents(true));
        TicketId ticket = center.opened();
        jane.reply(ticket, Reply.of("And this."));
        anna.change(ticket, Edit.queue(other));
        anna.linking().split(ticket, Split.into(Split.Part.of("Apart", MessageId.publicMessage(ticket, 2))));
        anna.close(ticket);
        jane.reply(ticket, Reply.of("It is back."));

        assertThat(left()).isEqualTo(4);
    }

    @Test
    void aTicketThatContinuesOneClosedTooLongAgoIsANewOne() {
        center.settings(s -> s.withReopeningWindow(7));
        TicketId ticket = center.opened();
        anna.close(ticket);
        center.after(Duration.ofDays(8));
        TicketId second = jane.reply(ticket, Reply.of("It is back."));
        assertThat(second).isNotEqualTo(ticket);
        assertThat(left()).isEqualTo(3);

        packs.withdraw("p");
        anna.close(second);
        center.after(Duration.ofDays(8));
        Expect.in(center).refused(Refusal.NO_INCIDENTS_LEFT, () -> jane.reply(ticket, Reply.of("And again.")));
    }

    @Test
    void whatIsMergedGivesItsOwnBackUntilThatIsUndone() {
        TicketId one = center.opened();
        TicketId two = center.opened();
        TicketId three = center.opened();
        OperationId first = anna.linking().merge(one, two);
        assertThat(left()).isEqualTo(3);
        assertThat(john.ticket(two).billing().incidents()).isEqualTo(1);
        anna.linking().merge(two, three);
        assertThat(left()).isEqualTo(4);
        assertThat(jane.ticket(three).incidents()).isEqualTo(1);
        anna.linking().undo(first);

        assertThat(left()).isEqualTo(3);
        assertThat(john.ticket(one).billing().incidents()).isEqualTo(1);
    }

    @Test
    void whenNoneIsLeftForWhatStandsByItselfAgainItIsUncovered() {
        packs.withdraw("p");
        packs.grant(IncidentPack.of("two", Cast.JANE.id(), 2));
        TicketId one = center.opened();
        TicketId two = center.opened();
        OperationId merge = anna.linking().merge(one, two);
        center.opened();
        anna.linking().undo(merge);

        assertThat(john.ticket(one).billing().uncovered()).isEqualTo(1);
        assertThat(left()).isZero();
    }

    @Test
    void anothersTicketKeepsItsOwnWhenTheyAreMerged() {
        packs.grant(IncidentPack.of("m", Cast.MARY.id(), 1));
        TicketId marys = mary.open(NewTicket.of("Help", "Help"));
        TicketId janes = center.opened();
        anna.linking().mergeAcrossCustomers(janes, marys);

        assertThat(left()).isEqualTo(4);
        assertThat(mary.ticket(marys).incidents()).isEqualTo(1);
        assertThat(jane.ticket(janes).incidents()).isEqualTo(1);
        assertThat(john.ticket(marys).billing().incidents()).isEqualTo(2);
    }

    @Test
    void whatIsDeletedGivesItsOwnBack() {
        TicketId ticket = center.opened();
        TicketId merged = center.opened();
        anna.linking().merge(merged, ticket);
        anna.delete(ticket);

        assertThat(left()).isEqualTo(5);
        assertThat(center.storage().read(unit -> unit.incidents().of(ticket)).isEmpty())
                .isTrue();
    }

    @Test
    void aTicketThatChangesItsAccountWasStillThatOnesAtItsOpening() {
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.account(Cast.MARY.id()));

        assertThat(left()).isEqualTo(4);
        assertThat(mary.ticket(ticket).incidents()).isZero();
        anna.billing().returnIncidents(ticket, "It was Mary's");
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void packsOfAQueueThatIsNoMoreAreOfAllQueues() {
        QueueId gone = center.queue("Gone");
        IncidentPack own = IncidentPack.of("own", Cast.JANE.id(), 3).queue(gone);
        packs.grant(own);
        center.admin().deleteQueue(gone, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(packs.balance(Cast.JANE.id())
                        .of(center.defaultQueue())
                        .orElseThrow()
                        .left())
                .isEqualTo(8);
        assertThat(packs.grant(own)).isFalse();
    }

    @Test
    void aKeyGrantsOnePack() {
        IncidentPack pack = IncidentPack.of("k", Cast.JANE.id(), 3);
        assertThat(packs.grant(pack)).isTrue();
        assertThat(packs.grant(pack)).isFalse();
        assertThat(left()).isEqualTo(8);
        Expect expect = Expect.in(center);
        expect.invalid("key", () -> packs.grant(IncidentPack.of("k", Cast.JANE.id(), 4)));
        expect.invalid("key", () -> packs.grant(IncidentPack.of("k", Cast.MARY.id(), 3)));
        expect.invalid("key", () -> packs.grant(pack.queue(center.defaultQueue())));
        expect.invalid(
                "queue",
                () -> packs.grant(IncidentPack.of("q", Cast.JANE.id(), 4).queue(QueueId.of(99))));
        expect.failure(NotFound.class, () -> packs.withdraw("x"));
        packs.withdraw("k");
        packs.withdraw("k");
        assertThat(packs.grant(pack)).isFalse();
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void whatIsNoPackIsRefused() {
        AccountId jane = Cast.JANE.id();
        for (int number : new int[] {0, -1, 1_000_001}) {
            assertThatThrownBy(() -> IncidentPack.of("k", jane, number)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String key : new String[] {"", " ", "a\nb", "x".repeat(101)}) {
            assertThatThrownBy(() -> IncidentPack.of(key, jane, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> packs.grant(IncidentPack.of("q", jane, 1).queue(QueueId.of(99))))
                .isInstanceOf(Invalid.class);
    }

    private int left() {
        return packs.balance(Cast.JANE.id()).packs().stream()
                .mapToInt(each -> each.left())
                .sum();
    }
}
