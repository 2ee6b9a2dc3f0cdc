// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Ports for the servers that tests start. */
package dev.troubletickets.contract.ports;
