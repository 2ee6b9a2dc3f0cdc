// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.FileStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of files. For use inside a unit of work alone. */
final class MemoryFiles implements FileStore {
    static final Comparator<BlobKey> ORDER = Comparator.comparing(BlobKey::value);

    private static final Comparator<FileData> BEST_KNOWN_FIRST =
            Comparator.comparing(FileData::scan).reversed();

    private final Tables tables;

    MemoryFiles(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(FileData file) {
        if (tables.files.has(file.key())) {
            throw new WriteConflict("file " + file.key() + " is there already");
        }
        tables.files.put(file.key(), file);
    }

    @Override
    public Optional<FileData> find(BlobKey key) {
        return tables.files.find(key);
    }

    @Override
    public List<FileData> find(List<BlobKey> keys) {
        return keys.stream().flatMap(key -> find(key).stream()).toList();
    }

    @Override
    public Optional<FileData> withContent(String sha256, long size) {
        return staged(Stage.THERE)
                .filter(file -> file.size() == size && file.key().sha256().equals(sha256))
                .min(BEST_KNOWN_FIRST);
    }

    @Override
    public boolean there(BlobKey key, Scan scan, Instant now) {
        return change(
                key,
                MemoryFiles::stays,
                file -> file.stage() == Stage.THERE
                        ? with(file, now, Stage.THERE, file.scan(), file.found())
                        : with(file, now, Stage.THERE, scan, null));
    }

    @Override
    public boolean want(BlobKey key, Instant now) {
        return change(
                key,
                file -> file.stage() == Stage.THERE,
                file -> with(file, now, Stage.THERE, file.scan(), file.found()));
    }

    @Override
    public boolean scanned(BlobKey key, Scan scan, Optional<String> found) {
        return change(
                key, MemoryFiles::stays, file -> with(file, file.wanted(), file.stage(), scan, found.orElse(null)));
    }

    @Override
    public List<FileData> waiting(int max) {
        return staged(Stage.THERE)
                .filter(file -> file.scan() == Scan.WAITING)
                .sorted(Comparator.comparing(FileData::wanted))
                .limit(max)
                .toList();
    }

    @Override
    public List<BlobKey> unused(Instant before, int max) {
        Set<BlobKey> referred = referred(tables);
        return tables.files.rows().stream()
                .filter(file -> stays(file) && file.wanted().isBefore(before) && !referred.contains(file.key()))
                .limit(max)
                .map(FileData::key)
                .toList();
    }

    @Override
    public boolean condemn(BlobKey key, Instant before) {
        return change(
                key,
                file -> stays(file)
                        && file.wanted().isBefore(before)
                        && !referred(tables).contains(key),
                file -> with(file, file.wanted(), Stage.GOING, file.scan(), file.found()));
    }

    @Override
    public List<BlobKey> going(int max) {
        return staged(Stage.GOING).limit(max).map(FileData::key).toList();
    }

    @Override
    public void remove(BlobKey key) {
        if (referred(tables).contains(key)) {
            throw new WriteConflict("file " + key + " is referred to");
        }
        tables.files.remove(key);
    }

    /** Before anything is kept that refers to them. */
    static void require(Tables tables, Collection<BlobKey> keys) {
        keys.forEach(key -> {
            if (!tables.files.has(key)) {
                throw new WriteConflict("file " + key + " is gone");
            }
        });
    }

    /** After what referred to them was deleted: nobody wants any more those of them that nothing else refers to. */
    static void release(Tables tables, Collection<BlobKey> keys) {
        if (!keys.isEmpty()) {
            Set<BlobKey> unused = new HashSet<>(keys);
            unused.removeAll(referred(tables));
            unused.forEach(key -> tables.files
                    .find(key)
                    .ifPresent(file ->
                            tables.files.put(key, with(file, Instant.EPOCH, file.stage(), file.scan(), file.found()))));
        }
    }

    private static Set<BlobKey> referred(Tables tables) {
        Set<BlobKey> referred = new HashSet<>();
        tables.messages.rows().forEach(message -> message.attachments().forEach(file -> referred.add(file.blob())));
        tables.scheduled.rows().forEach(row -> referred.addAll(row.action().files()));
        return referred;
    }

    private Stream<FileData> staged(Stage stage) {
        return tables.files.rows().stream().filter(file -> file.stage() == stage);
    }

    private boolean change(BlobKey key, Predicate<FileData> which, UnaryOperator<FileData> to) {
        Optional<FileData> file = find(key).filter(which);
        file.ifPresent(found -> tables.files.put(key, to.apply(found)));
        return file.isPresent();
    }

    private static boolean stays(FileData file) {
        return file.stage() != Stage.GOING;
    }

    private static FileData with(FileData file, Instant wanted, Stage stage, Scan scan, @Nullable String found) {
        return new FileData(file.key(), file.size(), wanted, stage, scan, found);
    }
}
