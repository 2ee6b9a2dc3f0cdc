// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedText;

/** An encrypted block of a message, on request (F2). */
public sealed interface Inclusion {
    /** Close it once it is shown. */
    record Readable(DecryptedText text) implements Inclusion {}

    record Unreadable(CannotDecrypt.Reason reason) implements Inclusion {}
}
