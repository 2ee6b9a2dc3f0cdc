// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.troubletickets.core.incidents;

import org.jspecify.annotations.NullMarked;
