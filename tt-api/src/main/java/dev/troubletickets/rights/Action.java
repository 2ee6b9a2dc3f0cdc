// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rights;

/** What can be done to a ticket; one a button. */
public enum Action {
    // customer and staff
    REPLY,
    CLOSE,
    REOPEN,
    // customer
    ARCHIVE,
    /** Rate how the ticket was settled (G11). */
    RATE,
    // staff
    ANSWER,
    NOTE,
    EDIT_MESSAGE,
    PICK_UP,
    UNBLOCK,
    ASSIGN,
    RELEASE,
    REDIRECT,
    HOLD,
    SNOOZE,
    SCHEDULE,
    /** Create a task for the ticket (E7). */
    CREATE_TASK,
    WAKE,
    RESOLVE,
    CHANGE,
    WATCH,
    ADD_WATCHER,
    /** Invite technicians, and dismiss them (G10). */
    INVITE,
    /** Leave a ticket one was invited to (G10). */
    LEAVE,
    REVEAL,
    REGISTER_ABUSE,
    MERGE,
    SPLIT,
    UNDO,
    DELETE,
    /** Enter the customer's control panel (E1). */
    SWITCH_TO_PANEL,
    /** Look at the customer's services with the host's tools (E12). */
    DIAGNOSE,
    /** Charge the customer for an answer, and refund it (E6). */
    CHARGE,
    /** Say how many support incidents it uses (E6). */
    INCIDENTS
}
