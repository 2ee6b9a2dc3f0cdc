// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.files.BlobStoreContract;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a directory: whole or not at all, under names of ours, for nobody else's eyes (F3). */
@Tag("F3")
class DirectoryBlobsTest implements BlobStoreContract {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path temporary;

    private DirectoryBlobs blobs;

    @Override
    public BlobStore blobs() {
        if (blobs == null) {
            blobs = DirectoryBlobs.in(root());
        }
        return blobs;
    }

    @Test
    void namesAreOfTheKeyAloneTwoDirectoriesDeep() throws IOException {
        BlobKey key = put();

        String name = key.value();
        assertThat(names())
                .containsExactlyInAnyOrder(
                        name.substring(0, 2),
                        name.substring(0, 2) + "/" + name.substring(2, 4),
                        name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        put();

        try (Stream<Path> all = Files.walk(root())) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);
        assertThatThrownBy(() -> blobs().put(key, 99, new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(IOException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void aDeletionRemovesWhatKilledAttemptsHaveLeftOfThatFileAlone() throws IOException {
        BlobKey key = put();
        BlobKey other = put();
        Path place = place(key);
        Files.write(place.resolveSibling(key + ".0123456789abcdef.part"), CONTENT);
        Files.write(place.resolveSibling(key + ".fedcba9876543210.part"), CONTENT);
        Path others = Files.write(place.resolveSibling(other + ".0123456789abcdef.part"), CONTENT);

        blobs().delete(key);

        assertThat(files()).containsExactlyInAnyOrder(place(other), others);
    }

    @Test
    void anAttemptWhoseFileIsDeletedMeanwhileFails() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);
        ByteArrayInputStream deletes = new ByteArrayInputStream(CONTENT) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                blobs().delete(key);
                return super.read(into, from, most);
            }
        };

        assertThatThrownBy(() -> blobs().put(key, CONTENT.length, deletes)).isInstanceOf(Unavailable.class);

        assertThat(blobs().open(key)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aDirectoryThatIsThereKeepsWhatIsInIt() throws IOException {
        BlobKey key = put();

        assertThat(DirectoryBlobs.in(root()).open(key))
                .hasValueSatisfying(content -> assertThat(content).hasBinaryContent(CONTENT));
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Files.createDirectory(root()));

        assertThatThrownBy(() -> DirectoryBlobs.in(link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.write(temporary.resolve("file"), CONTENT);

        assertThatThrownBy(() -> DirectoryBlobs.in(file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DirectoryBlobs.in(file.resolve("beneath")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void noLinkLeadsOutOfIt() throws IOException {
        BlobKey key = put();
        Path inner = place(key).getParent();
        Path outside = Files.move(inner, temporary.resolve("outside"));
        Files.createSymbolicLink(inner, outside);

        assertThatThrownBy(() -> blobs().open(key)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> blobs().put(key, CONTENT.length, new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> blobs().delete(key)).isInstanceOf(Unavailable.class);
        assertThat(outside.resolve(key.value())).exists();
    }

    @Test
    void aFileThatIsALinkIsNotRead() throws IOException {
        BlobKey key = put();
        Path secret = Files.write(temporary.resolve("secret"), CONTENT);
        Files.delete(place(key));
        Files.createSymbolicLink(place(key), secret);

        assertThatThrownBy(() -> blobs().open(key)).isInstanceOf(Unavailable.class);
    }

    private BlobKey put() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);
        blobs().put(key, CONTENT.length, new ByteArrayInputStream(CONTENT));
        return key;
    }

    private Path root() {
        return temporary.resolve("files");
    }

    private Path place(BlobKey key) {
        return root().resolve(key.value().substring(0, 2))
                .resolve(key.value().substring(2, 4))
                .resolve(key.value());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(path -> !Files.isDirectory(path)).toList();
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(path -> !path.equals(root()))
                    .map(path -> root().relativize(path).toString())
                    .collect(Collectors.toSet());
        }
    }
}
