// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Fields of an installation's own on tickets (G10): what they are, and what stands in them. Start at {@link
 * dev.troubletickets.fields.CustomField}.
 */
@NullMarked
package dev.troubletickets.fields;

import org.jspecify.annotations.NullMarked;
