// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The bytes of files, in transactions of their own. */
@NullMarked
package dev.troubletickets.jdbc.internal.blobs;

import org.jspecify.annotations.NullMarked;
