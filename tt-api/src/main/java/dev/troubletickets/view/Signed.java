// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.encryption.SignatureCheck;
import java.util.Optional;

/**
 * Something in a message that is signed and not encrypted (F2).
 *
 * @param text the words that the signature is over, to be shown with it, for others stand around them; encrypted blocks
 *     among them as {@code secured information}; empty where it is over the whole mail
 */
public record Signed(Optional<String> text, SignatureCheck check) {}
