// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.files.BlobKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL: no shut-down hook, no last write. Every file is whole or not there, and what is left of others can be deleted (F3). */
@Tag("F3")
class DirectoryKillTest {
    private static final int ENOUGH = 10;
    private static final int KILLS = 3;

    @Test
    void aKilledProcessLeavesWholeFilesAndRestsThatCanBeDeleted(@TempDir Path directory) throws Exception {
        List<BlobKey> begun = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            begun.addAll(killedAfterSome(directory));
        }

        DirectoryBlobs blobs = DirectoryBlobs.in(directory);
        for (BlobKey key : begun) {
            blobs.delete(key);
        }
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(path -> !Files.isDirectory(path))).isEmpty();
        }
    }

    private static List<BlobKey> killedAfterSome(Path directory) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledFileWriter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<BlobKey> begun = new ArrayList<>();
        List<BlobKey> put = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            while (put.size() < ENOUGH) {
                read(output.readLine(), begun, put);
            }
            writer.toHandle().destroyForcibly(); // and what it has said is still to be read
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                read(line, begun, put);
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        DirectoryBlobs blobs = DirectoryBlobs.in(directory);
        for (BlobKey key : begun) {
            boolean there = isWhole(blobs, key);
            assertThat(there || !put.contains(key)).as("put and gone").isTrue();
        }
        return begun;
    }

    private static void read(String line, List<BlobKey> begun, List<BlobKey> put) {
        if (line.length() == KilledFileWriter.LINE) {
            (line.startsWith(KilledFileWriter.BEGUN) ? begun : put)
                    .add(new BlobKey(line.substring(KilledFileWriter.BEGUN.length())));
        }
    }

    /** False if it is not there; fails if it is in part. */
    private static boolean isWhole(DirectoryBlobs blobs, BlobKey key) throws IOException {
        var file = blobs.open(key);
        if (file.isPresent()) {
            try (InputStream in = file.get()) {
                assertThat(KilledFileWriter.digest(in.readAllBytes())).isEqualTo(key.sha256());
            }
        }
        return file.isPresent();
    }
}
