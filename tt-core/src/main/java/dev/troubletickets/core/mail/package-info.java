// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The mailroom's work: {@link dev.troubletickets.core.mail.Poll} takes mails in, {@link dev.troubletickets.core.mail.Intake} decides what
 * each becomes, {@link dev.troubletickets.core.mail.Dispatch} sends.
 */
@NullMarked
package dev.troubletickets.core.mail;

import org.jspecify.annotations.NullMarked;
