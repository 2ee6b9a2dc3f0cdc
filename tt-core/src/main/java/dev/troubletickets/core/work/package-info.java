// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every use case stands on: a unit of work with its instant and settings ({@link dev.troubletickets.core.work.Scope}), run again
 * when somebody else was first ({@link dev.troubletickets.core.work.Work}).
 */
@NullMarked
package dev.troubletickets.core.work;

import org.jspecify.annotations.NullMarked;
