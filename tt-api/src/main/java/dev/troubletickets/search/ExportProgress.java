// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

/** Hears how far an export is (C4), and can end it. */
@FunctionalInterface
public interface ExportProgress {
    /**
     * So many tickets are written; called after every 500 and at the end, in the exporting thread.
     *
     * @return false to write no more
     */
    boolean goOnAfter(long tickets);

    /** Never ends it. */
    static ExportProgress none() {
        return tickets -> true;
    }
}
