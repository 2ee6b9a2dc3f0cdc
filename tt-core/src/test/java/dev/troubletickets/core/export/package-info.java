// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of cells. */
@NullMarked
package dev.troubletickets.core.export;

import org.jspecify.annotations.NullMarked;
