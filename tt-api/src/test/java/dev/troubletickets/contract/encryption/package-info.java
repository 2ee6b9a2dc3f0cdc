// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What every decryption owes the library. Implement {@link dev.troubletickets.contract.encryption.DecryptionContract}. */
@NullMarked
package dev.troubletickets.contract.encryption;

import org.jspecify.annotations.NullMarked;
