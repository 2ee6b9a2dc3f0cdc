// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.files;

import dev.troubletickets.spi.files.BlobKey;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A process that says what it begins to put and what it has put, until someone kills it. */
final class KilledFileWriter {
    static final String BEGUN = "begun ";
    static final String PUT = "put   ";
    static final int LINE = BEGUN.length() + 81;

    private static final int SIZE = 2_000_000;

    private KilledFileWriter() {}

    public static void main(String[] arguments) throws Exception {
        DirectoryBlobs blobs = DirectoryBlobs.in(Path.of(arguments[0]));
        Random random = new Random();
        while (true) {
            byte[] content = new byte[SIZE];
            random.nextBytes(content);
            BlobKey key = BlobKey.of(digest(content), random.nextLong());
            System.out.println(BEGUN + key);
            blobs.put(key, SIZE, new ByteArrayInputStream(content));
            System.out.println(PUT + key);
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
