// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every module's compiled classes owe the architecture. Implement {@link
 * dev.troubletickets.contract.architecture.ArchitectureContract}.
 */
@NullMarked
package dev.troubletickets.contract.architecture;

import org.jspecify.annotations.NullMarked;
