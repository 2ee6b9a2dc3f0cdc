// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What every blob store has to do, a host's own too. */
package dev.troubletickets.contract.files;
