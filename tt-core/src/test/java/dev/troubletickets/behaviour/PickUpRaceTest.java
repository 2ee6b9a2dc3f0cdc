// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Reply;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.event.TicketEvent.TicketPickedUp;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of several technicians who pick up at once, exactly one wins (B3). */
class PickUpRaceTest extends BehaviourTest {
    private static final int RUNNERS = 8;

    @Test
    @Tag("B3")
    void exactlyOneWinsAndTheOthersAreToldWhoHasIt() throws Exception {
        for (int i = 0; i < RUNNERS; i++) {
            center.directory().people().add(StaffMember.technician("tech" + i));
            desk(i).saveProfile(StaffProfile.of("Tech " + i, EmailAddress.of("tech" + i + "@example.com")));
        }
        for (int round = 0; round < 20; round++) {
            TicketId ticket = center.opened();

            List<Optional<StaffId>> losers = Race.of(RUNNERS, number -> loser(number, ticket));

            StaffId winner = anna.ticket(ticket).header().assignee().orElseThrow();
            assertThat(losers.stream().filter(Optional::isEmpty)).hasSize(1);
            assertThat(losers.stream().flatMap(Optional::stream))
                    .hasSize(RUNNERS - 1)
                    .containsOnly(winner);
            assertThat(anna.ticket(ticket).conversation().stream()
                            .filter(ConversationItem.SystemLine.class::isInstance)
                            .map(item -> ((ConversationItem.SystemLine) item).event())
                            .filter(TicketPickedUp.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("B3")
    @Tag("G7")
    void fromOnePageTheSecondIsToldThatThePageIsOld() throws Exception {
        TicketId ticket = center.opened();
        SeenTicket johns = john.ticket(ticket).seen();
        SeenTicket kates = kate.ticket(ticket).seen();
        john.pickUp(johns);

        Expect.in(center).stale(() -> kate.pickUp(kates));
    }

    @Test
    @Tag("A7")
    void repliesThatComeAtOnceAllArrive() throws Exception {
        TicketId ticket = center.taken();

        Race.of(RUNNERS, number -> {
            (number % 2 == 0 ? jane : center.anotherNode().jane()).reply(ticket, Reply.of("Word " + number));
            return number;
        });

        assertThat(jane.ticket(ticket).messages()).hasSize(RUNNERS + 1);
    }

    /** The holder this one was told of; empty for the winner. */
    private Optional<StaffId> loser(int number, TicketId ticket) {
        try {
            desk(number).pickUp(ticket);
            return Optional.empty();
        } catch (TakenByAnother taken) {
            return Optional.of(taken.holder());
        }
    }

    private StaffDesk desk(int number) {
        return center.center().staff(StaffId.of("tech" + number));
    }
}
