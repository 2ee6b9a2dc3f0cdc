// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.UndoReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever has happened before: a merge that is undone was none (G2), and no merges go round in a circle. */
@Tag("G2")
@Tag("A12")
class MergeThenUndoTest {
    private static final int TICKETS = 4;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void mergedAndUndoneIsAsIfNeverMerged(@ForAll long seed) {
        World world = new World(seed);
        world.act(18);
        TicketId source = world.any();
        TicketId target = world.any();
        List<Object> before = world.kept();

        world.merge(source, target).ifPresent(merge -> {
            UndoReport report = world.anna.linking().undo(merge);

            assertThat(report.left()).isEmpty();
            List<Object> after = world.kept();
            for (int i = 0; i < before.size() && i < after.size(); i++) {
                assertThat(after.get(i))
                        .as("%s of %s into %s", i, source, target)
                        .isEqualTo(before.get(i));
            }
            assertThat(after).hasSameSizeAs(before);
            assertThat(world.conversations()).isEqualTo(world.expectedConversations());
        });
        Invariants.check(world.center);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void chainsAndStarsUndoneInAnyOrderAreAsIfNeverMerged(@ForAll long seed) {
        World world = new World(seed);
        world.act(20);
        List<Object> before = world.kept();
        List<OperationId> merges = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            world.merge(world.any(), world.any()).ifPresent(merges::add);
        }

        Collections.shuffle(merges, world.random);
        for (OperationId merge : merges) {
            assertThat(world.anna.linking().undo(merge).left())
                    .as("%s of %s", merge, merges)
                    .isEmpty();
        }

        List<Object> after = world.kept();
        for (int i = 0; i < before.size() && i < after.size(); i++) {
            assertThat(after.get(i)).as("%s of %s", i, merges).isEqualTo(before.get(i));
        }
        assertThat(after).hasSameSizeAs(before);
        assertThat(world.conversations()).isEqualTo(world.expectedConversations());
        Invariants.check(world.center);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whateverHappensNothingGoesRoundInACircleAndNothingIsLost(@ForAll long seed) {
        World world = new World(seed);
        for (int i = 0; i < 5; i++) {
            world.act(6);
            world.merge(world.any(), world.any());
            world.requireNoCircles();
        }
        Collections.shuffle(world.merges, world.random);
        for (OperationId merge : world.merges) {
            world.anna.linking().undo(merge);
            world.requireNoCircles();
        }
        world.requireNoCircles();
        for (TicketId ticket : world.tickets) {
            assertThat(world.center.kept(ticket).merged()).isNull();
            assertThat(world.anna.ticket(ticket).messages())
                    .extracting(ConversationItem.Message::id)
                    .allMatch(message -> message.ticket().equals(ticket))
                    .hasSize(world.center.kept(ticket).state().publicMessages()
                            + world.center.kept(ticket).state().notes());
        }
        Invariants.check(world.center);
    }

    /** Four tickets, two of one customer, and what may happen to them. */
    private static final class World {
        private final TestCenter center = TestCenter.create();
        private final StaffDesk anna = center.anna();
        private final StaffDesk kate = center.kate();
        private final Random random;
        private final List<TicketId> tickets = new ArrayList<>();
        private final List<OperationId> merges = new ArrayList<>();
        private final QueueId other = center.queue("Billing", Cast.KATE);

        World(long seed) {
            random = new Random(seed);
            center.settings(s -> s.withAutoClose(random.nextBoolean() ? AutoClose.afterDays(3) : AutoClose.atOnce()));
            for (int i = 0; i < TICKETS; i++) {
                tickets.add(owner(i).open(NewTicket.of("Ticket " + i, "Help " + i)));
                center.after(Duration.ofMinutes(1));
            }
        }

        private CustomerDesk owner(int ticket) {
            return ticket < 2 ? center.jane() : ticket == 2 ? center.mary() : center.bob();
        }

        TicketId any() {
            return tickets.get(random.nextInt(TICKETS));
        }

        void attempt(Runnable act) {
            try {
                act.run();
            } catch (SupportException e) {
                // not now
            }
        }

        void act(int times) {
            for (int i = 0; i < times; i++) {
                int number = random.nextInt(TICKETS);
                attempt(() -> happen(random.nextInt(20), number, tickets.get(number)));
                center.after(Duration.ofMinutes(random.nextInt(3)));
            }
        }

        private void happen(int what, int number, TicketId ticket) {
            switch (what) {
                case 0, 1 -> owner(number).reply(ticket, Reply.of("More " + random.nextInt(100)));
                case 2 -> anna.assign(ticket, random.nextBoolean() ? Cast.ANNA : Cast.KATE);
                case 3, 4 -> answer(ticket);
                case 5 -> kate.note(ticket, "Hm.");
                case 6 -> anna.hold(ticket);
                case 7 -> anna.resolve(ticket);
                case 8 -> anna.close(ticket);
                case 9 -> anna.snooze(ticket, center.clock().instant().plus(Duration.ofDays(1)));
                case 10 -> owner(number).archive(ticket);
                case 11 -> owner(number).ticket(ticket);
                case 12 -> kate.ticket(ticket);
                case 13 -> kate.watching().watch(ticket);
                case 14 -> anna.change(ticket, Edit.queue(random.nextBoolean() ? other : center.defaultQueue()));
                case 15 -> kate.favourites().add(ticket);
                case 16 -> anna.change(ticket, Edit.cc(EmailAddress.of("cc" + random.nextInt(3) + "@cc.example")));
                case 17 -> anna.scheduling().at(center.clock().instant().plus(Duration.ofDays(30)), ticket, action());
                case 18 -> anna.watching().watch(ticket);
                default -> merge(ticket, any());
            }
        }

        private ScheduledAction action() {
            List<ScheduledAction> all = List.of(
                    ScheduledAction.hold().unlessChanged(),
                    ScheduledAction.answer("Later.").unlessCustomerActs(),
                    ScheduledAction.remind("Look."));
            return all.get(random.nextInt(all.size()));
        }

        private void answer(TicketId ticket) {
            anna.assign(ticket, Cast.ANNA);
            Answer answer = Answer.of("Fixed.");
            anna.answer(
                    ticket,
                    List.of(answer, answer.keepOpen(), answer.andClose()).get(random.nextInt(3)));
        }

        Optional<OperationId> merge(TicketId source, TicketId into) {
            OperationId[] made = new OperationId[1];
            attempt(() -> made[0] = anna.linking().mergeAcrossCustomers(source, into));
            Optional.ofNullable(made[0]).ifPresent(merges::add);
            return Optional.ofNullable(made[0]);
        }

        /** All that is kept and shown in lists, but for the history, what counts on, and locks, which a merge ends. */
        List<Object> kept() {
            List<Object> all = new ArrayList<>();
            center.storage().read(unit -> {
                Invariants.allTickets(unit).forEach(ticket -> all.add(kept(unit, ticket)));
                return true;
            });
            for (StaffDesk desk : List.of(kate, anna)) {
                all.add(desk.dashboard().activeByQueue());
                tickets.forEach(ticket -> desk.quickSearch(ticket.toString(), Optional.empty())
                        .tickets()
                        .forEach(row -> all.add(row(row))));
                desk.section(
                                dev.troubletickets.view.Dashboard.SectionName.UNASSIGNED,
                                TicketSort.ascending(TicketSort.Column.ID),
                                Optional.empty())
                        .tickets()
                        .forEach(row -> all.add(row(row)));
            }
            for (CustomerDesk desk : List.of(center.jane(), center.mary(), center.bob())) {
                all.add(desk.tickets(Optional.empty()).tickets());
                all.add(desk.archived(Optional.empty()).tickets());
                all.add(desk.unread());
            }
            return all;
        }

        private static List<Object> row(StaffTicketRow row) {
            return List.of(
                    row.id(),
                    row.queue(),
                    row.status(),
                    row.phase(),
                    row.assignee(),
                    row.lastMessageAt(),
                    row.waitingSince(),
                    row.marks().unread());
        }

        private static List<Object> kept(UnitOfWork unit, TicketData ticket) {
            var state = ticket.state();
            return List.of(
                    ticket.id(),
                    ticket.header(),
                    Standing.of(state).toString().replaceAll("lastAnswer=\\d+", ""),
                    state.isUnreadByCustomer(),
                    state.customerStatus(),
                    Optional.ofNullable(state.assignee()),
                    state.queue(),
                    state.parts(),
                    state.publicMessages(),
                    state.notes(),
                    Optional.ofNullable(state.answeredAt()),
                    Optional.ofNullable(ticket.merged()),
                    ticket.activity().lastMessageAt(),
                    unit.conversations().allMessages(ticket.id()),
                    unit.follows().followers(Kind.WATCH, ticket.id()),
                    unit.follows().followers(Kind.FAVOURITE, ticket.id()),
                    ticket.scheduled(),
                    unit.schedule().of(ticket.id()));
        }

        /** What each customer and staff read, by the pages. */
        List<Object> conversations() {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < TICKETS; i++) {
                all.add(ids(owner(i).ticket(tickets.get(i)).messages()));
                all.add(ids(anna.ticket(tickets.get(i)).messages()));
            }
            return all;
        }

        /** The same, worked out from where the tickets point. */
        List<Object> expectedConversations() {
            return center.storage().read(unit -> {
                List<TicketData> there = Invariants.allTickets(unit);
                List<Object> all = new ArrayList<>();
                for (TicketId ticket : tickets) {
                    all.add(expected(unit, there, root(there, ticket, false), false));
                    all.add(expected(unit, there, root(there, ticket, true), true));
                }
                return all;
            });
        }

        private static Set<Object> expected(UnitOfWork unit, List<TicketData> there, TicketId root, boolean staff) {
            Set<Object> ids = new HashSet<>();
            for (TicketData each : there) {
                if (root(there, each.id(), staff).equals(root)) {
                    unit.conversations().allMessages(each.id()).stream()
                            .filter(message -> staff || !message.id().isNote())
                            .forEach(message -> ids.add(message.id()));
                }
            }
            return ids;
        }

        private static TicketId root(List<TicketData> there, TicketId of, boolean staff) {
            TicketData ticket = there.stream()
                    .filter(each -> each.id().equals(of))
                    .findFirst()
                    .orElseThrow();
            return ticket.merged() == null || ticket.merged().apart() && !staff
                    ? of
                    : root(there, ticket.merged().into(), staff);
        }

        private static Set<Object> ids(List<ConversationItem.Message> messages) {
            Set<Object> ids = new HashSet<>();
            messages.forEach(message -> ids.add(message.id()));
            assertThat(messages).extracting(ConversationItem.Message::at).isSorted();
            return ids;
        }

        void requireNoCircles() {
            for (TicketId ticket : tickets) {
                TicketId at = ticket;
                for (int i = 0; center.kept(at).merged() != null; i++) {
                    assertThat(i).as("steps from %s", ticket).isLessThan(TICKETS);
                    at = center.kept(at).merged().into();
                }
                assertThat(anna.ticket(ticket).id()).isEqualTo(at);
            }
        }
    }
}
