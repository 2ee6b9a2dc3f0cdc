// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What administrators decide: queues, settings, and who of the staff may do what. */
@NullMarked
package dev.troubletickets.core.admin;

import org.jspecify.annotations.NullMarked;
