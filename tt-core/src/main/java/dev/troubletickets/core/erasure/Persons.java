// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.post.Restraint;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasurePreview;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Progress;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who a person is, whether they can be erased, and what of them there is. Each question is a unit of work of its own. */
public final class Persons {
    private static final int RANGE = 1_000;

    private final Work work;
    private final People people;
    private final Rest rest;

    public Persons(Work work, People people, Rest rest) {
        this.work = work;
        this.people = people;
        this.rest = rest;
    }

    public ErasurePreview preview(Function<Scope, Viewer.Staff> who, Person asked) {
        Person person = work.read(scope -> known(scope, who.apply(scope), asked));
        Map<Trace, Long> counts = count(person, false);
        if (counts.isEmpty() && !isAccount(person)) {
            throw new NotFound("person");
        }
        return new ErasurePreview(counts);
    }

    public ErasureId erase(Function<Scope, Viewer.Staff> who, Person asked) {
        Person person = work.read(scope -> known(scope, who.apply(scope), asked));
        if (!isAccount(person) && count(person, true).isEmpty()) {
            throw new NotFound("person");
        }
        return work.write(scope -> Erasures.start(scope, who.apply(scope), person));
    }

    private boolean isAccount(Person person) {
        return person.account().flatMap(people::account).isPresent();
    }

    /** The same with all addresses that the host knows to be the account's and no other's: an address of two is nobody's mark. */
    private Person known(Scope scope, Viewer.Staff staff, Person asked) {
        staff.require(Permission.ERASE);
        AccountId account = asked.account().orElse(null);
        if (asked.addresses().stream().anyMatch(address -> people.isAnothers(address, account))) {
            throw new Invalid("addresses", "one belongs to another account");
        }
        Set<EmailAddress> all = new HashSet<>(asked.addresses());
        asked.account().flatMap(people::account).map(Account::addresses).stream()
                .flatMap(Collection::stream)
                .filter(address -> !people.isAnothers(address, account))
                .forEach(all::add);
        if (all.size() > Person.MOST_ADDRESSES) {
            throw new Invalid("addresses", "there are more than " + Person.MOST_ADDRESSES + " with the account's own");
        }
        Set<EmailAddress> technicians = scope
                .stores()
                .staff()
                .profiles(people.staff().stream().map(StaffMember::id).collect(Collectors.toSet()))
                .values()
                .stream()
                .map(profile -> profile.email())
                .collect(Collectors.toSet());
        if (all.stream().anyMatch(address -> technicians.contains(address) || Restraint.isOwn(scope, address))) {
            throw new Invalid("addresses", "one is a technician's or this installation's own");
        }
        return new Person(asked.account(), all);
    }

    /** @param any no more than is needed to know that there is anything */
    private Map<Trace, Long> count(Person person, boolean any) {
        Map<Trace, Long> counts = new EnumMap<>(Trace.class);
        add(counts, work.read(scope -> Rest.last(scope, person).counts()));
        Progress progress = work.read(Rest::begin);
        while (!progress.phase().isOver() && !(any && !counts.isEmpty())) {
            Progress at = progress;
            if (at.phase() == Phase.TICKETS) {
                countTickets(person, at, counts);
                progress = at.at(Math.min(at.mark() + RANGE, at.upTo()));
            } else if (at.phase() == Phase.ORDERS) {
                countOrders(person, counts);
                progress = at.at(at.upTo());
            } else {
                Rest.Part part = work.read(scope -> rest.next(scope, person, at));
                add(counts, part.plan().counts());
                progress = part.then();
            }
            Progress then = progress;
            progress = work.read(scope -> Rest.onward(scope, then));
        }
        return counts;
    }

    private void countOrders(Person person, Map<Trace, Long> counts) {
        Optional<BillingOrderId> last = Optional.empty();
        do {
            Optional<BillingOrderId> after = last;
            List<BillingOrderId> orders = work.read(scope -> Rest.orders(scope, person, after));
            if (!orders.isEmpty()) {
                add(counts, Map.of(Trace.CHARGE_NOTES, (long) orders.size()));
            }
            last = orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(orders.size() - 1));
        } while (last.isPresent());
    }

    private void countTickets(Person person, Progress at, Map<Trace, Long> counts) {
        long end = Math.min(at.mark() + RANGE, at.upTo());
        List<TicketId> range = work.read(scope -> scope.stores().erasures().tickets(person, at.mark(), end));
        for (TicketId id : range) {
            add(
                    counts,
                    work.read(scope -> scope.stores()
                            .tickets()
                            .find(id)
                            .map(ticket -> TicketErasure.of(scope, person, ticket)
                                    .planned()
                                    .counts())
                            .orElse(Map.of())));
        }
    }

    private static void add(Map<Trace, Long> counts, Map<Trace, Long> more) {
        more.forEach((trace, count) -> counts.merge(trace, count, Long::sum));
    }
}
