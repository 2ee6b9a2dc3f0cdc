// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways between this library and GnuPG, with keys that either made. */
@Tag("F2")
@Tag("gnupg")
class GnuPgTest {
    private static final OpenPgp PGP = OpenPgp.create();
    private static final String PASSPHRASE = "correct horse";
    private static final String DESK = "support@harbour.example";
    private static final String JANE = "jane@example.com";
    private static final String TEXT = "The panel says:\npr\u00edstup odep\u0159en, code 42\n";

    private final Instant now = Instant.now(Clock.systemUTC()).minusSeconds(60);

    private GnuPg gpg;

    @BeforeEach
    void startGnuPg() throws IOException {
        gpg = GnuPg.start();
    }

    @AfterEach
    void stopGnuPg() throws IOException {
        gpg.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatGnuPgSignsAndEncryptsToOurKeyIsRead(KeyKind kind) throws IOException {
        PrivateKey ours = PGP.generate(kind, "Harbour <" + DESK + ">", Secret.of(PASSPHRASE), now);
        gpg.done(PGP.examine(ours).armored(), "--import");
        String janes = PGP.examine(gpg.generate(kind, JANE, PASSPHRASE)).armored();

        String message = gpg.done(
                TEXT,
                "--passphrase",
                PASSPHRASE,
                "--armor",
                "--recipient",
                DESK,
                "--local-user",
                JANE,
                "--sign",
                "--encrypt");
        Decrypted read = PGP.open(List.of(ours)).decrypt(message, List.of(janes));

        assertThat(read.text().<String>show(CharSequence::toString)).isEqualTo(TEXT);
        assertThat(read.signature().state()).isEqualTo(State.GOOD);
        assertThat(gpg.run(message, "--list-packets").out()).contains("mdc_method: 2");
    }

    @ParameterizedTest
    @EnumSource
    void whatGnuPgEncryptsToItsOwnKeyIsReadWithIt(KeyKind kind) throws IOException {
        PrivateKey janes = gpg.generate(kind, JANE, PASSPHRASE);

        String message = gpg.done(TEXT, "--armor", "--throw-keyids", "--recipient", JANE, "--encrypt");

        try (var text = PGP.open(List.of(janes)).decrypt(message)) {
            assertThat(text.<String>show(CharSequence::toString)).isEqualTo(TEXT);
        }
    }

    /** Of every length, for what the armor does at its end. */
    @ParameterizedTest
    @EnumSource
    void gnuPgReadsWhatWeSignAndEncryptToItsKey(KeyKind kind) throws IOException {
        PrivateKey ours = PGP.generate(kind, "Harbour <" + DESK + ">", Secret.of(PASSPHRASE), now);
        gpg.done(PGP.examine(ours).armored(), "--import");
        PublicKey janes = PGP.examine(gpg.generate(kind, JANE, PASSPHRASE));
        Instant later = Instant.now(Clock.systemUTC());

        for (String text : List.of(TEXT, "x", "xx", "xxx", "")) {
            String message = PGP.encrypt(text, List.of(janes.armored()), Optional.of(ours), later);
            GnuPg.Output read = gpg.run(message, "--passphrase", PASSPHRASE, "--decrypt");

            assertThat(read.out()).isEqualTo(text);
            assertThat(read.code()).as(read.status()).isZero();
            assertThat(read.says("GOODSIG")).isTrue();
            assertThat(read.says("GOODMDC")).isTrue();
            assertThat(read.says("NODATA")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void gnuPgTakesOurPrivateKeyAndReadsWithIt(KeyKind kind) throws IOException {
        PrivateKey ours = PGP.generate(kind, "Harbour <" + DESK + ">", Secret.of(PASSPHRASE), now);
        String message = PGP.encrypt(TEXT, List.of(PGP.examine(ours).armored()), Optional.of(ours), now);

        gpg.done(ours.armored().use(String::new), "--passphrase", PASSPHRASE, "--import");
        GnuPg.Output read = gpg.run(message, "--passphrase", PASSPHRASE, "--decrypt");

        assertThat(read.out()).isEqualTo(TEXT);
        assertThat(read.says("GOODSIG")).isTrue();
    }
}
