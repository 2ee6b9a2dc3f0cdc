// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import java.util.Optional;

/** Small named texts under a version, such as the installation's settings. */
public interface DocumentStore {
    Optional<Document> find(String name);

    /**
     * Keeps a new document with version 1, or replaces the one whose version is {@code document.version() - 1}.
     *
     * @throws WriteConflict at the latest on commit, if it is there already or its version has moved
     */
    void save(Document document);

    record Document(String name, long version, String text) {}
}
