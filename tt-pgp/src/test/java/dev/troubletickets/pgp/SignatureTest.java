// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures inside encrypted messages are told, and hide nothing. */
@Tag("F2")
class SignatureTest {
    private static final PgpInclusions INCLUSIONS = PgpInclusions.with(TestKeys.CURVE_25519);
    private static final PgpKey JANE = TestKeys.STRANGER;
    private static final String JANES = PgpInclusions.with(JANE).publicKey();
    private static final String TEXT = "one\ntwo";

    static List<PgpKey> authors() {
        return List.of(JANE, TestKeys.Rsa.RSA_3072, TestKeys.Modern.VERSION_6);
    }

    private static SignatureCheck check(byte[] packets, String... signers) {
        byte[] message = Sealing.to(TestKeys.CURVE_25519).packets(packets);
        try (var text = decrypted(message, signers).text()) {
            assertThat(text.<String>show(CharSequence::toString)).isEqualTo(TEXT);
        }
        return decrypted(message, signers).signature();
    }

    private static Decrypted decrypted(byte[] message, String... signers) {
        return INCLUSIONS.decrypt(Sealing.armored(message), List.of(signers));
    }

    @ParameterizedTest
    @MethodSource("authors")
    void aSignatureOfTheCustomersKeyIsGood(PgpKey author) {
        String key = PgpInclusions.with(author).publicKey();

        SignatureCheck check = check(Signing.by(author).text(TEXT), JANES, key);

        assertThat(check).isEqualTo(new SignatureCheck(State.GOOD, Optional.of(Signing.fingerprint(author))));
    }

    @Test
    void aSignatureOverLinesOfTextIsGoodWhateverEndsThem() {
        assertThat(check(Signing.by(JANE).ofLines().text("one\r\ntwo"), JANES).state())
                .isEqualTo(State.GOOD);
    }

    @Test
    void aSignatureOverSomethingElseIsBad() {
        assertThat(check(Signing.by(JANE).over("other").text(TEXT), JANES))
                .isEqualTo(new SignatureCheck(State.BAD, Optional.of(Signing.fingerprint(JANE))));
    }

    @Test
    void oneOfAnUnknownKeyProvesNothing() {
        SignatureCheck check = check(Signing.by(JANE).text(TEXT), INCLUSIONS.publicKey(), "no key");

        assertThat(check.state()).isEqualTo(State.UNKNOWN_KEY);
        assertThat(check.key()).hasValueSatisfying(key -> assertThat(key).matches("[0-9A-F]{16}"));
    }

    @Test
    void withoutASignatureThereIsNone() {
        assertThat(check(Sealing.literal(TEXT.getBytes(StandardCharsets.UTF_8)), JANES))
                .isEqualTo(SignatureCheck.none());
    }

    @Test
    void oneThatIsAnnouncedAndDoesNotComeIsBad() {
        assertThat(check(Signing.by(JANE).announcedAlone(TEXT), JANES).state()).isEqualTo(State.BAD);
    }

    @Test
    void oneByAKeyThatHadExpiredByThenIsBad() {
        PgpKey old = AgedKeys.signer(Instant.parse("2020-01-01T00:00:00Z"), Duration.ofDays(1));
        String key = PgpInclusions.with(old).publicKey();

        assertThat(check(Signing.by(old).text(TEXT), key).state()).isEqualTo(State.BAD);
    }

    @Test
    void aWeakDigestIsBad() {
        assertThat(check(Signing.by(JANE).digest(HashAlgorithmTags.SHA1).text(TEXT), JANES)
                        .state())
                .isEqualTo(State.BAD);
    }
}
