// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file streams in, through the scanner, and out again, in a process that could not hold it (F3). */
@Tag("F3")
class LargeFileTest {
    private static final int HEAP = 96;
    /** More than the heap by default; a run for the figures takes 1,024. */
    private static final int MEGABYTES = Integer.getInteger("tt.fileMegabytes", 160);

    private final Figures figures = Figures.ofTexts(
            "attachments",
            "Attachments (F3)",
            "A file goes into a ticket, through a scanner, and out again, in a process of its own with a heap of "
                    + HEAP + " MiB (`-Xmx" + HEAP + "m`); whether what came out is what went in is told by SHA-256.",
            "Bytes in",
            "File",
            "Heap",
            "Came out");

    @Test
    void aFileLargerThanTheMemoryGoesThroughEachStore(@TempDir Path directory) throws Exception {
        String expected = expected();
        List<String> cameOut = new ArrayList<>();
        Path blobs = Files.createDirectory(directory.resolve("blobs"));
        cameOut.add(through("a directory", Postgres.newDatabase(), blobs));
        cameOut.add(through("PostgreSQL", Postgres.newDatabase()));
        cameOut.add(through("H2, embedded", directory.resolve("h2").toString()));
        if (MariaDb.isHere()) {
            cameOut.add(through("MariaDB", MariaDb.url()));
        }
        figures.publish();

        assertThat(cameOut).allMatch(expected::equals);
    }

    private String through(String store, Object where, Object... more) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(where, bytes()));
        arguments.addAll(List.of(more));
        try (ChildJvm node = ChildJvm.start(
                List.of("-Xmx" + HEAP + "m", "-cp", ChildJvm.classPath()), LargeFileNode.class, arguments.toArray())) {
            String said = node.line();
            String whole = said.equals(expected()) ? "the same" : "**another**";
            figures.row(store, MEGABYTES + " MiB", HEAP + " MiB", whole);
            return said;
        }
    }

    private static String expected() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(new LargeFileNode.Noise(bytes()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return bytes() + " " + HexFormat.of().formatHex(digest.digest());
    }

    private static long bytes() {
        return (long) MEGABYTES << 20;
    }
}
