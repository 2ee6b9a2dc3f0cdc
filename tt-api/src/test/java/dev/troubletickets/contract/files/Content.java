// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.files;

import dev.troubletickets.spi.files.BlobKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;

/** Bytes of files, and streams of them that do what streams do in life. */
final class Content {
    static final String BROKEN = "the browser has gone";

    private static final SecureRandom MARKS = new SecureRandom();

    private Content() {}

    /** So many bytes that cannot be made smaller, always the same. */
    static byte[] of(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static BlobKey keyOf(byte[] content) {
        return BlobKey.of(HexFormat.of().formatHex(sha256().digest(content)), MARKS.nextLong());
    }

    /** Of so many bytes of {@link #digested}. */
    static BlobKey keyOf(long size) throws IOException {
        DigestInputStream in = digested(size);
        in.transferTo(OutputStream.nullOutputStream());
        return BlobKey.of(HexFormat.of().formatHex(in.getMessageDigest().digest()), MARKS.nextLong());
    }

    /** So many bytes, never in memory as a whole. */
    static DigestInputStream digested(long size) {
        byte[] block = of(8191);
        return digesting(new InputStream() {
            private long at;

            @Override
            public int read() {
                return at == size ? -1 : block[(int) (at++ % block.length)] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (at == size && most > 0) {
                    return -1;
                }
                int start = (int) (at % block.length);
                int length = (int) Math.min(Math.min(most, size - at), block.length - start);
                System.arraycopy(block, start, into, from, length);
                at += length;
                return length;
            }
        });
    }

    static DigestInputStream digesting(InputStream in) {
        return new DigestInputStream(in, sha256());
    }

    /** Gives the first bytes and breaks off. */
    static InputStream breakingAfter(int readable, byte[] content) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == readable) {
                    throw new IOException(BROKEN);
                }
                return content[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (at == readable && most > 0) {
                    throw new IOException(BROKEN);
                }
                int length = Math.min(most, readable - at);
                System.arraycopy(content, at, into, from, length);
                at += length;
                return length;
            }
        };
    }

    /** Says when it is read, ten times or so. */
    static InputStream watched(byte[] content, Runnable watcher) {
        return new ByteArrayInputStream(content) {
            private int told;

            @Override
            public synchronized int read(byte[] into, int from, int most) {
                if (pos >= told) {
                    told += content.length / 10;
                    watcher.run();
                }
                return super.read(into, from, most);
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
