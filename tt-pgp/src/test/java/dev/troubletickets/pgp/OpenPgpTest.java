// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that are made and taken here, and what is encrypted to others. */
@Tag("F2")
class OpenPgpTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Secret PASSPHRASE = Secret.of("correct horse \u00e4");
    private static final OpenPgp PGP = OpenPgp.create();

    private static String read(Decryption decryption, String armored) {
        try (var text = decryption.decrypt(armored)) {
            return text.show(CharSequence::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsMadeReadsWhatIsEncryptedToIt(KeyKind kind) {
        PrivateKey made = PGP.generate(kind, "Harbour <support@harbour.example>", PASSPHRASE, NOW);
        PublicKey facts = PGP.examine(made);

        assertThat(facts.userId()).isEqualTo("Harbour <support@harbour.example>");
        assertThat(facts.algorithm()).isEqualTo(kind == KeyKind.RSA_3072 ? "RSA 3072" : "Ed25519");
        assertThat(facts.createdAt()).isEqualTo(NOW);
        assertThat(facts.expiresAt()).isEmpty();
        assertThat(facts.fingerprint()).matches("[0-9A-F]{40}");
        assertThat(PGP.examine(facts.armored(), NOW)).isEqualTo(facts);
        String message = PGP.encrypt("pr\u00edstup\n42", List.of(facts.armored()), Optional.of(made), NOW);
        Decrypted read = PGP.open(List.of(made)).decrypt(message, List.of(facts.armored()));
        assertThat(read.text().<String>show(CharSequence::toString)).isEqualTo("pr\u00edstup\n42");
        assertThat(read.signature().state()).isEqualTo(State.GOOD);
    }

    @Test
    void oneMessageIsForSeveralAndEachReadsIt() {
        PrivateKey jane = PGP.generate(KeyKind.CURVE_25519, "jane", PASSPHRASE, NOW);
        PrivateKey mary = PGP.generate(KeyKind.CURVE_25519, "mary", PASSPHRASE, NOW);
        String v6 = PgpInclusions.with(TestKeys.Modern.VERSION_6).publicKey();

        String message = PGP.encrypt(
                "Hello", List.of(PGP.examine(jane).armored(), PGP.examine(mary).armored()), Optional.empty(), NOW);
        assertThat(read(PGP.open(List.of(jane)), message)).isEqualTo("Hello");
        assertThat(read(PGP.open(List.of(mary)), message)).isEqualTo("Hello");
        Instant later = soon();
        assertThat(read(
                        PgpInclusions.with(TestKeys.Modern.VERSION_6),
                        PGP.encrypt("Hello", List.of(v6), Optional.empty(), later)))
                .isEqualTo("Hello");
    }

    @Test
    void aKeyOfNoUseIsRefusedWithItsReason() {
        String eternal = PGP.examine(PGP.generate(KeyKind.CURVE_25519, "jane", PASSPHRASE, NOW))
                .armored();
        String aged = AgedKeys.expiringAfter(Duration.ofDays(1), NOW);

        assertThat(PGP.examine(eternal, NOW.plus(Duration.ofDays(10_000)))).isNotNull();
        assertThat(PGP.examine(aged, NOW).expiresAt()).contains(NOW.plus(Duration.ofDays(1)));
        assertRefused(Reason.EXPIRED, () -> PGP.examine(aged, NOW.plus(Duration.ofDays(2))));
        assertRefused(
                Reason.EXPIRED, () -> PGP.encrypt("x", List.of(aged), Optional.empty(), NOW.plus(Duration.ofDays(2))));
        assertRefused(Reason.REVOKED, () -> PGP.examine(AgedKeys.revoked(NOW), NOW.plusSeconds(5)));
        assertRefused(Reason.CANNOT_ENCRYPT, () -> PGP.examine(publicKey(TestKeys.SIGNING_ONLY), soon()));
        assertRefused(Reason.MALFORMED, () -> PGP.examine("no key", NOW));
        assertRefused(Reason.MALFORMED, () -> PGP.examine(eternal.replace("PUBLIC KEY BLOCK", "MESSAGE"), NOW));
        assertRefused(Reason.PRIVATE, () -> PGP.examine(armored(TestKeys.STRANGER), NOW));
    }

    @Test
    void aPrivateKeyIsUnlockedBeforeItIsTaken() {
        PgpKey key = TestKeys.STRANGER;

        assertRefused(Reason.WRONG_PASSPHRASE, () -> PGP.examine(new PrivateKey(key.armored(), Secret.of("guess"))));
        assertRefused(
                Reason.CANNOT_ENCRYPT,
                () -> PGP.examine(new PrivateKey(TestKeys.SIGNING_ONLY.armored(), TestKeys.SIGNING_ONLY.passphrase())));
        assertRefused(Reason.MALFORMED, () -> PGP.examine(new PrivateKey(Secret.of("?"), Secret.of(""))));
        assertThat(PGP.examine(new PrivateKey(key.armored(), key.passphrase())).armored())
                .isEqualTo(PgpInclusions.with(key).publicKey());
    }

    private static Instant soon() {
        return Instant.now(Clock.systemUTC()).plusSeconds(60);
    }

    private static String armored(PgpKey key) {
        return key.armored().use(String::new);
    }

    private static String publicKey(PgpKey key) {
        return Certificates.facts(KeyRing.key(key).toCertificate()).armored();
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
