// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The library against hand-written JDBC that does the same work, both on the same PostgreSQL and in turns, since only ratios of one run
 * mean anything. Start at {@link dev.troubletickets.examples.benchmarks.Benchmarks}.
 */
@NullMarked
package dev.troubletickets.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
