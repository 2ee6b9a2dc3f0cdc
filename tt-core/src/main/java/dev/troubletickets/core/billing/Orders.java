// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.billing;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.PageTokens;
import dev.troubletickets.core.ticket.Charging;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.BillingStore;
import dev.troubletickets.spi.storage.BillingStore.Place;
import dev.troubletickets.view.BillingPage;
import dev.troubletickets.view.PageToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders to the host's billing, for administrators (E6). */
public final class Orders {
    static final int PAGE = 50;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Orders() {}

    public static BillingPage page(Scope scope, Viewer.Staff staff, Optional<State> state, Optional<PageToken> from) {
        staff.require(Permission.BILLING);
        String list = "billing " + state.map(State::name).orElse("");
        Place before = PageTokens.read(list, 2, from, Orders::place).orElse(null);
        List<BilledOrder> found = scope.stores().billing().list(state, before, PAGE + 1);
        List<BilledOrder> page = found.subList(0, Math.min(found.size(), PAGE));
        return new BillingPage(page, found.size() > PAGE ? Optional.of(next(list, page)) : Optional.empty());
    }

    private static PageToken next(String list, List<BilledOrder> page) {
        BillingOrder last = page.get(page.size() - 1).order();
        return PageTokens.of(list, last.at(), last.id());
    }

    private static Place place(List<String> keys) {
        Instant at = Instant.parse(keys.get(0));
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("nothing was ordered then");
        }
        return new Place(at, BillingOrderId.of(keys.get(1)));
    }

    public static void retry(Scope scope, Viewer.Staff staff, BillingOrderId id) {
        find(scope, staff, id);
        requireStuck(scope.stores().billing().retry(id, scope.now()));
        scope.audit(staff.actor(), "had " + id + " tried anew");
    }

    /** What a refund that is given up would have given back can be given back again. */
    public static void giveUp(Scope scope, Viewer.Staff staff, BillingOrderId id, String reason) {
        BillingOrder order = find(scope, staff, id);
        BillingStore billing = scope.stores().billing();
        requireStuck(billing.giveUp(id, reason, scope.now()));
        order.charge()
                .ifPresent(charge -> billing.refund(charge, -order.amount().units()));
        Charging.givenUp(scope, staff, order, reason);
        scope.audit(staff.actor(), "gave up " + id);
    }

    private static BillingOrder find(Scope scope, Viewer.Staff staff, BillingOrderId id) {
        staff.require(Permission.BILLING);
        return scope.stores().billing().find(id).map(BilledOrder::order).orElseThrow(() -> new NotFound("order"));
    }

    private static void requireStuck(boolean was) {
        if (!was) {
            throw new NotPermitted(Refusal.NOT_STUCK);
        }
    }
}
