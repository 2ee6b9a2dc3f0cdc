// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

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

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isStaff() {
        return compareTo(RESELLERS_TECHNICIAN) >= 0;
    }
}
