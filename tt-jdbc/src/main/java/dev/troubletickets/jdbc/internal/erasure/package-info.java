// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Erasing persons: {@link dev.troubletickets.jdbc.internal.erasure.SqlErasureStore}. */
@NullMarked
package dev.troubletickets.jdbc.internal.erasure;

import org.jspecify.annotations.NullMarked;
