// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files tell who signed them, as texts do, and are given out whole or not at all. */
@Tag("F2")
@Tag("F3")
class EncryptedFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final OpenPgp PGP = OpenPgp.create();
    private static final byte[] CONTENT = {0, 13, 10, -1, 10, 42};

    private final PrivateKey desk = PGP.generate(KeyKind.CURVE_25519, "desk", Secret.of(""), NOW);
    private final PrivateKey jane = PGP.generate(KeyKind.CURVE_25519, "jane", Secret.of("p"), NOW);

    private byte[] encrypted(Optional<PrivateKey> author) {
        return PGP.encrypt(CONTENT, List.of(PGP.examine(desk).armored()), author, NOW)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private DecryptedFile read(byte[] file, List<String> signers) {
        return PGP.open(List.of(desk)).decryptFile(file, 100, signers);
    }

    @Test
    void aFileIsReadAsItWasAndTellsWhoSignedIt() {
        String janes = PGP.examine(jane).armored();

        DecryptedFile signed = read(encrypted(Optional.of(jane)), List.of(janes));
        byte[] bytes = new byte[CONTENT.length];
        signed.content().use(lent -> lent.get(bytes));

        assertThat(bytes).isEqualTo(CONTENT);
        assertThat(signed.signature().state()).isEqualTo(State.GOOD);
        assertThat(signed.signature().key()).contains(PGP.examine(jane).fingerprint());
        assertThat(read(encrypted(Optional.of(desk)), List.of(janes))
                        .signature()
                        .state())
                .isEqualTo(State.UNKNOWN_KEY);
        assertThat(read(encrypted(Optional.empty()), List.of(janes)).signature().state())
                .isEqualTo(State.NONE);
    }

    @Test
    void whatWasChangedOnItsWayIsNeverGivenOut() {
        byte[] packets =
                Armor.decode(new String(encrypted(Optional.empty()), StandardCharsets.US_ASCII), Armor.MESSAGE);
        for (int fromEnd = 1; fromEnd <= 20; fromEnd++) {
            byte[] changed = packets.clone();
            changed[changed.length - fromEnd] ^= 1;
            assertThatExceptionOfType(CannotDecrypt.class)
                    .isThrownBy(() -> read(changed, List.of()))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.INTEGRITY));
        }
    }
}
