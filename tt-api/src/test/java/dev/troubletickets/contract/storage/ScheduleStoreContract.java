// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions at a time: kept, found when they are due, and taken away by whoever takes them. */
public interface ScheduleStoreContract extends StorageUnderTest {
    @Test
    @Tag("G9")
    default void everyActionComesBackAsItIsInTheOrderOfTime() {
        TicketId ticket = keptTicket();
        List<ScheduledAction> actions = List.of(
                ScheduledAction.close(),
                ScheduledAction.hold().unlessChanged(),
                ScheduledAction.reopen().unlessCustomerActs(),
                ScheduledAction.assign(MARY),
                ScheduledAction.remind(UNICODE),
                ScheduledAction.answer("a".repeat(100_000)));
        List<ScheduledData> added = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            added.add(0, add(action(ticket, minutes(100 - i), actions.get(i))));
        }
        add(keptTicket(), minutes(1));

        assertThat(of(ticket)).isEqualTo(added);
        assertThat(of(TicketId.of(99_999))).isEmpty();
    }

    @Test
    @Tag("G9")
    default void theOneDueLongestComesFirst() {
        TicketId ticket = keptTicket();
        add(ticket, minutes(11));
        ScheduledData late = add(ticket, minutes(10));
        ScheduledData early = add(ticket, minutes(5));

        assertThat(next(minutes(4))).isEmpty();
        assertThat(next(minutes(10))).contains(early);
        assertThat(write().schedule().remove(early.id())).isTrue();
        assertThat(next(minutes(10))).contains(late);
        assertThat(write().schedule().remove(early.id())).isFalse();
        assertThat(of(ticket)).hasSize(2);
    }

    @Test
    @Tag("G9")
    default void oneThatIsPutOffComesAgainThen() {
        ScheduledData action = add(keptTicket(), minutes(5));

        assertThat(write().schedule().postpone(action.id(), minutes(8))).isTrue();
        assertThat(next(minutes(7))).isEmpty();
        ScheduledData again = next(minutes(8)).orElseThrow();
        assertThat(again.tries()).isEqualTo(1);
        assertThat(again.at()).isEqualTo(minutes(5));
        assertThat(write().schedule().postpone(99_999, minutes(8))).isFalse();
    }

    @Test
    @Tag("G9")
    default void oneThatIsRefusedStaysAndDoesNotComeAgain() {
        TicketId ticket = keptTicket();
        ScheduledData action = add(ticket, minutes(5));

        assertThat(write().schedule().refuse(action.id(), UNICODE)).isTrue();
        assertThat(next(minutes(100))).isEmpty();
        assertThat(of(ticket)).extracting(ScheduledData::refused).containsExactly(UNICODE);
        assertThat(write().schedule().refuse(action.id(), "again")).isFalse();
        assertThat(write().schedule().postpone(action.id(), minutes(8))).isFalse();
        assertThat(write().schedule().refuse(99_999, "never")).isFalse();
        assertThat(of(ticket)).extracting(ScheduledData::refused).containsExactly(UNICODE);
        assertThat(write().schedule().remove(action.id())).isTrue();
        assertThat(of(ticket)).isEmpty();
    }

    @Test
    @Tag("G8")
    default void whatAnAnswerIsBesidesItsTextComesBackAsItWas() {
        TicketId ticket = keptTicket();
        ScheduledData whole = add(new ScheduledData(
                0,
                ticket,
                JOHN,
                minutes(5),
                ScheduledAction.answer("Hello."),
                "{\"note\":\"" + UNICODE + "a".repeat(100_000) + "\"}",
                List.of(),
                0,
                null));

        write().schedule().postpone(whole.id(), minutes(6));
        assertThat(next(minutes(6)).orElseThrow().answer()).isEqualTo(whole.answer());
        write().schedule().refuse(whole.id(), "no");
        assertThat(of(ticket)).extracting(ScheduledData::answer).containsExactly(whole.answer());
    }

    @Test
    @Tag("G8")
    @Tag("F3")
    default void theFilesOfAnAnswerComeInTheirOrderWhateverBecomesOfIt() {
        BlobKey twice = keptFile(4);
        List<BlobKey> files = List.of(keptFile(0), twice, keptFile(3), twice);
        ScheduledData answer = add(new ScheduledData(
                0, keptTicket(), JOHN, minutes(5), ScheduledAction.answer("Hello."), "{}", files, 0, null));
        add(new ScheduledData(
                0, answer.ticket(), JOHN, minutes(5), ScheduledAction.answer("Hello."), "{}", List.of(twice), 0, null));

        assertThat(of(answer.ticket())).extracting(ScheduledData::files).containsExactly(files, List.of(twice));
        assertThat(next(minutes(5))).map(ScheduledData::files).contains(files);
        TicketId other = keptTicket();
        write().schedule().move(answer.id(), other);
        write().schedule().postpone(answer.id(), minutes(6));
        write().schedule().refuse(answer.id(), "no");
        assertThat(of(other)).extracting(ScheduledData::files).containsExactly(files);
    }

    @Test
    @Tag("G9")
    @Tag("A12")
    default void oneThatMovesIsTheOtherTicketsAsItWas() {
        TicketId ticket = keptTicket();
        TicketId other = keptTicket();
        ScheduledData action = add(action(ticket, minutes(5), ScheduledAction.answer(UNICODE)));
        ScheduledData refused = add(ticket, minutes(6));
        write().schedule().postpone(action.id(), minutes(8));
        write().schedule().refuse(refused.id(), "no");

        assertThat(write().schedule().move(action.id(), other)).isTrue();
        assertThat(write().schedule().move(refused.id(), other)).isTrue();
        assertThat(write().schedule().move(99_999, other)).isFalse();

        assertThat(of(ticket)).isEmpty();
        assertThat(of(other))
                .containsExactly(
                        new ScheduledData(
                                action.id(), other, JOHN, minutes(5), action.action(), null, List.of(), 1, null),
                        new ScheduledData(
                                refused.id(), other, JOHN, minutes(6), refused.action(), null, List.of(), 0, "no"));
        assertThat(next(minutes(7))).isEmpty();
        assertThat(next(minutes(8))).map(ScheduledData::ticket).contains(other);
        assertThatThrownBy(() -> write().schedule().move(action.id(), TicketId.of(99_999)))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("G9")
    @Tag("A11")
    default void actionsGoWithTheirTicketAndNeedOne() {
        TicketId ticket = keptTicket();
        add(ticket, minutes(5));
        write().tickets().delete(ticket);

        assertThat(of(ticket)).isEmpty();
        assertThat(next(minutes(100))).isEmpty();
        assertThatThrownBy(() -> add(ticket, minutes(5))).isInstanceOf(WriteConflict.class);
    }

    private ScheduledData add(TicketId ticket, Instant at) {
        return add(action(ticket, at, ScheduledAction.close()));
    }

    private ScheduledData add(ScheduledData action) {
        long id = write().schedule().add(action);
        return action.in(action.ticket(), id);
    }

    private Optional<ScheduledData> next(Instant now) {
        return write().schedule().lockNext(now);
    }

    private List<ScheduledData> of(TicketId ticket) {
        return read().schedule().of(ticket);
    }

    private static ScheduledData action(TicketId ticket, Instant at, ScheduledAction action) {
        return new ScheduledData(0, ticket, JOHN, at, action, null, List.of(), 0, null);
    }
}
