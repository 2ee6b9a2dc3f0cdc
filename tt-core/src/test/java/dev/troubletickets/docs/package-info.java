// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Documents made from the code: {@code docs/lifecycle.md}, {@code docs/mail.md}, {@code docs/permissions.md}. */
@NullMarked
package dev.troubletickets.docs;

import org.jspecify.annotations.NullMarked;
