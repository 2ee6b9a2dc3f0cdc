// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.ticket.ChangeSides;
import dev.troubletickets.core.ticket.ChangeSides.Way;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Sweep;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Goes through the tickets of resellers' customers when sides have changed (E4), a few in each unit of work. */
final class SideWork {
    private static final int BATCH = 50;
    private static final int BATCHES_A_ROUND = 20;

    private final Work work;

    SideWork(Work work) {
        this.work = work;
    }

    /** How many tickets have changed hands. */
    int settle() {
        int settled = 0;
        OptionalInt part = OptionalInt.of(0);
        for (int i = 0; i < BATCHES_A_ROUND && part.isPresent(); i++) {
            settled += part.getAsInt();
            part = work.write(SideWork::batch);
        }
        return settled + part.orElse(0);
    }

    private static OptionalInt batch(Scope scope) {
        Optional<Sweep> next = Sweep.next(scope.stores(), scope.now());
        return next.isPresent() ? OptionalInt.of(batch(scope, next.get())) : OptionalInt.empty();
    }

    private static int batch(Scope scope, Sweep sweep) {
        TicketCriteria inResellers =
                TicketCriteria.of(Access.ofTheDesk()).search(Search.everything().onlyInResellers());
        List<TicketData> tickets = after(scope, inResellers, sweep.done());
        Side was = scope.people().resellers().providers(sweep.before().support());
        Side is = scope.people().resellers().providers(sweep.after().support());
        ChangeSides sides = new ChangeSides(scope);
        int settled = 0;
        for (TicketData ticket : tickets) {
            ResellerId reseller = ticket.header().reseller();
            boolean toProvider = is.holds(reseller);
            Way way = was.holds(reseller) == toProvider ? Way.NEITHER : toProvider ? Way.TO_PROVIDER : Way.TO_RESELLER;
            settled += sides.settle(ticket, way) ? 1 : 0;
        }
        Sweep.goOn(
                scope.stores(),
                tickets.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(
                                sweep.upTo(tickets.get(tickets.size() - 1).id().value())));
        return settled;
    }

    /** The account's tickets are its present reseller's customer's; one whom the host does not know leaves theirs as they are. */
    void follow(AccountId id) {
        Optional<Account> account = work.read(scope -> scope.people().account(id));
        long done = 0;
        while (account.isPresent() && done >= 0) {
            long from = done;
            ResellerId reseller = account.get().reseller().orElse(null);
            done = work.write(scope -> follow(scope, id, reseller, from));
        }
    }

    /** @return the last number, or -1 if there is no further ticket */
    private static long follow(Scope scope, AccountId account, @Nullable ResellerId reseller, long done) {
        TicketCriteria theirs = TicketCriteria.of(Access.ofTheDesk()).find(new Find.ByAccount(account));
        List<TicketData> tickets = after(scope, theirs, done);
        if (tickets.stream().anyMatch(ticket -> !isOf(ticket, reseller))) {
            ChangeSides sides = new ChangeSides(scope);
            tickets.forEach(ticket -> sides.follow(ticket, reseller));
        }
        return tickets.size() < BATCH
                ? -1
                : tickets.get(tickets.size() - 1).id().value();
    }

    private static boolean isOf(TicketData ticket, @Nullable ResellerId reseller) {
        return java.util.Objects.equals(ticket.header().reseller(), reseller);
    }

    private static List<TicketData> after(Scope scope, TicketCriteria criteria, long done) {
        Optional<Cursor> from = done == 0 ? Optional.empty() : Optional.of(new Cursor(done, TicketId.of(done)));
        return scope.stores().tickets().list(criteria.order(SortKey.ID, false).page(from, BATCH)).stream()
                .map(ListedTicket::ticket)
                .toList();
    }
}
