// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What Outlook packs into {@code winmail.dat} (MS-OXTNEF); start at {@code Tnef}. Knows nothing of the mail around it. */
@NullMarked
package dev.troubletickets.mail.internal.tnef;

import org.jspecify.annotations.NullMarked;
