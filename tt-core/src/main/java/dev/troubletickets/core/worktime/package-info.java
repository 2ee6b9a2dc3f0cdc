// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Working time as a pure function of instants: {@link dev.troubletickets.core.worktime.WorkCalendar}. */
@NullMarked
package dev.troubletickets.core.worktime;

import org.jspecify.annotations.NullMarked;
