// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import java.util.Optional;

/**
 * What is known of the signature within an encrypted block, or beside what is in clear.
 *
 * @param key the fingerprint or, where no more is known, the id of the key that signed it, in upper-case hexadecimal digits; empty if
 *     nothing was signed, or the signature does not tell
 */
public record SignatureCheck(State state, Optional<String> key) {
    public enum State {
        /** Nobody has signed it. */
        NONE,
        /** It was signed by one of the keys known of the customer. */
        GOOD,
        /** It claims one of these keys, and was not made with it over this text, or by then the key was of no use any more. */
        BAD,
        /** By another key than those known of the customer, which proves nothing. */
        UNKNOWN_KEY
    }

    public static SignatureCheck none() {
        return new SignatureCheck(State.NONE, Optional.empty());
    }
}
