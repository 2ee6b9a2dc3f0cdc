// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

/**
 * How an export ended (C4).
 *
 * @param tickets how many were written
 * @param complete all that fit were; false if the progress ended it
 */
public record ExportResult(long tickets, boolean complete) {}
