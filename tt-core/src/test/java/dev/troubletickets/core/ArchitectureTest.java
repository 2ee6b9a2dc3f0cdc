// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core;

import dev.troubletickets.contract.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
