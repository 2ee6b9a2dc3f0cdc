// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.files;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of files in a directory of this machine, or one that all nodes have mounted (F3). Each file is two directories deep and has
 * its {@link BlobKey} for a name; where the file system knows owners, nobody but this process's user may read anything.
 *
 * <p>Bytes are written to a file beside, forced to the disk and then moved to their place at once: a killed process and a power cut leave
 * whole files, and rests that {@link #delete} removes, which every file gets that nothing came to refer to. A backup takes the database
 * first and this directory after it.
 */
public final class DirectoryBlobs implements BlobStore {
    private static final int BLOCK = 64 * 1024;
    private static final String REST = ".part";

    private final Path root;
    private final boolean knowsOwners;
    private final SecureRandom random = new SecureRandom();

    private DirectoryBlobs(Path root) {
        this.root = root;
        this.knowsOwners = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * In this directory, which is made if it is missing; nothing else belongs into it.
     *
     * @throws IllegalArgumentException if it is a symbolic link, which somebody could lead elsewhere, or no directory
     * @throws Unavailable if it cannot be made or written to
     */
    public static DirectoryBlobs in(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(root)) {
            throw new IllegalArgumentException(
                    root + " is a symbolic link: name the directory to which it leads, for files to be kept in");
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new IllegalArgumentException(root + " is not a directory, for files to be kept in");
        }
        DirectoryBlobs blobs = new DirectoryBlobs(root);
        blobs.tryOut();
        return blobs;
    }

    @Override
    public void put(BlobKey key, long size, InputStream content) throws IOException {
        Path directory = directory(key);
        Path rest = directory.resolve(key + "." + HexFormat.of().toHexDigits(random.nextLong()) + REST);
        try {
            makeDirectories(directory);
            write(rest, size, content);
            Files.move(
                    rest,
                    directory.resolve(key.value()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(directory);
        } catch (Unreadable e) {
            removeQuietly(rest);
            throw e.cause;
        } catch (IOException e) {
            removeQuietly(rest);
            throw unavailable(e);
        } catch (RuntimeException e) {
            removeQuietly(rest);
            throw e;
        }
    }

    @Override
    public Optional<InputStream> open(BlobKey key) {
        try {
            return Optional.of(Files.newInputStream(directory(key).resolve(key.value()), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        Path directory = directory(key);
        try {
            Files.deleteIfExists(directory.resolve(key.value()));
            for (Path rest : rests(directory, key)) {
                Files.deleteIfExists(rest);
            }
            force(directory);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** What attempts to put it have left behind; one that is under way fails without it. */
    private static List<Path> rests(Path directory, BlobKey key) throws IOException {
        List<Path> rests = new ArrayList<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(directory, key + ".*" + REST)) {
            beside.forEach(rests::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return rests;
    }

    private Path directory(BlobKey key) {
        String name = key.value();
        Path outer = root.resolve(name.substring(0, 2));
        Path inner = outer.resolve(name.substring(2, 4));
        if (Files.isSymbolicLink(outer) || Files.isSymbolicLink(inner)) {
            throw new Unavailable("files", "a directory of theirs is a symbolic link");
        }
        return inner;
    }

    private void write(Path rest, long size, InputStream content) throws IOException {
        byte[] block = new byte[BLOCK];
        long written = 0;
        try (SeekableByteChannel file = Files.newByteChannel(
                rest, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersOnly("rw-------"))) {
            for (int count = read(content, block); count >= 0; count = read(content, block)) {
                written += count;
                if (written > size) {
                    throw new Unreadable(new IOException("the file has more bytes than it said"));
                }
                ByteBuffer bytes = ByteBuffer.wrap(block, 0, count);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            if (written < size) {
                throw new Unreadable(new IOException("the file has fewer bytes than it said"));
            }
            if (file instanceof FileChannel onDisk) {
                onDisk.force(true);
            }
        }
    }

    private static int read(InputStream content, byte[] block) throws Unreadable {
        try {
            return content.read(block);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** Each that is new is forced into the one above. */
    private void makeDirectories(Path directory) throws IOException {
        Path above = directory.getParent();
        if (above == null || Files.isDirectory(directory)) {
            return;
        }
        makeDirectories(above);
        try {
            Files.createDirectory(directory, ownersOnly("rwx------"));
            force(above);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    private void tryOut() {
        Path trial = root.resolve("trial." + HexFormat.of().toHexDigits(random.nextLong()) + REST);
        try {
            makeDirectories(root);
            Files.createFile(trial, ownersOnly("rw-------"));
            Files.delete(trial);
        } catch (IOException e) {
            throw new Unavailable("files", "the directory " + root + " cannot be written to", e);
        }
    }

    private FileAttribute<?>[] ownersOnly(String permissions) {
        return knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** What is in it stays in it after a power cut; where a directory cannot be forced, the file system sees to that. */
    private static void force(Path directory) {
        try (FileChannel open = FileChannel.open(directory, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException notHere) {
            // as on Windows
        }
    }

    private static void removeQuietly(Path rest) {
        try {
            Files.deleteIfExists(rest);
        } catch (IOException e) {
            // a deletion of the key removes it
        }
    }

    private static Unavailable unavailable(IOException why) {
        return new Unavailable("files", "their directory does not answer", why);
    }

    /** What the caller gave cannot be read, in contrast to what is written. */
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException cause;

        private Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
