// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;

/**
 * What a stranger encrypts to the public key (F2): the bytes are inside, where their integrity is proven, and reach what unpacks, reads and
 * verifies. The first byte says what they are: packets, packets that are compressed, a text, or a text that is repeated and compressed.
 */
@Tag("F2")
class DecryptInsideFuzzTest {
    private static final int REPEATED = 128;
    private static final List<String> SIGNERS = List.of(FuzzedKey.INCLUSIONS.publicKey());

    @FuzzTest(maxDuration = "10m")
    void whatIsReadIsWhatWasInsideAndAllElseHasAReason(byte[] given) {
        byte[] bytes = given.length == 0 ? given : Arrays.copyOfRange(given, 1, given.length);
        switch (given.length == 0 ? 0 : given[0] & 3) {
            case 0 -> read(bytes).ifPresent(text -> assertIsOf(text, bytes));
            case 1 -> read(compressed(bytes)).ifPresent(text -> assertIsOf(text, bytes));
            case 2 -> assertWhole(literal(bytes), bytes);
            default -> assertWhole(compressed(literal(repeated(bytes))), repeated(bytes));
        }
    }

    /** Those two reasons alone: the message is for us, and nobody changed it. */
    private static Optional<String> read(byte[] packets) {
        try (DecryptedText text =
                FuzzedKey.INCLUSIONS.decrypt(FuzzedKey.sealed(packets), SIGNERS).text()) {
            String shown = text.show(CharSequence::toString);
            assertThat(shown.length()).isLessThanOrEqualTo(FuzzedKey.LARGEST);
            return Optional.of(shown);
        } catch (CannotDecrypt e) {
            assertThat(e.reason()).isIn(Reason.MALFORMED, Reason.TOO_LARGE);
            return Optional.empty();
        }
    }

    private static void assertWhole(byte[] packets, byte[] content) {
        if (content.length > FuzzedKey.LARGEST) {
            assertThat(read(packets)).isEmpty();
        } else {
            assertThat(read(packets)).contains(new String(content, StandardCharsets.UTF_8));
        }
    }

    /** All of it is there, in this order, unless some of it was compressed. */
    private static void assertIsOf(String text, byte[] packets) {
        byte[] shown = text.replace("\uFFFD", "").getBytes(StandardCharsets.UTF_8);
        int found = 0;
        boolean mayUnpack = false;
        for (byte b : packets) {
            mayUnpack |= (b & 0xFF) == 0xC8 || (b & 0xFC) == 0xA0;
            found += found < shown.length && shown[found] == b ? 1 : 0;
        }
        assertThat(mayUnpack || found == shown.length).as("%s", text).isTrue();
    }

    /** Binary, without a name or a time (RFC 9580 section 5.9). */
    private static byte[] literal(byte[] content) {
        return packet(
                0xCB,
                ByteBuffer.allocate(6 + content.length)
                        .put((byte) 'b')
                        .put(new byte[5])
                        .put(content)
                        .array());
    }

    private static byte[] compressed(byte[] packets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ZIP
        bytes.write(1);
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(packets);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packet(0xC8, bytes.toByteArray());
    }

    private static byte[] packet(int header, byte[] body) {
        return ByteBuffer.allocate(6 + body.length)
                .put((byte) header)
                .put((byte) 0xFF)
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] repeated(byte[] bytes) {
        byte[] all = new byte[Math.min(bytes.length * REPEATED, 4 * FuzzedKey.LARGEST)];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes[i % bytes.length];
        }
        return all;
    }
}
