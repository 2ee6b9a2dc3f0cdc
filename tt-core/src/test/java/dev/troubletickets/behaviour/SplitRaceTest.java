// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket that is split and merged at the same moment, on two nodes: whichever is first, no message is lost, and none is read twice. */
@Tag("A4")
@Tag("A12")
@Tag("G2")
class SplitRaceTest extends BehaviourTest {
    private static final int ROUNDS = 12;
    private static final List<String> WORDS = List.of("All my mail bounces.", "My site is down.", "Are you there?");
    private static final String NOTE = "Both are on the old server.";
    private static final List<String> OTHERS = List.of("It still bounces.", "All of it.");

    private final TestCenter node = center.anotherNode();
    private TicketId source;
    private TicketId other;

    @BeforeEach
    void permitted() {
        center.admin().give(Cast.JOHN, Permission.SPLIT);
        center.admin().give(Cast.JOHN, Permission.MERGE);
    }

    @Test
    void aTicketIsSplitOrMergedIntoAnotherFirst() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            twoTickets();

            List<Optional<OperationId>> done =
                    atOnce(round, () -> john.linking().merge(source, other));

            Optional<OperationId> split = done.get(0);
            assertThat(done.get(1)).as("the merge").isPresent();
            assertThat(texts()).containsExactlyInAnyOrderElementsOf(all());
            assertThat(john.ticket(source).id()).isEqualTo(other);
            assertThat(john.ticket(other).messages()).hasSize(split.isPresent() ? 3 : 6);
            assertThat(jane.ticket(other).messages()).hasSize(split.isPresent() ? 3 : 5);
            undone(done);
        }
    }

    @Test
    void aTicketIsSplitOrTakesAnotherInFirst() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            twoTickets();

            List<Optional<OperationId>> done =
                    atOnce(round, () -> john.linking().merge(other, source));

            assertThat(done).as("neither is in the way of the other").allMatch(Optional::isPresent);
            assertThat(texts()).containsExactlyInAnyOrderElementsOf(all());
            assertThat(john.ticket(other).id()).isEqualTo(source);
            assertThat(jane.ticket(source).messages()).hasSize(3);
            undone(done);
        }
    }

    private void twoTickets() {
        source = jane.open(NewTicket.of("Mail bounces", WORDS.get(0)));
        jane.reply(source, Reply.of(WORDS.get(1)));
        john.note(source, NOTE);
        jane.reply(source, Reply.of(WORDS.get(2)));
        other = jane.open(NewTicket.of("Mail bounces", OTHERS.get(0)));
        jane.reply(other, Reply.of(OTHERS.get(1)));
    }

    /** What came of splitting and of the other, in this order, whichever was asked for first. */
    private List<Optional<OperationId>> atOnce(int round, Supplier<OperationId> merge) throws Exception {
        List<Optional<OperationId>> done =
                Race.of(2, number -> (number + round) % 2 == 0 ? split() : Optional.of(merge.get()));
        return round % 2 == 0 ? done : List.of(done.get(1), done.get(0));
    }

    /** From the second message on; empty if the ticket was another's by then. */
    private Optional<OperationId> split() {
        try {
            Split site = Split.into(Part.from("Site is down", MessageId.publicMessage(source, 2)));
            return Optional.of(node.john().linking().split(source, site).operation());
        } catch (NotPermitted merged) {
            assertThat(merged.refusal()).isEqualTo(Refusal.MERGED_MESSAGES);
            return Optional.empty();
        }
    }

    /** Taken back, both tickets are as they were. */
    private void undone(List<Optional<OperationId>> done) {
        done.forEach(operation -> operation.ifPresent(
                id -> assertThat(john.linking().undo(id).operation()).isEqualTo(id)));
        assertThat(texts(source)).containsExactly(WORDS.get(0), WORDS.get(1), NOTE, WORDS.get(2));
        assertThat(texts(other)).containsExactlyElementsOf(OTHERS);
        anna.delete(source);
        anna.delete(other);
    }

    /** What staff read, ticket by ticket. */
    private List<String> texts() {
        return center.storage().read(Invariants::tickets).stream()
                .flatMap(ticket -> texts(ticket.id()).stream())
                .toList();
    }

    private List<String> texts(TicketId ticket) {
        return john.ticket(ticket).messages().stream()
                .map(ConversationItem.Message::text)
                .toList();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(WORDS);
        all.add(NOTE);
        all.addAll(OTHERS);
        return all;
    }
}
