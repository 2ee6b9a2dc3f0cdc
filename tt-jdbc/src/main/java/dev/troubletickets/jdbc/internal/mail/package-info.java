// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mail in and out. Start at {@link dev.troubletickets.jdbc.internal.mail.SqlOutboxStore}. */
@NullMarked
package dev.troubletickets.jdbc.internal.mail;

import org.jspecify.annotations.NullMarked;
