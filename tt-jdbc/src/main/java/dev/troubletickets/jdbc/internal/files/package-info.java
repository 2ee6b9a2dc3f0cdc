// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What is known of files, and what refers to them. */
@NullMarked
package dev.troubletickets.jdbc.internal.files;

import org.jspecify.annotations.NullMarked;
