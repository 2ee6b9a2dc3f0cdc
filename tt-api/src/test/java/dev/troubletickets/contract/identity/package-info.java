// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What every directory of people owes the library. Implement {@link dev.troubletickets.contract.identity.DirectoryContract}. */
@NullMarked
package dev.troubletickets.contract.identity;

import org.jspecify.annotations.NullMarked;
