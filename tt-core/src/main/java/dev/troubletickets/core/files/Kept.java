// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;

/**
 * A file whose bytes are in the blob store.
 *
 * @param type as its bytes tell
 */
public record Kept(BlobKey blob, String type, FileData.Scan scan) {}
