// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

/** The sorts of things that calls name by their ids. */
enum Id {
    TICKET,
    MESSAGE,
    NOTE,
    ATTACHMENT,
    ACCOUNT,
    OPERATION,
    SCHEDULED,
    BULK_JOB,
    PREDEFINED_REPLY,
    SAVED_SEARCH,
    MAIL,
    TASK,
    PRIVATE_MESSAGE,
    ARTICLE,
    ARTICLE_CATEGORY,
    RESELLER,
    STATEMENT,
    BILLING_ORDER,
    ERASURE,
    QUEUE,
    TECHNICIAN;

    /** What they name belongs to a ticket. */
    boolean isOfTicket() {
        return compareTo(ATTACHMENT) <= 0 || this == OPERATION || this == SCHEDULED;
    }

    /**
     * One of the ids that a call is given.
     *
     * @param number among those of its sort, from 1
     */
    record Use(Id sort, int number) {
        @Override
        public String toString() {
            return number == 1 ? sort.name() : sort + " " + number;
        }
    }

    /** Which of them a call is given. */
    enum Whose {
        OWN,
        /** It is there, where only others see it. */
        FOREIGN,
        /** There is none. */
        NOWHERE
    }
}
