// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What has happened in all tickets, in one order, for the host's own programs (G4). Start at {@link
 * dev.troubletickets.feed.EventFeed}.
 */
@NullMarked
package dev.troubletickets.feed;

import org.jspecify.annotations.NullMarked;
