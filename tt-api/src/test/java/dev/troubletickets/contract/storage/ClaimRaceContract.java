// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.Race.retrying;
import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many workers share what is due: nothing is left and nothing is done twice, whether they wait for or pass each other. */
public interface ClaimRaceContract extends StorageUnderTest {
    int WORKERS = 4;

    @Test
    @Tag("A10")
    default void ticketsDueForAutoCloseAreSharedByManyWorkers() throws Exception {
        List<TicketId> due = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            due.add(keep(ticket().autoCloseAt(minutes(i))).id());
        }

        assertThat(sharedByWorkers(unit -> {
                    List<TicketData> tickets = unit.tickets().lockDue(Timer.AUTO_CLOSE, minutes(60), 3);
                    tickets.forEach(ticket -> assertThat(unit.tickets()
                                    .update(TicketBuilder.after(ticket)
                                            .autoCloseAt(null)
                                            .build()))
                            .as("a locked ticket does not change")
                            .isTrue());
                    return tickets.stream().map(TicketData::id).toList();
                }))
                .containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    @Tag("G9")
    default void scheduledActionsAreTakenOnceByManyWorkers() throws Exception {
        TicketId ticket = keptTicket();
        List<Long> added = IntStream.range(0, 30)
                .mapToObj(i -> write().schedule()
                        .add(new ScheduledData(
                                0, ticket, JOHN, minutes(i), ScheduledAction.close(), null, List.of(), 0, null)))
                .toList();

        assertThat(sharedByWorkers(unit -> {
                    List<Long> mine = unit.schedule().lockNext(minutes(60)).stream()
                            .map(ScheduledData::id)
                            .toList();
                    mine.forEach(id -> assertThat(unit.schedule().remove(id))
                            .as("a locked action is nobody else's")
                            .isTrue());
                    return mine;
                }))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    @Tag("G8")
    @Tag("G9")
    default void theActionsOfATicketAreTakenInTheirOrderByManyWorkers() throws Exception {
        TicketId ticket = keptTicket();
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            added.add(write().schedule()
                    .add(new ScheduledData(
                            0, ticket, JOHN, minutes(i / 2), ScheduledAction.close(), null, List.of(), 0, null)));
        }
        var taken = new ConcurrentLinkedQueue<Long>();

        Storage.Work<List<Long>> takeNext = unit -> unit.schedule().lockNext(minutes(60)).stream()
                .map(ScheduledData::id)
                .filter(unit.schedule()::remove)
                .peek(taken::add)
                .toList();
        sharedByWorkers(takeNext);

        List<Long> committed = new ArrayList<>(taken);
        added.forEach(id -> {
            while (Collections.frequency(committed, id) > 1) {
                committed.remove(id);
            }
        });
        assertThat(committed).isEqualTo(added);
    }

    @Test
    @Tag("G8")
    default void ofWhoTakesAnAnswerAndWhoTakesItBackOneHasIt() throws Exception {
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            TicketId ticket = keptTicket();
            answers.add(write().schedule()
                    .add(new ScheduledData(
                            0,
                            ticket,
                            JOHN,
                            minutes(1),
                            ScheduledAction.answer("Hi."),
                            "{}",
                            List.of(keptFile(4)),
                            0,
                            null)));
        }

        List<List<Long>> had = Race.of(WORKERS, number -> {
            if (number % 2 == 0) {
                return untilNothingIsLeft(unit -> unit.schedule().lockNext(minutes(60)).stream()
                        .map(ScheduledData::id)
                        .filter(unit.schedule()::remove)
                        .toList());
            }
            List<Long> back = new ArrayList<>();
            for (int i = answers.size() - 1; i >= 0; i--) {
                long id = answers.get(i);
                if (retrying(storage(), unit -> unit.schedule().remove(id))) {
                    back.add(id);
                }
            }
            return back;
        });

        List<Long> all = new ArrayList<>(had.stream().flatMap(List::stream).toList());
        all.addAll(untilNothingIsLeft(unit -> unit.schedule().lockNext(minutes(60)).stream()
                .map(ScheduledData::id)
                .filter(unit.schedule()::remove)
                .toList()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(answers);
        assertThat(read().files().unused(START, 100))
                .as("nothing refers to their files")
                .hasSameSizeAs(answers);
    }

    @Test
    @Tag("D1")
    default void mailsAreProcessedOnceByManyWorkers() throws Exception {
        List<Long> stored = IntStream.range(0, 30)
                .mapToObj(i -> write().intake()
                        .store("support", "uid " + i, "sha", bytes("raw"), START)
                        .orElseThrow())
                .toList();

        assertThat(sharedByWorkers(unit -> unit.intake()
                        .lockNext(START)
                        .map(mail -> {
                            unit.intake().finish(mail.id(), Ending.of(MailOutcome.AUTOMATIC, null, ""));
                            return List.of(mail.id());
                        })
                        .orElse(List.of())))
                .containsExactlyInAnyOrderElementsOf(stored);
        assertThat(read().intake().counts()).containsEntry(MailOutcome.AUTOMATIC, 30L);
    }

    @Test
    @Tag("D8")
    default void mailsAreClaimedOnceByManyWorkers() throws Exception {
        List<String> added = IntStream.range(0, 30)
                .mapToObj(i -> mail(null, "m" + i))
                .map(mail -> write(unit -> {
                    unit.outbox().add(mail);
                    return mail.messageId();
                }))
                .toList();

        assertThat(sharedByWorkers(unit -> unit.outbox().claim(START, minutes(60), 3).stream()
                        .map(claim -> claim.mail().messageId())
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    @Tag("D8")
    default void theMailsOfATicketKeepTheirOrderUnderManyWorkers() throws Exception {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        for (int i = 10; i < 20; i++) {
            String name = "m" + i;
            run(unit -> {
                unit.outbox().add(mail(one, name + "-one"));
                unit.outbox().add(mail(two, name + "-two"));
            });
        }
        var claimed = new ConcurrentLinkedQueue<Claim>();
        Race.of(WORKERS, number -> {
            send(claimed);
            return number;
        });
        send(claimed);

        for (TicketId ticket : List.of(one, two)) {
            assertThat(claimed.stream()
                            .filter(claim -> ticket.equals(claim.mail().ticket())))
                    .extracting(claim -> claim.mail().messageId())
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    @Tag("D8")
    default void ofManyWhoFindALeaseRunOutOneHoldsTheMail() throws Exception {
        write().outbox().add(mail(null, "m"));
        for (int round = 0; round < 5; round++) {
            int now = round * 5;
            List<List<Claim>> claims = Race.of(
                    WORKERS,
                    number -> retrying(storage(), unit -> unit.outbox().claim(minutes(now), minutes(now + 5), 5)));

            assertThat(claims.stream().flatMap(List::stream)).hasSizeLessThanOrEqualTo(1);
            List<Claim> left = write().outbox().claim(minutes(now), minutes(now + 5), 5);
            assertThat(claims.stream().mapToInt(List::size).sum() + left.size()).isEqualTo(1);
        }
    }

    @Test
    @Tag("D1")
    default void anIdentityIsClaimedByOneAlone() throws Exception {
        long[] mails = LongStream.range(0, WORKERS)
                .map(i -> write().intake()
                        .store("support", "uid " + i, "sha", bytes("raw"), START)
                        .orElseThrow())
                .toArray();
        for (int round = 0; round < 5; round++) {
            String identity = "<" + round + "@x>";
            List<OptionalLong> before = Race.of(
                    WORKERS,
                    number -> retrying(storage(), unit -> unit.intake().claimIdentity(identity, mails[number])));

            int winner = before.indexOf(OptionalLong.empty());
            assertThat(winner).as("one claimed it").isNotNegative();
            assertThat(Collections.frequency(before, OptionalLong.empty())).isEqualTo(1);
            assertThat(Collections.frequency(before, OptionalLong.of(mails[winner])))
                    .isEqualTo(WORKERS - 1);
        }
    }

    /** Everything that was taken and committed: by workers until each finds nothing, then by one more for what is left. */
    private <T> List<T> sharedByWorkers(Storage.Work<List<T>> work) throws Exception {
        List<List<T>> taken = Race.of(WORKERS, number -> untilNothingIsLeft(work));
        List<T> all = new ArrayList<>();
        taken.forEach(all::addAll);
        all.addAll(untilNothingIsLeft(work));
        return all;
    }

    private <T> List<T> untilNothingIsLeft(Storage.Work<List<T>> work) {
        List<T> mine = new ArrayList<>();
        List<T> some;
        do {
            some = retrying(storage(), work);
            mine.addAll(some);
        } while (!some.isEmpty());
        return mine;
    }

    /** Claims and sends until nothing is left. A claim is noted before it is settled, so the notes stand in the order of claims. */
    private void send(ConcurrentLinkedQueue<Claim> claimed) {
        List<Claim> claims;
        do {
            claims = retrying(storage(), unit -> unit.outbox().claim(START, minutes(60), 2));
            claimed.addAll(claims);
            for (Claim claim : claims) {
                boolean sending = retrying(storage(), unit -> unit.outbox().sending(claim.id(), claim.fence()));
                boolean sent = retrying(storage(), unit -> unit.outbox().sent(claim.id(), claim.fence(), START));
                assertThat(sending && sent).as("the claim holds").isTrue();
            }
        } while (!claims.isEmpty());
    }
}
