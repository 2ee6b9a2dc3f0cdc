// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

/** A file whose integrity was proven, and whether its author is. */
public record DecryptedFile(DecryptedBytes content, SignatureCheck signature) {}
