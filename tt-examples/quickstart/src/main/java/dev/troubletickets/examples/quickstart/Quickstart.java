// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

/** Opens a ticket and answers it. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs the example. */
    public static void main(String[] args) {
        System.out.println("quickstart: not yet");
    }
}
