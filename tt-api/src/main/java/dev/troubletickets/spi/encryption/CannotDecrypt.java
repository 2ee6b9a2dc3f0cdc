// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import org.jspecify.annotations.Nullable;

/** An encrypted inclusion that cannot be read, and why. */
public final class CannotDecrypt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The few reasons there are. */
    public enum Reason {
        /** Not an OpenPGP message, or cut short. */
        MALFORMED,
        /** Encrypted to none of our keys that can be opened. */
        NO_KEY,
        /** The text may have been changed on its way; nothing of it is shown. */
        INTEGRITY,
        /** An algorithm that is no longer accepted, or not known. */
        UNSUPPORTED,
        /** Larger than the limit, once unpacked, or for more recipients that may be us than are tried. */
        TOO_LARGE
    }

    private final Reason reason;

    public CannotDecrypt(Reason reason, @Nullable Throwable cause) {
        super("cannot decrypt: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
