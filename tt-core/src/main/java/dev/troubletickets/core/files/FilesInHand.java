// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.HarmfulFile;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The files that a use case refers to: what is known of each as long as the use case is run, however often that is. */
public final class FilesInHand {
    private final boolean scanned;
    private final IdentityHashMap<Upload, Kept> kept = new IdentityHashMap<>();
    private final IdentityHashMap<ParsedMail.Part, Upload> parts = new IdentityHashMap<>();
    private final IdentityHashMap<Upload, Map<String, Upload>> made = new IdentityHashMap<>();
    private final IdentityHashMap<Upload, Looked> lookedThrough = new IdentityHashMap<>();
    private final Map<BlobKey, byte[]> bytes = new HashMap<>();
    private final Map<Fetched, Upload> fetched = new HashMap<>();

    FilesInHand(boolean scanned) {
        this.scanned = scanned;
    }

    /** Whether what has not been looked through is kept from people; it is not where nobody looks. */
    public boolean areScanned() {
        return scanned;
    }

    /**
     * These files, in their order, to be referred to in this unit, which nobody takes away any more.
     *
     * @throws FilesWanted if they are not all in the blob store yet
     */
    public List<Kept> refer(UnitOfWork stores, Instant now, List<Upload> files) {
        List<Upload> missing =
                files.stream().filter(file -> !kept.containsKey(file)).toList();
        if (missing.isEmpty()) {
            // in the order of their keys, so that no two units wait for each other
            missing = files.stream()
                    .sorted(Comparator.comparing(file -> known(file).blob().value()))
                    .filter(file -> !stores.files().want(known(file).blob(), now))
                    .toList();
        }
        if (!missing.isEmpty()) {
            missing.forEach(kept::remove);
            throw FilesWanted.toKeep(missing);
        }
        return files.stream().map(this::known).toList();
    }

    /**
     * The same for what goes out to people at once, where nothing can be kept from them afterwards; as their bytes tell what they are.
     *
     * @throws HarmfulFile if a scan has found something in one
     * @throws Unavailable if one could not be looked through yet
     */
    public List<Upload> goingOut(UnitOfWork stores, Instant now, List<Upload> files) {
        List<Kept> all = refer(stores, now, files);
        for (int i = 0; i < files.size(); i++) {
            requireClean(files.get(i), all.get(i).scan());
        }
        List<Upload> typed = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Upload file = files.get(i);
            typed.add(same(file, all.get(i).type(), all.get(i).blob().sha256()));
            kept.put(typed.get(i), all.get(i));
        }
        return typed;
    }

    /**
     * The same of files that are not to be kept as they are.
     *
     * @return them, to be read
     * @throws FilesWanted if they have not been looked through yet
     */
    public List<Upload> requireClean(List<Upload> files) {
        List<Upload> missing =
                files.stream().filter(file -> !lookedThrough.containsKey(file)).toList();
        if (!missing.isEmpty()) {
            throw FilesWanted.toLookThrough(missing);
        }
        return files.stream()
                .map(lookedThrough::get)
                .map(Objects::requireNonNull)
                .map(looked -> {
                    requireClean(looked.file(), looked.scan());
                    return looked.file();
                })
                .toList();
    }

    private void requireClean(Upload file, FileData.Scan scan) {
        if (scan == FileData.Scan.INFECTED) {
            throw new HarmfulFile(file.name());
        }
        if (scan == FileData.Scan.WAITING && scanned) {
            throw new Unavailable("scanner", "a file could not be looked through");
        }
    }

    /** Where the bytes of one are that is referred to. */
    public BlobKey blob(Upload file) {
        return known(file).blob();
    }

    /**
     * The same for what somebody can still correct.
     *
     * @throws HarmfulFile if a scan has found something in one
     */
    public List<Kept> referHarmless(UnitOfWork stores, Instant now, List<Upload> files) {
        List<Kept> all = refer(stores, now, files);
        for (int i = 0; i < files.size(); i++) {
            if (all.get(i).scan() == FileData.Scan.INFECTED) {
                throw new HarmfulFile(files.get(i).name());
            }
        }
        return all;
    }

    /**
     * Has the bytes of these in memory, to be read within this unit.
     *
     * @throws FilesWanted if they have not been read yet
     */
    public void fetch(List<BlobKey> files) {
        List<BlobKey> missing =
                files.stream().filter(file -> !bytes.containsKey(file)).toList();
        if (!missing.isEmpty()) {
            throw FilesWanted.toRead(missing);
        }
    }

    /** One that was {@link #fetch fetched}, to be referred to again. */
    public Upload fetched(UnitOfWork stores, String name, String type, BlobKey file) {
        byte[] content = bytes.get(file);
        FileData data = stores.files().find(file).orElse(null);
        if (content == null || data == null) {
            throw new IllegalStateException("a file that was not fetched, or is there no more");
        }
        Upload upload = fetched.computeIfAbsent(
                new Fetched(name, type, file),
                any -> Upload.of(name, type, content.length, () -> new ByteArrayInputStream(content)));
        kept.put(upload, new Kept(file, upload.type(), data.scan()));
        return upload;
    }

    /** A mail's part as a file: the same one, however often the unit is run. */
    public Upload of(ParsedMail.Part part) {
        return parts.computeIfAbsent(part, any -> Upload.of(part.name(), part.type(), part.content()));
    }

    /**
     * What is made of a file, such as an encrypted one: made once, however often the unit is run.
     *
     * @param purpose what for, and whom for
     */
    public Upload madeOf(Upload file, String purpose, UnaryOperator<Upload> how) {
        return made.computeIfAbsent(file, any -> new HashMap<>()).computeIfAbsent(purpose, any -> how.apply(file));
    }

    void keeps(Upload file, Kept as) {
        kept.put(file, as);
    }

    void hasLookedThrough(Upload file, String sha256, FileData.Scan result) {
        lookedThrough.put(file, new Looked(same(file, file.type(), sha256), result));
    }

    /** Whoever reads it reads what was looked through, or gets an exception. */
    private static Upload same(Upload file, String type, String sha256) {
        return Upload.of(file.name(), type, file.size(), () -> Measured.open(file, sha256));
    }

    void holds(BlobKey blob, byte[] content) {
        bytes.put(blob, content);
    }

    private Kept known(Upload file) {
        Kept known = kept.get(file);
        if (known == null) {
            throw new IllegalStateException("a file that is not kept");
        }
        return known;
    }

    /** @param file the same bytes */
    private record Looked(Upload file, FileData.Scan scan) {}

    private record Fetched(String name, String type, BlobKey file) {}
}
