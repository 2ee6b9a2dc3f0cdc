// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What reads strangers' bytes, given any bytes there are. The normal build replays the seeds beside the tests; {@code ./mvnw -Pfuzz -pl
 * tt-examples/proofs -am -Dtest='*FuzzTest' test} looks for new ones, ten minutes each.
 */
package dev.troubletickets.examples.proofs.fuzz;
