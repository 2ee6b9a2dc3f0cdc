// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Who may see and do what. Every use case gets its ticket from {@link dev.troubletickets.core.access.Access}, every query its
 * visibility from a {@link dev.troubletickets.core.access.Viewer}; there is no other way to either.
 */
@NullMarked
package dev.troubletickets.core.access;

import org.jspecify.annotations.NullMarked;
