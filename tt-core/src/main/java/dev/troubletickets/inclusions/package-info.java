// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Encrypted blocks within texts (F2). Start at {@link dev.troubletickets.inclusions.EncryptedBlocks}. */
@NullMarked
package dev.troubletickets.inclusions;

import org.jspecify.annotations.NullMarked;
