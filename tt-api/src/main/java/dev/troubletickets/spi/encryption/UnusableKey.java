// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import org.jspecify.annotations.Nullable;

/** A key that cannot be taken, and why. */
public final class UnusableKey extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The few reasons there are. */
    public enum Reason {
        MALFORMED("is no armored OpenPGP key"),
        /** Somebody was about to hand out what is theirs alone. */
        PRIVATE("is a private key, which is nobody else's"),
        WRONG_PASSPHRASE("is not unlocked by this passphrase"),
        CANNOT_ENCRYPT("cannot be encrypted to"),
        EXPIRED("has expired"),
        REVOKED("was revoked");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** For people, after "the key". */
        public String text() {
            return text;
        }
    }

    private final Reason reason;

    public UnusableKey(Reason reason, @Nullable Throwable cause) {
        super("the key " + reason.text(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
