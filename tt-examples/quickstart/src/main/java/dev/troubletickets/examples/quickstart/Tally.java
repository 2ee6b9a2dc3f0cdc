// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

/**
 * What a run came to.
 *
 * @param mails taken by the mail server for the support mailbox
 * @param tickets opened, by mail and in the panel
 * @param answers that arrived at a customer's mailbox
 * @param appended mails added to a ticket they belong to
 * @param quarantined mails kept aside because they could not be processed
 * @param lost mails the server took of which the desk knows nothing
 * @param duplicated messages made of a mail that had made one already
 */
record Tally(long mails, long tickets, long answers, long appended, long quarantined, long lost, long duplicated) {
    boolean isClean() {
        return lost == 0 && duplicated == 0;
    }

    @Override
    public String toString() {
        return "quickstart: mails=" + mails + " tickets=" + tickets + " answers=" + answers + " appended=" + appended
                + " quarantined=" + quarantined + " lost=" + lost + " duplicated=" + duplicated;
    }
}
