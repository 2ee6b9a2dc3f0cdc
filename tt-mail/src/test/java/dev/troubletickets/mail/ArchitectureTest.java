// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.contract.architecture.ArchitectureContract;

class ArchitectureTest implements ArchitectureContract {}
