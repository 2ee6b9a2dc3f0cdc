// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

/** The same operation, done in two ways. */
record Contest(String name, Side library, Side plain) {}
