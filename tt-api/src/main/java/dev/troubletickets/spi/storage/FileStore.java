// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.spi.files.BlobKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of files whose bytes are in a {@link dev.troubletickets.spi.files.BlobStore}: where they are, and whether anything refers to
 * them. Messages do by {@link MessageData.AttachmentData#blob}, actions at a time by {@link ScheduledData#files}.
 *
 * <p>When the last message or action that refers to a file is deleted, by whichever store, the file counts as last wanted at {@link
 * Instant#EPOCH}, in the same unit.
 */
public interface FileStore {
    /**
     * Keeps what is known of bytes that are to come: {@link FileData.Stage#COMING}.
     *
     * @throws WriteConflict at the latest on commit, if one of that key is known already
     */
    void add(FileData file);

    Optional<FileData> find(BlobKey key);

    /** Those of them that are known of, whatever their stage, in the order asked for. */
    List<FileData> find(List<BlobKey> keys);

    /** One whose bytes are these and are all there; of several, one of which a scan has told, the worst first. */
    Optional<FileData> withContent(String sha256, long size);

    /**
     * All its bytes have come; it counts as wanted now. One that is there already keeps what a scan has told.
     *
     * @return false if it is going, or gone, because it took too long to come; then whoever put the bytes deletes them
     */
    boolean there(BlobKey key, FileData.Scan scan, Instant now);

    /**
     * Whoever means to refer to it says so first, and then nothing takes it away until this unit has ended. Waits for whoever does.
     *
     * @return false if its bytes are not all there
     */
    boolean want(BlobKey key, Instant now);

    /** What a scan has told. False if it is going, or gone. */
    boolean scanned(BlobKey key, FileData.Scan scan, Optional<String> found);

    /** Files that are there and have not been looked through, those wanted first first. */
    List<FileData> waiting(int max);

    /** Files that nothing refers to and that were last wanted before then, in any order; those still coming among them, none that go. */
    List<BlobKey> unused(Instant before, int max);

    /**
     * Nothing can refer to it from now on. Waits for whoever {@link #want wants} it.
     *
     * @return false, and nothing was done, if something refers to it, if it was wanted at that time or later, or if it is going or gone
     */
    boolean condemn(BlobKey key, Instant before);

    /** Files that are {@link FileData.Stage#GOING}, in any order. */
    List<BlobKey> going(int max);

    /**
     * Its bytes are gone; forgets it.
     *
     * @throws WriteConflict at the latest on commit, if something refers to it
     */
    void remove(BlobKey key);
}
