// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

/** A text whose integrity was proven, and whether its author is. */
public record Decrypted(DecryptedText text, SignatureCheck signature) {}
