// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What an installation decides about itself. Start at {@link dev.troubletickets.settings.Settings}. */
@NullMarked
package dev.troubletickets.settings;

import org.jspecify.annotations.NullMarked;
