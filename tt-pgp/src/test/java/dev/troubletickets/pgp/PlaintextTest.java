// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 21: every array that decrypted bytes were in is wiped. */
@Tag("F2")
class PlaintextTest {
    private final List<byte[]> rooms = new ArrayList<>();

    /** So many letters, from which is told where they were written. */
    private InputStream letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'x');
        return new ByteArrayInputStream(letters) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                if (rooms.stream().noneMatch(room -> room == into)) {
                    rooms.add(into);
                }
                return super.read(into, offset, length);
            }
        };
    }

    @Test
    void closedItIsWiped() throws IOException {
        Plaintext text = Plaintext.read(letters(1000), 2000, 1000);
        InputStream kept = text.stream();
        assertThat(rooms).singleElement().satisfies(room -> assertThat(room).contains('x'));

        text.close();

        assertThat(kept.readAllBytes()).hasSize(1000).containsOnly(0);
        assertThat(rooms).allSatisfy(room -> assertThat(room).containsOnly(0));
        assertThat(text.length()).isZero();
    }

    @Test
    void whatItGrewOutOfIsWipedAtOnce() throws IOException {
        try (Plaintext text = Plaintext.read(letters(50_000), 100_000, 10)) {
            assertThat(text.length()).isEqualTo(50_000);
            assertThat(rooms).hasSizeGreaterThan(5);
            assertThat(rooms.subList(0, rooms.size() - 1))
                    .allSatisfy(room -> assertThat(room).containsOnly(0));
        }
    }

    @Test
    void beyondTheLimitNothingIsKept() {
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> Plaintext.read(letters(50_000), 20_000, 100_000));

        assertThat(rooms).isNotEmpty().allSatisfy(room -> assertThat(room).containsOnly(0));
    }
}
