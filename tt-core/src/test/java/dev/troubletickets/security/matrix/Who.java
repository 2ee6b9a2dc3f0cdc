// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import java.util.Locale;
import java.util.Optional;

/** The kinds of actors that a call is tried by. The host knows each by its name in lower case, but for the stranger. */
enum Who {
    STRANGER,
    OWNER,
    OTHER_CUSTOMER,
    /** Whose customer the owner is, and to whom support is offered. */
    RESELLER,
    /** Above that one. */
    UPPER_RESELLER,
    /** Beneath that one. */
    SUB_RESELLER,
    SIBLING_RESELLER,
    /** Of the reseller's own staff; holds every permission that a reseller's staff can. */
    RESELLERS_TECHNICIAN,
    /** To the ticket's queue; holds every permission. */
    ENTITLED,
    /** Holds every permission. */
    NOT_ENTITLED,
    /** Entitled to the ticket's queue; holds none. */
    WITHOUT_PERMISSION,
    MAIN_ADMINISTRATOR;

    /** Who can do the most on the desks of that face. */
    static Who of(Operation.Face face) {
        return switch (face) {
            case CUSTOMER -> OWNER;
            case RESELLER -> RESELLER;
            case STAFF -> MAIN_ADMINISTRATOR;
        };
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isStaff() {
        return compareTo(RESELLERS_TECHNICIAN) >= 0;
    }

    /** Whose desks they can take; nobody's, where the host does not know them. */
    Optional<Operation.Face> face() {
        return switch (this) {
            case STRANGER -> Optional.empty();
            case OWNER, OTHER_CUSTOMER -> Optional.of(Operation.Face.CUSTOMER);
            case RESELLER, UPPER_RESELLER, SUB_RESELLER, SIBLING_RESELLER -> Optional.of(Operation.Face.RESELLER);
            default -> Optional.of(Operation.Face.STAFF);
        };
    }
}
