// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** OpenPGP messages of strangers, who may know the public key (F2). */
@Tag("F2")
class DecryptFuzzTest {
    private static final int CHANGES = 32;

    @FuzzTest(maxDuration = "10m")
    void whatIsReadWasProvenAndAllElseHasAReason(byte[] given) {
        Optional<String> read = read(given);
        read.ifPresent(text -> assertThat(text.length()).isLessThanOrEqualTo(FuzzedKey.LARGEST));
        read.ifPresent(text -> assertProven(given, text));
    }

    /** Where integrity is proven, no change makes another text of it; without, most in the data would. */
    private static void assertProven(byte[] message, String text) {
        for (int i = 1; i <= CHANGES; i++) {
            byte[] changed = message.clone();
            changed[message.length - 1 - (int) ((long) (message.length - 1) * (i - 1) / CHANGES)] ^= 1;
            assertThat(read(changed).orElse(text)).isEqualTo(text);
        }
    }

    private static Optional<String> read(byte[] message) {
        try (DecryptedText text =
                FuzzedKey.INCLUSIONS.decrypt(message, List.of()).text()) {
            return Optional.of(text.show(CharSequence::toString));
        } catch (CannotDecrypt e) {
            assertThat(e.reason()).isNotNull();
            return Optional.empty();
        }
    }
}
