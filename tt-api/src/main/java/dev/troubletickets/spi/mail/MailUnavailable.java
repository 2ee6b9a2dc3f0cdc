// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import org.jspecify.annotations.Nullable;

/** A mail server cannot be used now. The message is shown to administrators and names no secret. */
public final class MailUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MailUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
