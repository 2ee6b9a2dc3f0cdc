// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Erasing persons (G12): {@link dev.troubletickets.core.erasure.Erasures} starts and shows it, {@link
 * dev.troubletickets.core.erasure.ErasureRun} does it. What of a ticket goes, {@link dev.troubletickets.core.erasure.TicketErasure} says;
 * what else, {@link dev.troubletickets.core.erasure.Rest}.
 */
@NullMarked
package dev.troubletickets.core.erasure;

import org.jspecify.annotations.NullMarked;
