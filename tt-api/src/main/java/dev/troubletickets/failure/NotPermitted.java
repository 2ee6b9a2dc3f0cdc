// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import dev.troubletickets.rights.Refusal;
import java.util.Locale;

/** The caller may see the thing, but not do this to it, or not now. */
public final class NotPermitted extends SupportException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public NotPermitted(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    /** With a message of the installation's own. */
    public NotPermitted(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The installation's own message stays as it is. */
    String messageIn(Locale language) {
        String message = String.valueOf(getMessage());
        return message.equals(refusal.message()) ? refusal.message(language) : message;
    }
}
