// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.DiagnosticsForm;
import dev.troubletickets.view.DiagnosticsResult;

/**
 * The host's tools to look at a customer's service with, such as whois or dig (E12). Needs {@link
 * dev.troubletickets.rights.Permission#DIAGNOSTICS}, and a ticket that the technician handles. Nothing but services of the ticket's account,
 * and names beneath theirs, can be looked at, so that no tool is a way into a network.
 */
public interface ServiceDiagnostics {
    /** @throws dev.troubletickets.failure.Unavailable if no tools are wired in */
    DiagnosticsForm form(TicketId ticket);

    /**
     * Runs a tool and waits for it, a minute at most. An audit line says who has looked at what with what; it is kept before the tool
     * begins. A tool that fails or takes too long is a result, not an exception.
     *
     * @param target as in {@code jane.example} or {@code 192.0.2.7}
     * @throws dev.troubletickets.failure.Invalid for a tool that is not there, a target it does not take, and one that is not within a service
     *     of the ticket's account
     * @throws dev.troubletickets.failure.Unavailable if no tools are wired in
     */
    DiagnosticsResult run(TicketId ticket, String tool, String target);
}
