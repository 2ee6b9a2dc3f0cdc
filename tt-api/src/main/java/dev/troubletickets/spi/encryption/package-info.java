// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Encrypted inclusions (F2). One interface to implement: {@link dev.troubletickets.spi.encryption.Decryption}. */
@NullMarked
package dev.troubletickets.spi.encryption;

import org.jspecify.annotations.NullMarked;
