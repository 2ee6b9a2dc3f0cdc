// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Reading the mails of strangers. Start at {@link dev.troubletickets.mail.internal.mime.MailReader}. */
@NullMarked
package dev.troubletickets.mail.internal.mime;

import org.jspecify.annotations.NullMarked;
