// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.command.Upload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file as it is read once, held to what it was said to be: whoever reads all its bytes has read that, or gets an {@link IOException} in place
 * of the last of them, for not everybody who knows how many there are asks whether there are more.
 */
final class Measured extends FilterInputStream {
    private final MessageDigest digest = Sha256.digest();
    private final long size;
    private final Optional<String> expected;
    private long read;
    private String sha256 = "";

    /** @param expected the digest of its bytes, if that is known before */
    private Measured(InputStream in, long size, Optional<String> expected) {
        super(in);
        this.size = size;
        this.expected = expected;
    }

    static Measured open(Upload file) throws IOException {
        return new Measured(file.open(), file.size(), Optional.empty());
    }

    static Measured open(Upload file, String sha256) throws IOException {
        return new Measured(file.open(), file.size(), Optional.of(sha256));
    }

    /** In hex; once it has been read to its end. */
    String sha256() {
        return sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count < 0) {
            end();
        } else {
            digest.update(into, from, count);
            read += count;
            require(read <= size, "the file has more bytes than it said");
            if (read == size) {
                require(super.read() < 0, "the file has more bytes than it said");
                end();
            }
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, ContentTypes.HEAD)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() throws IOException {
        if (sha256.isEmpty()) {
            require(read == size, "the file has fewer bytes than it said");
            sha256 = HexFormat.of().formatHex(digest.digest());
            require(expected.isEmpty() || expected.get().equals(sha256), "the file has changed while it was read");
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
