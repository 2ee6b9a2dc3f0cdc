// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What administrators and technicians set up: queues, profiles, rights, documents, and the audit lines. Start at {@link
 * dev.troubletickets.jdbc.internal.admin.SqlQueueStore}.
 */
@NullMarked
package dev.troubletickets.jdbc.internal.admin;

import org.jspecify.annotations.NullMarked;
