// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mass actions as rows. Start at {@link dev.troubletickets.jdbc.internal.bulk.SqlBulkStore}. */
@NullMarked
package dev.troubletickets.jdbc.internal.bulk;

import org.jspecify.annotations.NullMarked;
