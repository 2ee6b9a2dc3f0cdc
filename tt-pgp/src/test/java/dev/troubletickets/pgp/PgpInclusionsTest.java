// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F2")
class PgpInclusionsTest {
    private static final PgpInclusions INCLUSIONS = PgpInclusions.with(TestKeys.CURVE_25519);

    private static String read(PgpInclusions inclusions, String armored) {
        try (DecryptedText text = inclusions.decrypt(armored)) {
            return text.show(CharSequence::toString);
        }
    }

    private static String gnupg(String name) throws IOException {
        try (InputStream in = PgpInclusionsTest.class.getResourceAsStream("/gnupg/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void aFormerKeyStillOpensWhatWasWrittenForIt() {
        PgpInclusions renewed = PgpInclusions.with(TestKeys.CURVE_25519, TestKeys.STRANGER);

        assertThat(read(renewed, Sealing.to(TestKeys.STRANGER).text("old"))).isEqualTo("old");
        assertThat(read(renewed, Sealing.to(TestKeys.CURVE_25519).text("new"))).isEqualTo("new");
        assertThat(renewed.publicKey()).isEqualTo(INCLUSIONS.publicKey());
    }

    @Test
    void aHiddenRecipientIsFoundByTryingEveryKey() {
        PgpInclusions renewed = PgpInclusions.with(TestKeys.CURVE_25519, TestKeys.Rsa.RSA_3072, TestKeys.STRANGER);

        assertThat(read(renewed, Sealing.to(TestKeys.STRANGER).hidden().text("old")))
                .isEqualTo("old");
        assertThat(read(renewed, Sealing.to(TestKeys.Rsa.RSA_3072).hidden().text("older")))
                .isEqualTo("older");
    }

    @ParameterizedTest
    @ValueSource(ints = {CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.ZLIB, CompressionAlgorithmTags.BZIP2})
    void compressedTextIsUnpacked(int algorithm) {
        byte[] packets = Sealing.compressed(algorithm, Sealing.literal("packed".getBytes(StandardCharsets.UTF_8)));

        assertThat(read(
                        INCLUSIONS,
                        Sealing.armored(Sealing.to(TestKeys.CURVE_25519).packets(packets))))
                .isEqualTo("packed");
    }

    @Test
    void whatGnuPgWritesIsRead() throws IOException {
        PgpInclusions gnupg = PgpInclusions.with(PgpKey.of(gnupg("key.asc"), Secret.of("correct horse")));
        String expected = "The panel says:\npr\u00edstup odep\u0159en, code 42\n";

        assertThat(read(gnupg, gnupg("encrypted.asc"))).isEqualTo(expected);
        assertThat(read(gnupg, gnupg("signed-hidden-recipient.asc"))).isEqualTo(expected);
    }

    @Test
    void armorMayHaveHeadersAndAChecksum() {
        String armored = Sealing.to(TestKeys.CURVE_25519).text("plain");

        assertThat(read(INCLUSIONS, armored.replaceFirst("\n\n", "\nVersion: X\nComment: y\n\n")))
                .isEqualTo("plain");
        assertThat(read(INCLUSIONS, armored.replaceFirst("\n-----END", "\n=AAAA\n-----END")))
                .isEqualTo("plain");
    }

    @Test
    void linesOfTextEndWithLf() {
        assertThat(read(INCLUSIONS, Sealing.to(TestKeys.CURVE_25519).text("one\r\ntwo\rthree\n\r\n\r")))
                .isEqualTo("one\ntwo\rthree\n\n\r");
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        byte[] latin = "z\u00e4h".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(
                        INCLUSIONS,
                        Sealing.armored(Sealing.to(TestKeys.CURVE_25519).packets(Sealing.literal(latin)))))
                .isEqualTo("z\uFFFDh");
    }

    @Test
    void aWrongPassphraseIsRefusedAtOnce() {
        PgpKey locked = new PgpKey(TestKeys.CURVE_25519.armored(), Secret.of("guess"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PgpInclusions.with(locked))
                .withMessageContaining("passphrase");
    }

    @Test
    void whatIsNoPrivateKeyIsRefusedAtOnce() {
        for (String text : new String[] {"", "key", INCLUSIONS.publicKey()}) {
            assertThatIllegalArgumentException().isThrownBy(() -> PgpInclusions.with(PgpKey.unlocked(text)));
        }
    }

    @Test
    void aKeyThatCannotBeEncryptedToIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> PgpInclusions.with(TestKeys.SIGNING_ONLY));
    }

    @Test
    void aKeyDoesNotPrint() {
        assertThat(TestKeys.CURVE_25519.toString()).doesNotContain("PRIVATE").doesNotContain("horse");
    }
}
