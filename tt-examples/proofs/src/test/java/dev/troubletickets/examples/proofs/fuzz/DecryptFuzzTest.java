// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.pgp.PgpInclusions;
import dev.troubletickets.pgp.PgpKey;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

/** OpenPGP messages of strangers, who may know the public key (F2). */
@Tag("F2")
class DecryptFuzzTest {
    private static final PgpInclusions INCLUSIONS =
            PgpInclusions.with(PgpKey.unlocked(key())).limitedTo(1 << 16);

    @FuzzTest(maxDuration = "10m")
    void whatIsReadWasProvenAndAllElseHasAReason(byte[] given) {
        try (DecryptedText text = INCLUSIONS.decrypt(given, List.of()).text()) {
            assertThat(text.<Integer>show(CharSequence::length)).isLessThanOrEqualTo(1 << 16);
        } catch (CannotDecrypt e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static String key() {
        try (InputStream key = DecryptFuzzTest.class.getResourceAsStream("key.asc")) {
            return new String(Objects.requireNonNull(key).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
