// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.TicketData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The technicians whom another may name for a ticket (E4): the provider's staff know all, a reseller's those of resellers beneath, too. */
public final class Colleagues {
    private Colleagues() {}

    /**
     * One who is to have something to do with a ticket of that reseller's customer; null for none.
     *
     * @throws Invalid alike for one who is not there, and one of whom the caller does not know
     * @throws NotPermitted if the ticket is not on the technician's side
     */
    public static void require(Scope scope, Viewer.Staff caller, StaffId technician, @Nullable ResellerId ofCustomer) {
        if (!scope.side(known(scope, caller, technician)).holds(ofCustomer)) {
            throw new NotPermitted(Refusal.OTHER_SIDE);
        }
    }

    /** The same, which tells instead. */
    public static boolean isOne(Scope scope, Viewer.Staff caller, StaffId technician, @Nullable ResellerId ofCustomer) {
        return scope.people()
                .staff(technician)
                .filter(member -> knows(scope, caller, member))
                .filter(member -> scope.side(member).holds(ofCustomer))
                .isPresent();
    }

    /** @throws Invalid alike for one who is not there, and one of whom the caller does not know */
    public static StaffMember known(Scope scope, Viewer.Staff caller, StaffId technician) {
        return scope.people()
                .staff(technician)
                .filter(member -> knows(scope, caller, member))
                .orElseThrow(() -> new Invalid("technician", "there is no such technician"));
    }

    /** Those to choose from: the staff on whose side the caller is. */
    public static List<StaffMember> of(Scope scope, Viewer.Staff caller) {
        return scope.people().staff().stream()
                .filter(member ->
                        caller.reseller().isPresent() || member.reseller().isEmpty())
                .filter(member -> knows(scope, caller, member))
                .toList();
    }

    /** True if an act that nobody asks for may give the ticket to the technician: as long as it is on their side. */
    static boolean isFit(Scope scope, StaffMember member, TicketData.Header ticket) {
        return scope.side(member).holds(ticket.reseller());
    }

    private static boolean knows(Scope scope, Viewer.Staff caller, StaffMember member) {
        return caller.reseller().isEmpty()
                || member.reseller()
                        .filter(scope.people()
                                .resellers()
                                .family(caller.reseller().get())::contains)
                        .isPresent();
    }
}
