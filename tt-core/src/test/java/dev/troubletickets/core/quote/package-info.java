// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.troubletickets.core.quote;

import org.jspecify.annotations.NullMarked;
