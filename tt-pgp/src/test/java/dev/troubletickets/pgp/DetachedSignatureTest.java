// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures beside mails and below texts are told as those inside encrypted messages are. */
@Tag("F2")
class DetachedSignatureTest {
    private static final OpenPgp PGP = OpenPgp.create();
    private static final PgpKey JANE = TestKeys.STRANGER;
    private static final String JANES = PgpInclusions.with(JANE).publicKey();
    private static final byte[] PART = "Content-Type: text/plain\r\n\r\nReset my PIN.".getBytes(StandardCharsets.UTF_8);

    private static String over(String text) {
        return Signing.by(JANE).signature(text);
    }

    private static String overLines(String text) {
        return Signing.by(JANE).ofLines().signature(text);
    }

    @Test
    void aSignatureOverTheseBytesIsGood() {
        SignatureCheck check = PGP.verify(PART, over(new String(PART, StandardCharsets.UTF_8)), List.of(JANES));

        assertThat(check).isEqualTo(new SignatureCheck(State.GOOD, Optional.of(Signing.fingerprint(JANE))));
    }

    @Test
    void oneOverOtherBytesIsBad() {
        assertThat(PGP.verify(PART, over("Content-Type: text/plain\r\n\r\nReset Eve's PIN."), List.of(JANES))
                        .state())
                .isEqualTo(State.BAD);
        assertThat(PGP.verify(new byte[0], over("x"), List.of(JANES)).state()).isEqualTo(State.BAD);
    }

    @Test
    void oneOfAnUnknownKeyProvesNothing() {
        assertThat(PGP.verify(PART, over("x"), List.of()).state()).isEqualTo(State.UNKNOWN_KEY);
        assertThat(PGP.verify("x", overLines("x"), List.of("no key")).state()).isEqualTo(State.UNKNOWN_KEY);
    }

    @Test
    void whatIsNoSignatureIsBad() {
        for (String signature : List.of(
                "",
                "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----",
                "-----BEGIN PGP SIGNATURE-----\n\n////\n-----END PGP SIGNATURE-----",
                Sealing.to(TestKeys.CURVE_25519).text("x"))) {
            assertThat(PGP.verify(PART, signature, List.of(JANES)).state()).isEqualTo(State.BAD);
        }
        String weak =
                Signing.by(JANE).digest(HashAlgorithmTags.SHA1).signature(new String(PART, StandardCharsets.UTF_8));
        assertThat(PGP.verify(PART, weak, List.of(JANES)).state()).isEqualTo(State.BAD);
    }

    @Test
    void belowATextNeitherTheEndsOfLinesNorBlanksBeforeThemMatter() {
        String signature = overLines("one\r\ntwo");

        for (String text : List.of("one\ntwo", "one\r\ntwo", "one \t\ntwo  ", "one\rtwo")) {
            assertThat(PGP.verify(text, signature, List.of(JANES)).state()).isEqualTo(State.GOOD);
        }
        assertThat(PGP.verify("one\n", overLines("one\r\n"), List.of(JANES)).state())
                .isEqualTo(State.GOOD);
        assertThat(PGP.verify("one\n two", signature, List.of(JANES)).state()).isEqualTo(State.BAD);
        assertThat(PGP.verify("one\ntwo\n\nthree", signature, List.of(JANES)).state())
                .isEqualTo(State.BAD);
    }

    @Test
    void aTextOfAnOlderCharsetIsTheAuthorsToo() {
        String signature =
                Signing.by(JANE).ofLines().signature("Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PGP.verify("Gr\u00fc\u00dfe", signature, List.of(JANES)).state())
                .isEqualTo(State.GOOD);
    }
}
