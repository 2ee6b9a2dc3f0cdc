// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.kit.BillingTest;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryBilling;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.billing.Billing.Outcome;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host is told of an order until it is known what has become of it, by one node at a time, and never again afterwards (E6). */
@Tag("E6")
class BillingOutboxTest extends BillingTest {
    @Test
    void aHostThatFailsIsAskedAgainAfterGrowingPauses() {
        TicketId ticket = charged();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            host.next(order -> {
                throw new IllegalStateException("the host is down");
            });
        }
        center.run();
        for (int i = 1; i < 11; i++) {
            pauses.add(untilCalled(i));
        }
        pauses.add(untilCalled(11));
        center.run();

        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));
        assertThat(pauses.get(10)).isEqualTo(Duration.ofHours(6));
        assertThat(host.carriedOut()).hasSize(1);
        assertThat(orders(ticket).get(0).state()).isEqualTo(State.DONE);
        assertThat(orders(ticket).get(0).attempts()).isEqualTo(12);
        assertThat(orders(ticket).get(0).failure()).isEmpty();
    }

    private Duration untilCalled(int before) {
        Duration pause = Duration.ZERO;
        while (host.calls().size() == before) {
            pause = pause.plusMinutes(1);
            center.after(Duration.ofMinutes(1));
            center.run();
        }
        return pause;
    }

    @Test
    void afterTwelveFailuresAnOrderIsStuckAndSaysSo() {
        TicketId ticket = charged();
        for (int i = 0; i < 12; i++) {
            host.next(order -> {
                throw new IllegalStateException("the host is down");
            });
        }
        for (int i = 0; i < 20; i++) {
            center.run();
            center.after(Duration.ofHours(6));
        }

        assertThat(host.calls()).hasSize(12);
        BilledOrder stuck = orders(ticket).get(0);
        assertThat(stuck.state()).isEqualTo(State.STUCK);
        assertThat(stuck.failure()).contains("unknown: java.lang.IllegalStateException: the host is down");
    }

    @Test
    void aHostThatSaysNothingOrBreaksIsAskedAgainAndKeepsNoOtherOrderBack() {
        TicketId silent = charged();
        TicketId broken = charged();
        TicketId third = charged();
        host.next(order -> null);
        host.next(order -> {
            throw new NoClassDefFoundError("com/example/Invoices");
        });
        center.run();

        assertThat(orders(silent).get(0).attempts()).isEqualTo(1);
        assertThat(orders(silent).get(0).failure())
                .hasValueSatisfying(why -> assertThat(why).contains("has not said"));
        assertThat(orders(broken).get(0).attempts()).isEqualTo(1);
        assertThat(orders(third).get(0).state()).isEqualTo(State.DONE);
        center.after(Duration.ofMinutes(1));
        center.run();
        assertThat(host.carriedOut()).hasSize(3);
    }

    @Test
    void whatTheHostRefusesIsStuckAtOnce() {
        TicketId ticket = charged();
        host.next(order -> Outcome.refused("no\0 such account " + "x".repeat(2000)));
        center.run();
        center.after(Duration.ofDays(9));
        center.run();

        assertThat(host.calls()).hasSize(1);
        assertThat(orders(ticket).get(0).state()).isEqualTo(State.STUCK);
        assertThat(orders(ticket).get(0).failure().orElseThrow())
                .startsWith("refused: no\ufffd such account")
                .hasSize(1000);
    }

    @Test
    void aLeaseThatEndsWhileTheHostIsBusyHandsTheOrderOnAndWhoComesLateChangesNothing() {
        TicketId ticket = charged();
        TestCenter other = center.anotherNode(builder -> builder.billing(host));
        host.next(order -> {
            assertThat(other.run().failures()).isZero();
            assertThat(host.calls()).as("not while it is leased").hasSize(1);
            center.after(Duration.ofMinutes(11));
            other.run();
            assertThat(host.calls()).hasSize(2);
            return Outcome.refused("too late");
        });
        center.run();

        assertThat(host.calls().get(0)).isEqualTo(host.calls().get(1));
        assertThat(orders(ticket).get(0).state()).isEqualTo(State.DONE);
        assertThat(host.carriedOut()).hasSize(1);
        center.after(Duration.ofDays(1));
        center.run();
        assertThat(host.calls()).hasSize(2);
    }

    @Test
    void theHostIsCalledWithinNoUnitOfWork() {
        TicketId ticket = charged();
        host.next(order -> {
            // a unit that held the order would keep this from being written
            john.note(ticket, "Meanwhile.");
            return host.book(order);
        });
        center.run();

        assertThat(orders(ticket).get(0).state()).isEqualTo(State.DONE);
        assertThat(center.kept(ticket).state().notes()).isEqualTo(1);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersBack() {
        TicketId first = charged();
        TicketId second = charged();
        host.next(order -> {
            throw new IllegalStateException("the host is down");
        });
        center.run();

        assertThat(orders(first).get(0).state()).isEqualTo(State.WAITING);
        assertThat(orders(second).get(0).state()).isEqualTo(State.DONE);
    }

    @Test
    void whereverTheProcessDiesTheHostCarriesItOutOnce() {
        int again = 0;
        int step = 0;
        boolean reached = true;
        while (reached) {
            step++;
            InMemoryBilling billing = InMemoryBilling.create();
            TestCenter healthy = TestCenter.on(InMemoryStorage.create(), builder -> builder.billing(billing));
            healthy.admin().give(dev.troubletickets.kit.Cast.JOHN, Permission.CHARGE);
            TicketId ticket = healthy.taken();
            healthy.john()
                    .answer(
                            ticket,
                            dev.troubletickets.command.Answer.of("Done.").charge("10.00", "EUR", "Work"));
            InterruptedStorage dying = new InterruptedStorage(healthy.storage(), InterruptedStorage::die);
            SupportCenter process = process(healthy, dying, billing);
            dying.at(step);
            try {
                process.background().runDue();
            } catch (InterruptedStorage.Death itIsNoMore) {
                // nobody is left to say so
            }
            reached = dying.isReached();
            healthy.after(Duration.ofMinutes(11));
            healthy.run();

            assertThat(billing.carriedOut()).as("step " + step).hasSize(1);
            assertThat(healthy.anna().ticket(ticket).billing().orders().get(0).state())
                    .as("step " + step)
                    .isEqualTo(State.DONE);
            again += billing.calls().size() - 1;
        }
        assertThat(again).as("deaths between the host's word and its note").isPositive();
    }

    private static SupportCenter process(TestCenter healthy, InterruptedStorage dying, InMemoryBilling billing) {
        return SupportCenter.builder()
                .storage(dying)
                .identity(healthy.directory())
                .mail(healthy.mail())
                .secret(Secret.of("0123456789abcdef0123456789abcdef"))
                .installation("Example Hosting", TestCenter.SUPPORT)
                .clock(healthy.clock())
                .billing(billing)
                .build();
    }
}
