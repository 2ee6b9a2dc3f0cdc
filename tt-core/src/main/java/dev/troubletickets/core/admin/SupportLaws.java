// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.SupportBook;
import dev.troubletickets.core.work.Sweep;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.SavedResellerSupport;

/** What an offer of support to resellers must keep to (E4). */
public final class SupportLaws {
    private static final int MOST_NAMED = 1_000;

    private SupportLaws() {}

    public static SavedResellerSupport current(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.RESELLERS);
        return new SavedResellerSupport(
                SupportBook.version(scope.stores()), scope.installation().support());
    }

    /** @throws NotPermitted if somebody else was first */
    public static void save(Scope scope, Viewer.Staff staff, SavedResellerSupport edited) {
        staff.require(Permission.RESELLERS);
        if (SupportBook.version(scope.stores()) != edited.version()) {
            throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
        }
        ResellerSupport before = scope.installation().support();
        ResellerSupport after = edited.support();
        if (after.named().size() > MOST_NAMED) {
            throw new OverLimit("resellers", MOST_NAMED);
        }
        for (ResellerId reseller : after.named().keySet()) {
            if (!before.named().containsKey(reseller)
                    && scope.people().reseller(reseller).isEmpty()) {
                throw new Invalid("resellers", "there is no such reseller");
            }
        }
        // one that nobody could work by is not saved
        scope.people().resellers().providers(after);
        SupportBook.save(scope.stores(), after);
        scope.audit(staff.actor(), "changed to which resellers support is offered");
        Sweep.add(scope.stores(), before, after, scope.now());
    }
}
