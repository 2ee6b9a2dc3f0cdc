// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/** What resellers are charged, for administrators (E5). */
public final class Ledger {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_KEY = 100;

    private final People people;

    public Ledger(People people) {
        this.people = people;
    }

    /** @throws NotFound if neither the host knows the reseller nor anything was charged to them */
    public void require(Scope scope, Viewer.Staff staff, ResellerId reseller) {
        staff.require(Permission.PRICES);
        if (!scope.stores().ledger().knows(reseller)
                && scope.stores().statements().latest(reseller).isEmpty()
                && people.reseller(reseller).isEmpty()) {
            throw new NotFound("reseller");
        }
    }

    public static ChargePage charges(Scope scope, ResellerId reseller, BillingPeriod period, Optional<PageToken> from) {
        return Pages.charges(scope, Lines.in(reseller, period, PricingBook.zone(scope.stores())), from);
    }

    public Charge correct(Scope scope, Viewer.Staff staff, ResellerId reseller, Correction wanted) {
        require(scope, staff, reseller);
        String key = "correction:" + wanted.key() + ":" + reseller.value();
        Charge.Why why = new Charge.Why(Optional.empty(), Optional.of(wanted.reason()), Optional.of(staff.id()));
        Charge charge = new Charge(
                0,
                key,
                reseller,
                scope.now(),
                Charge.Kind.CORRECTION,
                Optional.empty(),
                1,
                wanted.amount(),
                why,
                Optional.empty());
        scope.stores().ledger().add(charge);
        Charge kept = scope.stores()
                .ledger()
                .find(key)
                .orElseThrow(() -> new WriteConflict("another unit charges under that key"));
        if (!kept.amount().equals(wanted.amount()) || !kept.why().note().equals(why.note())) {
            throw new Invalid("key", "was used for another correction");
        }
        return kept;
    }

    /**
     * What an administrator wants.
     *
     * @param key of the caller's, under which it is charged once
     */
    public record Correction(Money amount, String reason, String key) {
        /** @throws Invalid if reason or key are blank or not printable */
        public Correction {
            MessageText.require("reason", reason);
            if (reason.length() > LONGEST_REASON) {
                throw new OverLimit("reason", LONGEST_REASON);
            }
            if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
                throw new Invalid("key", "must be 1 to " + LONGEST_KEY + " printable characters");
            }
            MessageText.require("key", key);
        }
    }
}
