// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Random tickets and the parts of searches among them, the same in every run. */
final class SearchWorld {
    static final int TICKETS = 40;
    private static final String[] TITLES = {"Mail bounces", "100% full", "Über _alles_", "re: C:\\temp 'n more", "é ok"
    };
    private static final String[] ADDRESSES = {
        "Jane@Example.org", "a_b%c@example.org", "jane+x@mail.example", "o'x@y.net"
    };
    private static final String[] CATEGORIES = {"Billing", "billing", "50%", null};
    private static final String[][] TAGS = {{}, {"vip"}, {"vip", "a_b"}, {"ab", "a.b"}};

    private final Random random = new Random(7);
    private final List<QueueId> queues;
    private final List<TicketId> tickets = new ArrayList<>();

    SearchWorld(List<QueueId> queues) {
        this.queues = queues;
    }

    /** With each value of each pool on some ticket, and none on all. */
    TicketData ticket(TicketBuilder ticket) {
        ticket.subject(one(TITLES))
                .requester(one(ADDRESSES))
                .category(one(CATEGORIES))
                .tags(one(TAGS))
                .queue(queues.get(random.nextInt(queues.size())))
                .status(one(Status.values()))
                .priority(random.nextInt(5) * 25)
                .assignee(random.nextBoolean() ? null : StaffId.of("staff " + random.nextInt(3)))
                .waitingSince(random.nextBoolean() ? null : minutes(1))
                .messages(3, random.nextInt(4), random.nextInt(4))
                .channel(one(Channel.values()))
                .created(minutes(random.nextInt(5)))
                .modified(minutes(random.nextInt(5)))
                .lastMessage(minutes(random.nextInt(5)));
        if (random.nextInt(4) == 0) {
            ticket.parts(Holder.department(queues.get(0)), Holder.technician(StaffId.of("staff 2")));
        }
        if (random.nextBoolean()) {
            ticket.account("account " + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            ticket.reseller("reseller " + random.nextInt(3));
        }
        TicketData built = ticket.build();
        tickets.add(built.id());
        return built;
    }

    /** Once the tickets are made: each part of a search, with several values, as changes of a search. */
    List<List<UnaryOperator<Search>>> parts() {
        return List.of(
                List.of(
                        s -> s.title("%"),
                        s -> s.title("_ALLES_"),
                        s -> s.title("MAIL"),
                        s -> s.title("\\t"),
                        s -> s.title("É")),
                List.of(
                        s -> s.requester("JANE"),
                        s -> s.requester("_b%"),
                        s -> s.requester("'x@Y"),
                        s -> s.requester("zz")),
                List.of(
                        s -> s.tickets(tickets.get(3)),
                        s -> s.tickets(tickets.subList(0, 30).toArray(TicketId[]::new))),
                List.of(
                        s -> s.accounts(AccountId.of("account 1")),
                        s -> s.accounts(AccountId.of("Account 1"), AccountId.of("account 2"))),
                List.of(s -> s.resellers(ResellerId.of("reseller 1")), Search::onlyInResellers),
                List.of(s -> s.queues(queues.get(0)), s -> s.queues(queues.get(1), QueueId.of(999_999))),
                List.of(s -> s.categories("billing"), s -> s.categories("50%", "Billing")),
                List.of(
                        s -> s.assignees(StaffId.of("staff 1")),
                        Search::orUnassigned,
                        s -> s.assignees(StaffId.of("staff 1"), StaffId.of("staff 2")),
                        s -> s.assignees(StaffId.of("staff 1")).orUnassigned()),
                List.of(s -> s.statuses(Status.NEW), s -> s.statuses(Status.OPEN, Status.CLOSED)),
                List.of(s -> s.priority(25, 50), s -> s.priority(0, 0)),
                List.of(
                        s -> s.created(Period.since(minutes(2))),
                        s -> s.created(Period.between(minutes(1), minutes(3)))),
                List.of(s -> s.modified(Period.before(minutes(2)))),
                List.of(s -> s.lastMessage(Period.between(minutes(2), minutes(3)))),
                List.of(
                        s -> s.tags(Tag.of("vip")),
                        s -> s.tags(Tag.of("vip"), Tag.of("a_b")),
                        s -> s.tags(Tag.of("a.b"))),
                List.of(s -> s.answered(true), s -> s.answered(false)),
                List.of(s -> s.unreadByCustomer(true), s -> s.unreadByCustomer(false)),
                List.of(s -> s.channels(Channel.MAIL), s -> s.channels(Channel.STAFF, Channel.PANEL)));
    }

    List<Visibility> visibilities() {
        return List.of(
                new Visibility.Everything(),
                new Visibility.OfStaff(StaffId.of("staff 1"), Set.of(queues.get(0))),
                new Visibility.OfStaff(StaffId.of("staff 2"), Set.of()),
                new Visibility.OfAccount(AccountId.of("account 1")),
                new Visibility.OfResellers(ResellerId.of("reseller 1")),
                new Visibility.OfResellers(Set.of(ResellerId.of("reseller 1"), ResellerId.of("reseller 2"))),
                new Visibility.OfResellers(Set.of()),
                new Visibility.Everything(new Side.Without(Set.of(ResellerId.of("reseller 1")))),
                new Visibility.Everything(new Side.With(Set.of())),
                new Visibility.Everything(new Side.Only(Set.of(ResellerId.of("reseller 0")))),
                new Visibility.Everything(new Side.Only(Set.of())),
                new Visibility.OfStaff(
                        StaffId.of("staff 1"),
                        Set.of(queues.get(0)),
                        Set.of(tickets.get(0), tickets.get(1)),
                        new Side.With(Set.of(ResellerId.of("reseller 2"), ResellerId.of("reseller 0")))));
    }

    /** Of a few parts that come together by chance. */
    Search search() {
        Search search = Search.everything();
        List<List<UnaryOperator<Search>>> parts = new ArrayList<>(parts());
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<UnaryOperator<Search>> values = parts.remove(random.nextInt(parts.size()));
            search = values.get(random.nextInt(values.size())).apply(search);
        }
        return search;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
