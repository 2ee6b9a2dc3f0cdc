// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Files on their way in and out (F3). Their bytes go into a blob store before the unit of work that refers to them, and come out of it after
 * one: {@link dev.troubletickets.core.files.FilesInHand} is what a unit knows of them.
 */
@NullMarked
package dev.troubletickets.core.files;

import org.jspecify.annotations.NullMarked;
