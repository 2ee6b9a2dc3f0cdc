// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** The shortest program that reads one message with Bouncy Castle. */
final class BareDecryption {
    private static final int MOST_WARM_UP = 15;

    private BareDecryption() {}

    /**
     * @param perSecond how often ours reads
     * @param ratio ours to this one, the median of the rounds
     */
    record Race(double perSecond, double ratio) {}

    static String read(String armored, PGPKeyPair key) {
        try {
            InputStream in =
                    new ArmoredInputStream(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII)));
            PGPEncryptedDataList list = (PGPEncryptedDataList) new BcPGPObjectFactory(in).nextObject();
            PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) list.get(0);
            InputStream clear = data.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
            PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
            byte[] text = literal.getInputStream().readAllBytes();
            assertThat(data.verify()).isTrue();
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    static Race race(PgpKey key, int size, int rounds) {
        String message = Sealing.to(key).text("x".repeat(size));
        PgpInclusions ours = PgpInclusions.with(key);
        PGPKeyPair pair = KeyRing.unlock(key)
                .matching(TestKeys.encryptionKey(key).getKeyIdentifier())
                .get(0)
                .pair();
        int times = times(message, pair);
        double[] ratios = new double[rounds];
        double[] speeds = new double[rounds];
        for (int round = -Math.min(rounds, MOST_WARM_UP); round < rounds; round++) {
            boolean first = round % 2 == 0;
            long before = first ? alone(message, pair, times) : 0;
            long mine = ours(message, ours, times);
            long bare = first ? before : alone(message, pair, times);
            if (round >= 0) {
                ratios[round] = (double) bare / mine;
                speeds[round] = times * 1e9 / mine;
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(speeds);
        return new Race(speeds[rounds / 2], ratios[rounds / 2]);
    }

    /** As many as take a fraction of a second. */
    private static int times(String message, PGPKeyPair key) {
        alone(message, key, 3);
        return (int) Math.max(2, 100_000_000L / Math.max(1, alone(message, key, 3) / 3));
    }

    private static long alone(String message, PGPKeyPair key, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            assertThat(read(message, key)).startsWith("x");
        }
        return System.nanoTime() - start;
    }

    private static long ours(String message, PgpInclusions inclusions, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try (var text = inclusions.decrypt(message)) {
                assertThat(text.<String>show(CharSequence::toString)).startsWith("x");
            }
        }
        return System.nanoTime() - start;
    }
}
