// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.SplitReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever has happened before: a split that is undone was none (G2), and no split, merge or undoing loses a message (A4, A12). */
@Tag("A4")
@Tag("G2")
class SplitThenUndoTest {
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void splitAndUndoneIsAsIfNeverSplit(@ForAll long seed) {
        World world = new World(seed);
        world.act(25);
        TicketId source = world.any();
        List<Object> before = world.kept(source);

        world.split(source).ifPresent(split -> {
            assertThat(world.anna.linking().undo(split.operation()).left()).isEmpty();

            List<Object> after = world.kept(source);
            for (int i = 0; i < before.size() && i < after.size(); i++) {
                assertThat(after.get(i)).as("%s of %s", i, source).isEqualTo(before.get(i));
            }
            assertThat(after).hasSameSizeAs(before);
            split.tickets()
                    .forEach(part -> assertThat(world.anna.ticket(part).id())
                            .isEqualTo(world.anna.ticket(source).id()));
        });
        world.requireNothingLost();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void inWhateverOrderNothingIsLostAndEachCustomerSeesTheirOwn(@ForAll long seed) {
        World world = new World(seed);
        for (int i = 0; i < 6; i++) {
            world.act(7);
            world.split(world.any());
            world.merge(world.any(), world.any());
            if (world.random.nextInt(3) == 0) {
                world.undoOne();
            }
            world.requireNothingLost();
        }
        while (!world.operations.isEmpty()) {
            world.undoOne();
            world.requireNothingLost();
        }
    }

    /** Tickets of two customers, and what may happen to them. */
    private static final class World {
        private final TestCenter center = TestCenter.create();
        private final StaffDesk anna = center.anna();
        private final StaffDesk kate = center.kate();
        private final CustomerDesk jane = center.jane();
        private final CustomerDesk mary = center.mary();
        private final Random random;
        private final List<TicketId> tickets = new ArrayList<>();
        private final Map<TicketId, CustomerDesk> owners = new HashMap<>();
        private final List<OperationId> operations = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            center.settings(s -> s.withAutoClose(random.nextBoolean() ? AutoClose.afterDays(3) : AutoClose.atOnce()));
            for (int i = 0; i < 3; i++) {
                CustomerDesk owner = i < 2 ? jane : mary;
                TicketId ticket = owner.open(NewTicket.of("Ticket " + i, "Help " + i));
                tickets.add(ticket);
                owners.put(ticket, owner);
                center.after(Duration.ofMinutes(1));
            }
        }

        TicketId any() {
            return tickets.get(random.nextInt(tickets.size()));
        }

        private CustomerDesk owner(TicketId ticket) {
            return owners.getOrDefault(ticket, jane);
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
                TicketId ticket = any();
                attempt(() -> happen(random.nextInt(14), ticket));
                center.after(Duration.ofMinutes(random.nextInt(3)));
            }
        }

        private void happen(int what, TicketId ticket) {
            switch (what) {
                case 0, 1, 2 -> owner(ticket).reply(ticket, Reply.of("More " + random.nextInt(100)));
                case 3, 4, 5 -> answer(ticket);
                case 6 -> kate.note(ticket, "Hm.");
                case 7 -> anna.hold(ticket);
                case 8 -> anna.close(ticket);
                case 9 -> anna.snooze(ticket, center.clock().instant().plus(Duration.ofDays(1)));
                case 10 -> owner(ticket).archive(ticket);
                case 11 -> owner(ticket).ticket(ticket);
                case 12 -> owner(ticket).reopen(ticket);
                default -> kate.ticket(ticket);
            }
        }

        private void answer(TicketId ticket) {
            anna.assign(ticket, Cast.ANNA);
            Answer answer = Answer.of("Fixed.");
            anna.answer(
                    ticket,
                    List.of(answer, answer.keepOpen(), answer.andClose()).get(random.nextInt(3)));
        }

        /** One or two parts of what it shows, chosen at random; not always of what can be split. */
        Optional<SplitReport> split(TicketId ticket) {
            List<MessageId> shown = new ArrayList<>();
            center.nick().ticket(ticket).messages().forEach(message -> shown.add(message.id()));
            shown.remove(0);
            Collections.shuffle(shown, random);
            int first = 1 + random.nextInt(3);
            if (shown.size() < first) {
                return Optional.empty();
            }
            List<Part> parts = new ArrayList<>();
            parts.add(Part.of("Part", shown.subList(0, first).toArray(new MessageId[0])));
            if (shown.size() > first && random.nextBoolean()) {
                parts.add(Part.of("Other", shown.get(first)));
            }
            SplitReport[] made = new SplitReport[1];
            attempt(() -> made[0] = anna.linking().split(ticket, new Split(parts)));
            Optional<SplitReport> report = Optional.ofNullable(made[0]);
            report.ifPresent(split -> {
                CustomerDesk owner = owner(split.operation().ticket());
                split.tickets().forEach(part -> owners.put(part, owner));
                tickets.addAll(split.tickets());
                operations.add(split.operation());
            });
            return report;
        }

        void merge(TicketId source, TicketId into) {
            attempt(() -> operations.add(anna.linking().mergeAcrossCustomers(source, into)));
        }

        void undoOne() {
            if (!operations.isEmpty()) {
                OperationId operation = operations.remove(random.nextInt(operations.size()));
                anna.linking().undo(operation);
            }
        }

        /** All that is kept of a ticket and shown in lists, but for the history, what counts on, and locks. */
        List<Object> kept(TicketId id) {
            List<Object> all = new ArrayList<>();
            center.storage().read(unit -> {
                all.add(kept(unit, unit.tickets().find(id).orElseThrow()));
                return true;
            });
            for (StaffDesk desk : List.of(kate, anna)) {
                all.add(desk.dashboard().activeByQueue());
                desk.quickSearch(id.toString(), Optional.empty())
                        .tickets()
                        .forEach(row -> all.add(List.of(
                                row.id(),
                                row.status(),
                                row.assignee(),
                                row.lastMessageAt(),
                                row.waitingSince(),
                                row.marks().unread())));
            }
            CustomerDesk owner = owner(id);
            all.add(owner.tickets(Optional.empty()).tickets());
            all.add(owner.archived(Optional.empty()).tickets());
            all.add(owner.unread());
            return all;
        }

        private static List<Object> kept(UnitOfWork unit, TicketData ticket) {
            var state = ticket.state();
            return List.of(
                    ticket.header(),
                    Standing.of(state).toString().replaceAll("lastAnswer=\\d+", ""),
                    state.isUnreadByCustomer(),
                    state.customerStatus(),
                    Optional.ofNullable(state.assignee()),
                    state.publicMessages(),
                    state.notes(),
                    Optional.ofNullable(state.answeredAt()),
                    ticket.activity().lastMessageAt(),
                    unit.conversations().allMessages(ticket.id()));
        }

        /** Each message is on one page of staff's and on one of its customer's, and on no page of another's. */
        void requireNothingLost() {
            Invariants.check(center);
            List<TicketData> all = center.storage().read(Invariants::allTickets);
            Set<MessageId> written = new HashSet<>();
            Set<MessageId> said = new HashSet<>();
            for (TicketData ticket : all) {
                for (int i = 1; i <= ticket.state().publicMessages(); i++) {
                    written.add(MessageId.publicMessage(ticket.id(), i));
                    said.add(MessageId.publicMessage(ticket.id(), i));
                }
                for (int i = 1; i <= ticket.state().notes(); i++) {
                    written.add(MessageId.note(ticket.id(), i));
                }
            }
            List<MessageId> staffs = new ArrayList<>();
            List<MessageId> customers = new ArrayList<>();
            for (TicketData ticket : all) {
                if (ticket.merged() == null) {
                    anna.ticket(ticket.id()).messages().forEach(message -> staffs.add(message.id()));
                }
                if (ticket.standsByItself()) {
                    for (ConversationItem.Message message :
                            owner(ticket.id()).ticket(ticket.id()).messages()) {
                        customers.add(message.id());
                        assertThat(owner(message.id().ticket())).isSameAs(owner(ticket.id()));
                    }
                }
            }
            assertThat(staffs).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
            assertThat(customers).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(said);
        }
    }
}
