// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

/** What a person leaves behind, by kinds, as an erasure counts it (G12). {@code docs/erasure.md} says of each column what becomes of it. */
public enum Trace {
    /** Tickets of their own, which lose title, requester, CC, service, summary and tags; number, state and account stay. */
    TICKETS,
    /** Others' tickets from whose CC they were taken. */
    COPIES,
    /** Messages: all in tickets of their own, staff's too, and theirs in others' tickets. */
    MESSAGES,
    /** Files of those messages, their names and bytes. */
    ATTACHMENTS,
    /** Values in fields of the installation's own, of their tickets. */
    FIELDS,
    /** Lines of histories, and so of the event feed, that held words, names or addresses. */
    HISTORY,
    /** What is needed to undo operations, where it held addresses. */
    OPERATIONS,
    /** Drafts of answers to them. */
    DRAFTS,
    /** Answers and reminders that were to come in their tickets; they do not come. */
    SCHEDULED,
    /** Mails that came in, by originals and reasons; those still to be processed are put away. */
    MAILS_IN,
    /** Mails that went out, which lose text and addresses, and those that were to go to them, which do not. */
    MAILS_OUT,
    /** Tasks of their tickets, and those that name an address of theirs or a ticket by its number. */
    TASKS,
    /** Private messages that name an address of theirs, or a ticket of theirs by its number. */
    PRIVATE_MESSAGES,
    /**
     * Notes with resellers' charges that name an address of theirs, or a ticket of theirs by its number, and what they were told that they pay
     * for; the figures stay.
     */
    CHARGE_NOTES,
    /** Saved searches and searches of mass actions that hold an address of theirs. */
    SEARCHES,
    /** Lines of the audit that held an address of theirs. */
    AUDIT,
    /** Marks that mails did not reach them. */
    BOUNCES,
    /** What staff have noted about the account. */
    COMMENTS,
    /** The account's public key, which names its owner (F2). */
    PUBLIC_KEYS
}
