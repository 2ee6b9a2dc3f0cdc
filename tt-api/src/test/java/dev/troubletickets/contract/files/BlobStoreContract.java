// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole contract of a blob store (F3). Implement {@link #blobs} in a test class, and every test here is that class's. It leaves blobs
 * behind; give it a place of its own.
 */
@Tag("F3")
public interface BlobStoreContract {
    /** The same store throughout a test. */
    BlobStore blobs();

    /** Of bytes that no other test has. */
    static BlobKey keyOf(byte[] content) {
        return Content.keyOf(content);
    }

    @Test
    default void theBytesComeBackAsTheyWere() throws IOException {
        for (int size : List.of(1, 255, 8192, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1 << 20, (1 << 20) + 1)) {
            byte[] content = Content.of(size);
            BlobKey key = put(content);

            assertThat(Arrays.equals(read(key), content)).as(size + " bytes").isTrue();
            assertThat(Arrays.equals(read(key), content)).as("again").isTrue();
        }
    }

    @Test
    default void anEmptyFileIsThereToo() throws IOException {
        BlobKey key = put(new byte[0]);

        assertThat(read(key)).isEmpty();
    }

    @Test
    default void aLargeFileIsReadAndWrittenPieceByPiece() throws IOException {
        long size = (40L << 20) + 17;
        BlobKey key = Content.keyOf(size);
        DigestInputStream content = Content.digested(size);
        blobs().put(key, size, content);

        DigestInputStream back = Content.digesting(open(key));
        try (back) {
            assertThat(back.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
        }
        assertThat(back.getMessageDigest().digest())
                .isEqualTo(content.getMessageDigest().digest());
        blobs().delete(key);
    }

    @Test
    default void whatWasNeverPutIsNotThere() throws IOException {
        put(Content.of(10));

        assertThat(blobs().open(Content.keyOf(Content.of(10)))).isEmpty();
    }

    @Test
    default void aStreamThatBreaksKeepsNothing() throws IOException {
        for (int size : List.of(10, 300_000, 3_000_000)) {
            byte[] content = Content.of(size);
            BlobKey key = Content.keyOf(content);
            for (int readable : List.of(0, 1, size / 2, size - 1, size)) {
                assertThatThrownBy(() -> blobs().put(key, size, Content.breakingAfter(readable, content)))
                        .isInstanceOf(IOException.class)
                        .hasMessage(Content.BROKEN);
                assertThat(blobs().open(key)).as(readable + " of " + size).isEmpty();
            }

            blobs().put(key, size, new ByteArrayInputStream(content));
            assertThat(Arrays.equals(read(key), content)).as("then all of it").isTrue();
        }
    }

    @Test
    default void aStreamOfAnotherSizeKeepsNothing() throws IOException {
        for (int size : List.of(10, 256 * 1024, 2_000_000)) {
            byte[] content = Content.of(size);
            BlobKey key = Content.keyOf(content);
            for (int said : List.of(0, size - 1, size + 1, 2 * size)) {
                assertThatThrownBy(() -> blobs().put(key, said, new ByteArrayInputStream(content)))
                        .isInstanceOf(IOException.class);
                assertThat(blobs().open(key)).as(said + " of " + size).isEmpty();
            }

            blobs().put(key, size, new ByteArrayInputStream(content));
            assertThat(Arrays.equals(read(key), content)).as("then as said").isTrue();
        }
    }

    @Test
    default void nothingIsThereUntilAllIs() throws IOException {
        byte[] content = Content.of(3_000_000);
        BlobKey key = Content.keyOf(content);
        List<Boolean> seen = new ArrayList<>();

        blobs().put(
                        key,
                        content.length,
                        Content.watched(
                                content, () -> seen.add(blobs().open(key).isPresent())));

        assertThat(seen).isNotEmpty().containsOnly(false);
        assertThat(Arrays.equals(read(key), content)).isTrue();
    }

    @Test
    default void theStreamIsTheCallersToClose() throws IOException {
        byte[] content = Content.of(5);
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(content) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        blobs().put(Content.keyOf(content), 5, in);

        assertThat(closed[0]).isFalse();
        assertThat(in.read()).as("read to its end").isEqualTo(-1);
    }

    @Test
    default void whoDoesNotKnowWhetherItSucceededPutsTheSameAgain() throws IOException {
        byte[] content = Content.of(2_000_000);
        BlobKey key = put(content);

        blobs().put(key, content.length, new ByteArrayInputStream(content));
        assertThat(Arrays.equals(read(key), content)).isTrue();
        assertThatThrownBy(() -> blobs().put(key, content.length, Content.breakingAfter(1_500_000, content)))
                .hasMessage(Content.BROKEN);
        assertThat(Arrays.equals(read(key), content)).as("a try that broke").isTrue();

        blobs().delete(key);
        assertThat(blobs().open(key)).isEmpty();
    }

    @Test
    default void manyPutTheSameAtOnce() throws Exception {
        byte[] content = Content.of(3_000_000);
        BlobKey key = Content.keyOf(content);

        Race.of(4, number -> {
            blobs().put(key, content.length, new ByteArrayInputStream(content));
            assertThat(Arrays.equals(read(key), content)).isTrue();
            return number;
        });

        assertThat(Arrays.equals(read(key), content)).isTrue();
        blobs().delete(key);
        assertThat(blobs().open(key)).isEmpty();
    }

    @Test
    default void manyPutAndReadAndDeleteAtOnce() throws Exception {
        Race.of(4, number -> {
            for (int i = 0; i < 5; i++) {
                byte[] content = Content.of(400_000 * (number + 1));
                BlobKey key = put(content);
                assertThat(Arrays.equals(read(key), content)).isTrue();
                blobs().delete(key);
                assertThat(blobs().open(key)).isEmpty();
            }
            return number;
        });
    }

    @Test
    default void aStreamIsReadToItsEndWhateverElseIsPutAndDeleted() throws IOException {
        byte[] content = Content.of(3_000_000);
        BlobKey key = put(content);
        byte[] begin = new byte[1_200_000];

        try (InputStream first = open(key);
                InputStream second = open(key)) {
            assertThat(first.readNBytes(begin, 0, begin.length)).isEqualTo(begin.length);
            BlobKey other = put(Content.of(2_000_000));
            assertThat(second.read()).isEqualTo(content[0] & 0xff);
            put(Content.of(2_000_000));
            blobs().delete(other);

            assertThat(Arrays.equals(begin, Arrays.copyOf(content, begin.length)))
                    .isTrue();
            assertThat(Arrays.equals(first.readAllBytes(), Arrays.copyOfRange(content, begin.length, content.length)))
                    .isTrue();
            assertThat(Arrays.equals(second.readAllBytes(), Arrays.copyOfRange(content, 1, content.length)))
                    .isTrue();
        }
    }

    @Test
    default void whatIsDeletedIsGoneAndNothingElse() throws IOException {
        byte[] content = Content.of(1_500_000);
        BlobKey gone = put(content);
        BlobKey same = put(content);

        blobs().delete(gone);

        assertThat(blobs().open(gone)).isEmpty();
        assertThat(Arrays.equals(read(same), content))
                .as("the same bytes under another key")
                .isTrue();
        blobs().delete(gone);
        blobs().delete(Content.keyOf(content));
    }

    @Test
    default void whatBrokeOffIsDeletedToo() {
        byte[] content = Content.of(3_000_000);
        BlobKey key = Content.keyOf(content);
        assertThatThrownBy(() -> blobs().put(key, content.length, Content.breakingAfter(2_500_000, content)))
                .hasMessage(Content.BROKEN);

        blobs().delete(key);

        assertThat(blobs().open(key)).isEmpty();
    }

    private BlobKey put(byte[] content) throws IOException {
        BlobKey key = Content.keyOf(content);
        blobs().put(key, content.length, new ByteArrayInputStream(content));
        return key;
    }

    private InputStream open(BlobKey key) {
        return blobs().open(key).orElseThrow(() -> new AssertionError(key + " is not there"));
    }

    private byte[] read(BlobKey key) throws IOException {
        try (InputStream in = open(key)) {
            return in.readAllBytes();
        }
    }
}
