// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Places for the bytes of files other than the database: {@link dev.troubletickets.files.DirectoryBlobs}. */
@NullMarked
package dev.troubletickets.files;

import org.jspecify.annotations.NullMarked;
