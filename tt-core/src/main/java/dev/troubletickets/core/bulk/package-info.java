// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Mass actions (C5): {@link dev.troubletickets.core.bulk.BulkJobs} starts and shows them, {@link dev.troubletickets.core.bulk.BulkRun}
 * does them, ticket by ticket.
 */
@NullMarked
package dev.troubletickets.core.bulk;

import org.jspecify.annotations.NullMarked;
