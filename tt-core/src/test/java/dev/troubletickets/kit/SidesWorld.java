// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A random tree of resellers with an offer, staff and tickets, and what the law means for them, said without the library. */
public final class SidesWorld {
    private static final int RESELLERS = 6;
    private static final int TICKETS = 16;

    private final Random random;
    private final TestCenter center;
    private final Map<ResellerId, ResellerId> parents = new HashMap<>();
    private final List<ResellerId> resellers = new ArrayList<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>(List.of(Cast.JANE));
    private final List<Kept> tickets = new ArrayList<>();
    private ResellerSupport support = ResellerSupport.offered();

    /** @param reseller whose customer's it is; null for none */
    public record Kept(
            TicketId id,
            AccountId account,
            @Nullable ResellerId reseller,
            boolean hidden,
            @Nullable StaffId assignee,
            Set<StaffId> invited,
            boolean closed) {}

    private SidesWorld(TestCenter center, Random random) {
        this.center = center;
        this.random = random;
    }

    /** In an empty center; support is offered to all so far. */
    public static SidesWorld in(TestCenter center, Random random) {
        SidesWorld world = new SidesWorld(center, random);
        world.people();
        world.work();
        return world;
    }

    private void people() {
        InMemoryDirectory people = center.directory().people();
        staff.addAll(List.of(
                StaffMember.technician("john"), StaffMember.technician("kate"), StaffMember.mainAdministrator("anna")));
        for (int i = 0; i < RESELLERS; i++) {
            ResellerId id = ResellerId.of("r" + i);
            if (i > 0 && random.nextInt(4) > 0) {
                parents.put(id, resellers.get(random.nextInt(i)));
            }
            people.add(parents.containsKey(id) ? Reseller.beneath(parents.get(id), id) : Reseller.of(id));
            resellers.add(id);
            AccountId customer = AccountId.of("of-" + id);
            accounts.add(Account.of(customer, "Of " + id, EmailAddress.of(customer + "@c.example"))
                    .withReseller(id));
            staff.add(new StaffMember(StaffId.of("t" + i), random.nextInt(3) == 0).of(id));
        }
        accounts.forEach(people::add);
        staff.forEach(people::add);
    }

    private void work() {
        QueueId hidden = center.queue("Hidden", Cast.JOHN);
        for (int i = 0; i < TICKETS; i++) {
            Account account = one(accounts);
            TicketId id = center.center().customer(account.id()).open(NewTicket.of("Site down", "Help!"));
            boolean hides = random.nextInt(3) == 0;
            StaffId assignee = random.nextBoolean() ? null : one(List.of(Cast.JOHN, Cast.KATE, Cast.ANNA));
            Set<StaffId> invited = random.nextInt(4) == 0 ? Set.of(Cast.KATE) : Set.of();
            boolean closed = random.nextInt(5) == 0;
            if (hides) {
                center.anna().change(id, Edit.queue(hidden));
            }
            if (assignee != null) {
                center.anna().assign(id, assignee);
            }
            invited.forEach(each -> center.anna().collaborating().invite(id, each, CollaboratorRight.READ));
            if (closed) {
                center.anna().close(id);
            }
            tickets.add(new Kept(id, account.id(), account.reseller().orElse(null), hides, assignee, invited, closed));
        }
    }

    /** Makes some offer. */
    public void offer() {
        support = random.nextBoolean() ? ResellerSupport.offered() : ResellerSupport.notOffered();
        for (ResellerId reseller : resellers) {
            if (random.nextInt(2) == 0) {
                support = support.offering(reseller, random.nextBoolean());
            }
        }
        ResellerSupport saved = support;
        center.admin().resellers().save(center.admin().resellers().support().with(now -> saved));
    }

    public boolean sees(StaffMember member, Kept ticket) {
        boolean providers = ticket.reseller() == null || isSupported(ticket.reseller());
        if (member.reseller().isPresent()) {
            return !providers
                    && chain(ticket.reseller()).contains(member.reseller().get());
        }
        return providers
                && (member.mainAdministrator()
                        || !ticket.hidden()
                        || member.id().equals(Cast.JOHN)
                        || member.id().equals(ticket.assignee())
                        || ticket.invited().contains(member.id()));
    }

    private boolean isSupported(ResellerId reseller) {
        for (ResellerId each : chain(reseller)) {
            Boolean word = support.named().get(each);
            if (word != null) {
                return word;
            }
        }
        return support.offeredByDefault();
    }

    /** From the reseller upwards. */
    private List<ResellerId> chain(@Nullable ResellerId from) {
        List<ResellerId> chain = new ArrayList<>();
        Set<ResellerId> known = new HashSet<>();
        for (ResellerId each = from; each != null && known.add(each); each = parents.get(each)) {
            chain.add(each);
        }
        return chain;
    }

    public TestCenter center() {
        return center;
    }

    public List<StaffMember> staff() {
        return staff;
    }

    public List<Kept> tickets() {
        return tickets;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
