// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.Sealing;
import dev.troubletickets.spi.encryption.Sealing.CannotUnseal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 23: secrets at rest are sealed, and open for their purpose alone. */
@Tag("F2")
class SealingTest {
    private static final Secret KEY = Secret.of("k".repeat(32));
    private static final byte[] SECRET = "canary-4711".getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing = AesGcmSealing.with(KEY);

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(sealing.open(sealing.seal(SECRET, "a"), "a")).isEqualTo(SECRET);
        assertThat(sealing.open(sealing.seal(new byte[0], "a"), "a")).isEmpty();
    }

    @Test
    void equalSecretsAreSealedDifferently() {
        assertThat(sealing.seal(SECRET, "a")).isNotEqualTo(sealing.seal(SECRET, "a"));
        assertThat(new String(sealing.seal(SECRET, "a"), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
    }

    @Test
    void nothingOpensForAnotherPurposeOrWithAnotherKey() {
        byte[] sealed = sealing.seal(SECRET, "a");

        assertClosed(sealing, sealed, "b");
        assertClosed(AesGcmSealing.with(Secret.of("x".repeat(32))), sealed, "a");
    }

    @Test
    void whatWasChangedOrCutStaysClosed() {
        byte[] sealed = sealing.seal(SECRET, "a");
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertClosed(sealing, changed, "a");
            assertClosed(sealing, Arrays.copyOf(sealed, at), "a");
        }
    }

    @Test
    void aFormerKeyStillOpens() {
        byte[] sealed = sealing.seal(SECRET, "a");

        assertThat(AesGcmSealing.with(Secret.of("n".repeat(32)), KEY).open(sealed, "a"))
                .isEqualTo(SECRET);
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcmSealing.with(Secret.of("short")));
        assertThatIllegalArgumentException().isThrownBy(() -> AesGcmSealing.with(KEY, Secret.of("short")));
    }

    private static void assertClosed(Sealing sealing, byte[] sealed, String purpose) {
        assertThatExceptionOfType(CannotUnseal.class).isThrownBy(() -> sealing.open(sealed, purpose));
    }
}
