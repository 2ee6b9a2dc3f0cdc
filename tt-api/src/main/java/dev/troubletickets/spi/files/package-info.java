// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Where the bytes of files are kept, and who looks through them before anyone has them (F3). Each of the two may be the host's. */
@NullMarked
package dev.troubletickets.spi.files;

import org.jspecify.annotations.NullMarked;
