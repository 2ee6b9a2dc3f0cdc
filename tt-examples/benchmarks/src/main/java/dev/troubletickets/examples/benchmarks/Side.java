// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

/** One of the two ways to do an operation. {@link #act} is called from several threads. */
interface Side {
    /** Makes ready for so many turns; not timed. */
    default void prepare(int turns) throws Exception {}

    /** Does the operation once; turns count from 0 in each block. */
    void act(int turn) throws Exception;
}
