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
    /** A8. */
    ANSWER(true, "Answer tickets assigned to oneself"),
    /** D6. */
    ANSWER_BY_MAIL(false, "Answer by replying to a notice by mail, from the address of the profile"),
    /** B3. */
    ASSIGN_TO_OTHERS(
            true,
            "Assign tickets to other technicians, take tickets from them, have others watch a ticket, or invite them"
                    + " to it"),
    /** G9. */
    CANCEL_SCHEDULED(false, "Cancel actions that colleagues have scheduled"),
    /** A11. */
    DELETE(false, "Delete tickets for good"),
    /** B6. */
    UNBLOCK(false, "End the lock of a colleague who is at work on a ticket"),
    /** A12, G2. */
    MERGE(false, "Merge tickets, and undo it"),
    /** A4, G2. */
    SPLIT(false, "Split tickets, and undo it"),
    /** F2. */
    REVEAL(false, "Read encrypted inclusions"),
    /** A16. */
    EDIT_MESSAGES(false, "Correct the text of answers and notes, anyone's"),
    /** E7. */
    TASKS(true, "Work with tasks: one's own, and those one has created"),
    /** E7. */
    TASKS_ADMIN(false, "See and change everybody's tasks"),
    /** E8. */
    PRIVATE_MESSAGES(true, "Write private messages to colleagues, and get them"),
    /** E9. */
    KNOWLEDGE_BASE(false, "Write the knowledge base, and see its drafts"),
    /** E12. */
    CUSTOMER_COMMENTS(true, "Note something about customers, for staff beside their tickets"),
    /** F2. */
    CUSTOMER_KEYS(false, "Save and remove the public keys of customers"),
    /** F4. */
    PREDEFINED_REPLIES(false, "Create, change and delete predefined replies"),
    /** C6. */
    SHARE_SEARCHES(false, "Share saved searches with all staff, and change or delete those that are"),
    /** B1. */
    QUEUES(false, "Create, change and delete queues, and say who is entitled to them"),
    /** E3. */
    SETTINGS(false, "Change the installation's settings"),
    /** F2. */
    ENCRYPTION_KEYS(false, "Generate, import and retire the desk's encryption keys"),
    /** B8, B10. */
    RULES(false, "See, save and try the rules of weight and of submission"),
    /** E10. */
    STATISTICS(false, "See statistics of the queues they see"),
    /** D1. */
    MAILROOM(false, "See the mailroom: quarantine, outbox, mailboxes"),
    /** E4. */
    RESELLERS(false, "Say to which resellers support of their end users is offered"),
    /** E1. */
    SWITCH_TO_PANEL(false, "Enter the control panel of a ticket's customer"),
    /** E12. */
    DIAGNOSTICS(false, "Look at services of a ticket's customer with the host's diagnostic tools"),
    /** E6. */
    CHARGE(false, "Charge customers for answers and in support incidents, and refund them"),
    /** E6. */
    BILLING(false, "See and export what customers are charged, and see to what the host's billing has not carried out"),
    /** E5. */
    PRICES(
            false,
            "See and set prices for resellers, see, correct and export what they are charged, and issue statements"),
    /** G12. */
    ERASE(false, "Erase persons: their words, names and addresses, for good");

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
    private final String description;

    Permission(boolean byDefault, String description) {
        this.byDefault = byDefault;
        this.description = description;
    }

    /** What it allows, for the page of administrator security, in English; such as {@code Delete tickets for good}. */
    public String description() {
        return description;
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
