// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mails in files. Start at {@link dev.troubletickets.mail.internal.files.FileSession}. */
@NullMarked
package dev.troubletickets.mail.internal.files;

import org.jspecify.annotations.NullMarked;
