// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.util.function.Consumer;

/** One or more messages at one place. */
interface Source {
    /** How many messages there are. */
    int size();

    /** Reads the messages one by one, in their order; whatever cannot be read is a letter that says so. */
    void read(Consumer<Letter> reader);
}
