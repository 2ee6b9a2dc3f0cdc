// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.KeptWords;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes erase while the person's mails come in and staff answer (G12): no call fails, and nothing is left of what was there before. */
@Tag("G12")
class ErasureRaceTest extends BehaviourTest {
    private static final int TICKETS = 6;

    @Test
    void nothingFromBeforeIsLeftAndNobodyFails() throws Exception {
        center.settings(settings -> settings.withAutoClose(AutoClose.never()));
        List<TicketId> tickets = IntStream.range(0, TICKETS)
                .mapToObj(i -> jane.open(NewTicket.of("canary " + i, "canary")))
                .toList();
        tickets.forEach(john::pickUp);
        IntStream.range(0, TICKETS)
                .forEach(i -> center.mail()
                        .deliver(InboundMail.from("jane@jane.example")
                                .subject("canary by mail " + i)
                                .text("canary")
                                .bytes()));
        fetched();
        ErasureId erasure = center.admin().erasure().erase(Person.account(Cast.JANE.id()));

        together(List.of(this::rounds, this::rounds, () -> answer(tickets), () -> reply(tickets), this::mails));

        center.run();
        assertThat(center.admin().erasure().state(erasure).state()).isEqualTo(ErasureJob.State.DONE);
        assertThat(KeptWords.of(center.storage())).noneMatch(word -> word.contains("canary"));
    }

    /** The mails are kept, and some of them not yet processed. */
    private void fetched() {
        center.run();
        List<byte[]> late = IntStream.range(0, TICKETS)
                .mapToObj(i -> InboundMail.from("jane@jane.example")
                        .subject("late canary " + i)
                        .text("canary")
                        .bytes())
                .toList();
        for (int i = 0; i < TICKETS; i++) {
            String uid = "late " + i;
            byte[] mail = late.get(i);
            center.storage().write(unit -> unit.intake().store("elsewhere", uid, uid, mail, clock.instant()));
        }
    }

    private Boolean rounds() {
        for (int i = 0; i < 5; i++) {
            assertThat(center.anotherNode().run().failures()).isZero();
        }
        return true;
    }

    private Boolean answer(List<TicketId> tickets) {
        tickets.forEach(ticket -> john.answer(ticket, Answer.of("word").keepOpen()));
        return true;
    }

    private Boolean reply(List<TicketId> tickets) {
        tickets.forEach(ticket -> jane.reply(ticket, Reply.of("word")));
        return true;
    }

    private Boolean mails() {
        IntStream.range(0, TICKETS)
                .forEach(i -> center.mail()
                        .deliver(InboundMail.from("jane@jane.example")
                                .subject("word " + i)
                                .text("word")
                                .bytes()));
        return true;
    }

    private static void together(List<Callable<Boolean>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            all.forEach(each -> done.add(threads.submit(each)));
            for (Future<Boolean> each : done) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
