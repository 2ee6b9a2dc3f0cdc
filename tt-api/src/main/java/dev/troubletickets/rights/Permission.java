// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rights;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the main administrator gives or takes per technician (E3). The main administrator holds all of them. A permission is asked for
 * at each call, so giving or taking one is in force at once on every node.
 */
public enum Permission {
    /** Answer tickets assigned to oneself; given by default. */
    ANSWER(true),
    /** Answer by replying to a notice by mail, from the address of the profile (D6); not given by default. */
    ANSWER_BY_MAIL(false),
    /** Assign tickets to other technicians, take tickets from them, have others watch a ticket, or invite them to it; given by default. */
    ASSIGN_TO_OTHERS(true),
    /** Cancel actions that colleagues have scheduled (G9); not given by default. */
    CANCEL_SCHEDULED(false),
    /** Delete tickets for good (A11); not given by default. */
    DELETE(false),
    /** End the lock of a colleague who is at work on a ticket (B6); not given by default. */
    UNBLOCK(false),
    /** Merge tickets, and undo it (A12, G2); not given by default. */
    MERGE(false),
    /** Split tickets, and undo it (A4, G2); not given by default. */
    SPLIT(false),
    /** Read encrypted inclusions (F2); not given by default. */
    REVEAL(false),
    /** Correct the text of answers and notes, anyone's (A16); not given by default. */
    EDIT_MESSAGES(false),
    /** Work with tasks: one's own, and those one has created (E7); given by default. */
    TASKS(true),
    /** See and change everybody's tasks (E7); not given by default. */
    TASKS_ADMIN(false),
    /** Write private messages to colleagues, and get them (E8); given by default. */
    PRIVATE_MESSAGES(true),
    /** Write the knowledge base, and see its drafts (E9); not given by default. */
    KNOWLEDGE_BASE(false),
    /** Note something about customers, for staff beside their tickets (E12); given by default. */
    CUSTOMER_COMMENTS(true),
    /** Create, change and delete predefined replies (F4); not given by default. */
    PREDEFINED_REPLIES(false),
    /** Share saved searches with all staff, and change or delete those that are (C6); not given by default. */
    SHARE_SEARCHES(false),
    /** Create, change and delete queues, and say who is entitled to them (B1); not given by default. */
    QUEUES(false),
    /** Change the installation's settings; not given by default. */
    SETTINGS(false),
    /** See, save and try the rules of weight and of submission (B8, B10); not given by default. */
    RULES(false),
    /** See statistics of the queues they see (E10); not given by default. */
    STATISTICS(false),
    /** See the mailroom: quarantine, outbox, mailboxes; not given by default. */
    MAILROOM(false),
    /** Say to which resellers support of their end users is offered (E4); not given by default. */
    RESELLERS(false),
    /** Enter the control panel of a ticket's customer (E1); not given by default. */
    SWITCH_TO_PANEL(false),
    /** Look at services of a ticket's customer with the host's diagnostic tools (E12); not given by default. */
    DIAGNOSTICS(false),
    /** See and set prices for resellers, see, correct and export what they are charged, and issue statements (E5); not given by default. */
    PRICES(false);

    private static final Set<Permission> OF_TICKETS = EnumSet.of(
            ANSWER,
            ANSWER_BY_MAIL,
            ASSIGN_TO_OTHERS,
            CANCEL_SCHEDULED,
            DELETE,
            UNBLOCK,
            MERGE,
            SPLIT,
            REVEAL,
            EDIT_MESSAGES,
            SWITCH_TO_PANEL,
            DIAGNOSTICS);

    private final boolean byDefault;

    Permission(boolean byDefault) {
        this.byDefault = byDefault;
    }

    /** True for those a reseller's staff can hold (E4); the others are about what all of the installation share. */
    public boolean isOfTickets() {
        return OF_TICKETS.contains(this);
    }

    /** The permissions of a technician to whom nothing was given and from whom nothing was taken. */
    public static Set<Permission> defaults() {
        Set<Permission> given = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if (permission.byDefault) {
                given.add(permission);
            }
        }
        return given;
    }
}
