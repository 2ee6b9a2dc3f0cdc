// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.troubletickets.pgp.PgpInclusions;
import dev.troubletickets.pgp.Sealing;
import dev.troubletickets.pgp.TestKeys;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 21: nothing unproven is shown, and no message costs more than its size. */
@Tag("F2")
class PgpLeaksTest {
    private static final String CANARY = "canary-4711";

    private static final PgpInclusions INCLUSIONS =
            PgpInclusions.with(TestKeys.CURVE_25519, TestKeys.Rsa.RSA_3072, TestKeys.Modern.VERSION_6);

    private void assertRefused(byte[] packets, Reason reason) {
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> INCLUSIONS.decrypt(Sealing.armored(packets)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(PgpLeaksTest::tellsNothing);
    }

    private static void tellsNothing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(CANARY);
        }
    }

    private static byte[] canary() {
        return Sealing.literal(CANARY.getBytes(StandardCharsets.UTF_8));
    }

    private static Sealing sealing() {
        return Sealing.to(TestKeys.CURVE_25519);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void aChangedByteOfTheDataIsAnIntegrityFailure() {
        byte[] message = sealing().packets(canary());
        for (int fromEnd = 1; fromEnd <= 30; fromEnd++) {
            byte[] changed = message.clone();
            changed[changed.length - fromEnd] ^= 1;
            assertRefused(changed, Reason.INTEGRITY);
        }
    }

    @Test
    void dataWithoutIntegrityProtectionIsRefused() {
        assertRefused(sealing().withoutIntegrity().packets(canary()), Reason.INTEGRITY);
    }

    @Test
    void protectedDataRelabelledAsUnprotectedIsRefused() {
        byte[] message = sealing().packets(canary());
        int header = indexOfProtectedData(message);
        message[header] = (byte) (0xC0 | 9);

        assertRefused(message, Reason.INTEGRITY);
    }

    /** The packet after the only encrypted session key, which has a one-byte length. */
    private static int indexOfProtectedData(byte[] message) {
        int header = 2 + (message[1] & 0xff);
        assertThat(message[header] & 0xff).isEqualTo(0xC0 | 18);
        return header;
    }

    @Test
    void aChunkSizeAboveFourMebibytesIsRefusedBeforeABufferIsMade() {
        byte[] message = Sealing.to(TestKeys.Modern.VERSION_6).packets(canary());
        int length = indexOfProtectedData(message) + 1;
        int chunkSize = length + ((message[length] & 0xff) < 192 ? 1 : 2) + 3;
        assertThat(message[chunkSize]).isZero();

        for (int size = 17; size < 256; size++) {
            message[chunkSize] = (byte) size;
            assertRefused(message, Reason.MALFORMED);
        }
    }

    @Test
    void shortBlockCiphersAreRefused() {
        for (int cipher : new int[] {
            SymmetricKeyAlgorithmTags.TRIPLE_DES, SymmetricKeyAlgorithmTags.CAST5, SymmetricKeyAlgorithmTags.BLOWFISH
        }) {
            assertRefused(sealing().cipher(cipher).packets(canary()), Reason.UNSUPPORTED);
        }
    }

    @Test
    void aCompressionBombStopsAtTheLimit() {
        byte[] bomb = Sealing.literal(new byte[16 << 20]);
        for (int algorithm : new int[] {CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.BZIP2}) {
            byte[] message = sealing().packets(Sealing.compressed(algorithm, Sealing.compressed(algorithm, bomb)));

            assertThat(message.length).isLessThan(10_000);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertRefused(message, Reason.TOO_LARGE));
        }
    }

    @Test
    void deepCompressionIsRefused() {
        byte[] packets = canary();
        for (int i = 0; i < 32; i++) {
            packets = Sealing.compressed(CompressionAlgorithmTags.ZIP, packets);
        }
        assertRefused(sealing().packets(packets), Reason.TOO_LARGE);
    }

    @Test
    void textUpToTheLimitIsReadAndOneByteMoreIsRefused() {
        PgpInclusions small = INCLUSIONS.limitedTo(1000);

        try (DecryptedText text = small.decrypt(sealing().text("x".repeat(1000)))) {
            assertThat(text.<Integer>show(CharSequence::length)).isEqualTo(1000);
        }
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> small.decrypt(sealing().text("x".repeat(1001))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> small.decrypt("x".repeat(1_000_000)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void thereIsExactlyOneText() {
        byte[] message = sealing().packets(canary());

        assertRefused(joined(message, canary()), Reason.MALFORMED);
        assertRefused(joined(canary(), message), Reason.MALFORMED);
        assertRefused(joined(message, message), Reason.MALFORMED);
        assertRefused(sealing().packets(joined(canary(), canary())), Reason.MALFORMED);
        assertRefused(sealing().packets(message), Reason.MALFORMED);
        assertRefused(sealing().packets(new byte[0]), Reason.MALFORMED);
        assertRefused(canary(), Reason.MALFORMED);
    }

    @Test
    void aPacketThatClaimsTwoGigabytesIsRefused() {
        for (int tag = 0; tag < 64; tag++) {
            for (int version = 0; version < 7; version++) {
                byte[] claim = {
                    (byte) (0xC0 | tag),
                    (byte) 0xff,
                    0x7f,
                    (byte) 0xff,
                    (byte) 0xff,
                    (byte) 0xff,
                    (byte) version,
                    1,
                    1,
                    1
                };
                assertEndsWell(claim);
                assertEndsWell(joined(sealing().packets(canary()), claim));
                assertEndsWell(sealing().packets(joined(claim, canary())));
                assertEndsWell(sealing().packets(joined(canary(), claim)));
            }
        }
    }

    private static void assertEndsWell(byte[] packets) {
        try (DecryptedText text = INCLUSIONS.decrypt(Sealing.armored(packets))) {
            assertThat(text.<String>show(CharSequence::toString)).isEqualTo(CANARY);
        } catch (CannotDecrypt refused) {
            tellsNothing(refused);
        }
    }

    @Test
    void aBrokenMessageEndsInNothingButARefusal() {
        byte[][] messages = {
            sealing().packets(canary()),
            Sealing.to(TestKeys.Rsa.RSA_3072).packets(canary()),
            Sealing.to(TestKeys.Modern.VERSION_6).packets(canary()),
            sealing().hidden().packets(Sealing.compressed(CompressionAlgorithmTags.ZIP, canary()))
        };
        Random random = new Random(21);
        for (int i = 0; i < 1500; i++) {
            assertEndsWell(broken(messages[i % messages.length], random));
        }
    }

    /** Changes, cuts or doubles a few bytes, most often in the headers. */
    private static byte[] broken(byte[] message, Random random) {
        byte[] broken = message.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int within = random.nextBoolean() ? Math.min(24, broken.length) : broken.length;
            broken[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
    }

    @Test
    void aBrokenTextInsideEndsInNothingButARefusal() {
        byte[] inside = Sealing.compressed(CompressionAlgorithmTags.ZIP, canary());
        Random random = new Random(22);
        for (int i = 0; i < 1000; i++) {
            byte[] message = sealing().packets(broken(i % 2 == 0 ? canary() : inside, random));
            try (DecryptedText text = INCLUSIONS.decrypt(Sealing.armored(message))) {
                assertThat(text.toString()).doesNotContain(CANARY);
            } catch (CannotDecrypt refused) {
                tellsNothing(refused);
            }
        }
    }
}
