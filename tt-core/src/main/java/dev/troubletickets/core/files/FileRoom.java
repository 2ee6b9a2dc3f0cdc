// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.files.Scanner;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bytes of files into the blob store and out of it, while no unit of work is open (F3).
 *
 * <p>It is first written down that bytes are to come, then they come, and then that they are there; whoever refers to them afterwards holds
 * them by that row until their unit has ended. Bytes that nothing refers to for a day are taken away: first it is written down that they
 * go, from which on nobody can refer to them. So whatever breaks off in between, no message ever lacks its file, and no bytes are left
 * behind. The same bytes that come again after that are at another place ({@link BlobKey}).
 */
public final class FileRoom {
    private static final Logger LOG = LoggerFactory.getLogger(FileRoom.class);
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final int BATCH = 100;
    /** In a row; then the scanner is away. */
    private static final int FAILURES = 5;
    /** Files to be kept, files to be read or looked through, and once again for those that were taken away meanwhile. */
    private static final int ROUNDS = 5;

    private final Storage storage;
    private final BlobStore blobs;
    private final Optional<Scanner> scanner;
    private final Clock clock;
    private final RandomGenerator marks;
    private final ContentTypes types = new ContentTypes();

    public FileRoom(Storage storage, BlobStore blobs, Optional<Scanner> scanner, Clock clock, RandomGenerator marks) {
        this.storage = storage;
        this.blobs = blobs;
        this.scanner = scanner;
        this.clock = clock;
        this.marks = marks;
    }

    /**
     * Runs a unit of work that refers to files. Where it meets one that is not in the blob store yet, it begins again when that is.
     *
     * @param unit to be run any number of times, with what is known of its files
     */
    public <T> T with(Function<FilesInHand, T> unit) {
        FilesInHand hand = none();
        for (int round = 1; round <= ROUNDS; round++) {
            try {
                return unit.apply(hand);
            } catch (FilesWanted wanted) {
                provide(wanted, hand);
            }
        }
        throw new Unavailable("files", "they were gone " + ROUNDS + " times in a row");
    }

    private void provide(FilesWanted wanted, FilesInHand hand) {
        for (Upload file : wanted.toKeep()) {
            try {
                hand.keeps(file, keep(file));
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        for (Upload file : wanted.toLookThrough()) {
            hand.hasLookedThrough(file, digest(file), passing(file.size(), () -> Measured.open(file)));
        }
        for (BlobKey file : wanted.toRead()) {
            try (InputStream in = open(file)) {
                hand.holds(file, in.readAllBytes());
            } catch (IOException e) {
                throw new Unavailable("files", "a file could not be read", e);
            }
        }
    }

    /**
     * The bytes, for the caller to close.
     *
     * @throws Unavailable if the blob store does not answer, or does not have them
     */
    public InputStream open(BlobKey file) {
        return blobs.open(file).orElseThrow(() -> new Unavailable("files", "the bytes of " + file + " are missing"));
    }

    /** What is known of no file yet, for a unit that reads. */
    public FilesInHand none() {
        return new FilesInHand(scanner.isPresent());
    }

    /** Bytes that are given out as they are, and kept nowhere. */
    public void requireClean(Upload file) {
        FilesInHand hand = none();
        hand.hasLookedThrough(file, "", passing(file.size(), file::open));
        hand.requireClean(List.of(file));
    }

    /**
     * Looks through files that could not be looked through when they came, or that came before there was a scanner; how many could be.
     * They are taken in any order, so that those at which the scanner fails keep no others from it.
     */
    public int scan() {
        int scanned = 0;
        int failed = 0;
        List<FileData> waiting = scanner.isEmpty()
                ? List.of()
                : new ArrayList<>(storage.read(stores -> stores.files().waiting(BATCH)));
        Collections.shuffle(waiting, new Random(marks.nextLong()));
        for (FileData file : waiting) {
            Scanned result = scanned(file.size(), () -> open(file.key()));
            if (result.scan() != Scan.WAITING) {
                note(file.key(), result);
                scanned++;
                failed = 0;
            } else if (++failed == FAILURES) {
                return scanned;
            }
        }
        return scanned;
    }

    private void note(BlobKey file, Scanned result) {
        write(stores -> {
            boolean isHarmful = stores.files()
                    .find(file)
                    .filter(known -> known.scan() == Scan.INFECTED)
                    .isPresent();
            // another node has found what this one has not
            return isHarmful || stores.files().scanned(file, result.scan(), Optional.ofNullable(result.found()));
        });
    }

    /** Takes away bytes that nothing refers to; of how many files. */
    public int collect() {
        Instant before = now().minus(UNUSED);
        for (BlobKey file : storage.read(stores -> stores.files().unused(before, BATCH))) {
            write(stores -> stores.files().condemn(file, before));
        }
        List<BlobKey> going = storage.read(stores -> stores.files().going(BATCH));
        return (int) going.stream().filter(this::discard).count();
    }

    private boolean discard(BlobKey file) {
        try {
            blobs.delete(file);
        } catch (RuntimeException notNow) {
            LOG.warn("file {} could not be deleted", file, notNow);
            return false;
        }
        return write(stores -> {
            stores.files().remove(file);
            return true;
        });
    }

    private static String digest(Upload file) {
        try (Measured in = Measured.open(file)) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.sha256();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Invalid unreadable(IOException cause) {
        Invalid unreadable = new Invalid("attachments", "a file cannot be read");
        unreadable.initCause(cause);
        return unreadable;
    }

    private Kept keep(Upload file) throws IOException {
        String sha256;
        byte[] head;
        try (Measured in = Measured.open(file)) {
            head = in.readNBytes(ContentTypes.HEAD);
            in.transferTo(OutputStream.nullOutputStream());
            sha256 = in.sha256();
        }
        String type = types.of(head, file.name(), file.type());
        Optional<FileData> same = write(stores -> stores.files()
                .withContent(sha256, file.size())
                .filter(found -> stores.files().want(found.key(), now())));
        if (same.isPresent()) {
            return new Kept(same.get().key(), type, known(same.get()));
        }
        BlobKey key = BlobKey.of(sha256, marks.nextLong());
        write(stores -> {
            stores.files().add(new FileData(key, file.size(), now(), Stage.COMING, Scan.WAITING, null));
            return true;
        });
        try (InputStream in = Measured.open(file, sha256)) {
            blobs.put(key, file.size(), in);
        }
        Scanned result = scanned(file.size(), () -> open(key));
        boolean there = write(stores -> stores.files().there(key, result.scan(), now())
                && stores.files().scanned(key, result.scan(), Optional.ofNullable(result.found())));
        if (!there) {
            blobs.delete(key);
            throw new Unavailable("files", "a file took more than " + UNUSED.toHours() + " hours to come");
        }
        return new Kept(key, type, result.scan());
    }

    /** What came while nobody could look, or before anybody did, is looked through when it comes again. */
    private Scan known(FileData same) {
        if (same.scan() != Scan.WAITING || scanner.isEmpty()) {
            return same.scan();
        }
        Scanned result = scanned(same.size(), () -> open(same.key()));
        if (result.scan() != Scan.WAITING) {
            note(same.key(), result);
        }
        return result.scan();
    }

    private Scanned scanned(long size, Upload.Source content) {
        try {
            return looked(size, content);
        } catch (IOException | RuntimeException notNow) {
            LOG.warn("a file could not be looked through", notNow);
            return new Scanned(Scan.WAITING, null);
        }
    }

    /** Of what is encrypted wherever it is kept: the scanner's failure might quote it. */
    private Scan passing(long size, Upload.Source content) {
        try {
            return looked(size, content).scan();
        } catch (IOException | RuntimeException notNow) {
            LOG.warn("a file could not be looked through: {}", notNow.getClass().getName());
            return Scan.WAITING;
        }
    }

    private Scanned looked(long size, Upload.Source content) throws IOException {
        if (scanner.isEmpty()) {
            return new Scanned(Scan.WAITING, null);
        }
        try (InputStream in = content.open()) {
            return scanner.get()
                    .scan(size, in)
                    .map(found -> new Scanned(Scan.INFECTED, found))
                    .orElse(new Scanned(Scan.CLEAN, null));
        }
    }

    private <T> T write(Storage.Work<T> work) {
        return Retry.again(() -> storage.write(work), () -> {});
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Scanned(Scan scan, @Nullable String found) {}
}
