// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

/**
 * The figures of one queue, channel or category.
 *
 * @param name to show; of a queue that is no more, its number
 */
public record Share<T>(T of, String name, Figures figures) {}
