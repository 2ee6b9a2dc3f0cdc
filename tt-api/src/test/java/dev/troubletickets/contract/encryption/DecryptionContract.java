// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A decryption passes this with messages made for its own key and for another's. */
@Tag("F2")
public interface DecryptionContract {
    String TEXT = "the password is \u00e4\u4e2d\uD83D\uDE00 correct horse";

    Decryption testee();

    /** An armored message of the text for the public key of the testee, with integrity protection. */
    String encrypted(String text);

    /** An armored message of the text for somebody else's key. */
    String encryptedForAnother(String text);

    private String read(String armored) {
        try (DecryptedText text = testee().decrypt(armored)) {
            return text.show(CharSequence::toString);
        }
    }

    private void assertRefused(String armored, Reason reason) {
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> read(armored))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    default void readsWhatWasEncryptedToItsPublicKey() {
        assertThat(read(encrypted(TEXT))).isEqualTo(TEXT);
    }

    @Test
    default void readsEmptyTextAndManyLines() {
        assertThat(read(encrypted(""))).isEmpty();
        assertThat(read(encrypted("one\ntwo\n\n"))).isEqualTo("one\ntwo\n\n");
    }

    @Test
    default void readsABlockWithOtherLineEndsAndBlanksAroundIt() {
        String armored = encrypted(TEXT);

        assertThat(read("\n  \n" + armored + "\n\n")).isEqualTo(TEXT);
        assertThat(read(armored.replace("\r\n", "\n").replace("\n", "\r\n"))).isEqualTo(TEXT);
    }

    @Test
    default void refusesAMessageForAnother() {
        assertRefused(encryptedForAnother(TEXT), Reason.NO_KEY);
    }

    @Test
    default void refusesWhatIsNoMessage() {
        for (String text : List.of(
                "",
                "Good morning",
                "-----BEGIN PGP MESSAGE-----",
                "-----BEGIN PGP MESSAGE-----\n\n-----END PGP MESSAGE-----",
                "-----BEGIN PGP MESSAGE-----\n\n////\n-----END PGP MESSAGE-----",
                "-----BEGIN PGP MESSAGE-----\n\n!!!!\n-----END PGP MESSAGE-----",
                testee().publicKey())) {
            assertRefused(text, Reason.MALFORMED);
        }
    }

    @Test
    default void refusesAMessageCutShort() {
        String armored = encrypted(TEXT);
        for (int length = 0; length < armored.indexOf("-----END"); length += 17) {
            assertRefused(armored.substring(0, length), Reason.MALFORMED);
        }
    }

    @Test
    default void showsTheTextAsItWasOrNotAtAll() {
        String armored = encrypted(TEXT);
        int body = armored.indexOf("\n\n") < 0 ? armored.indexOf("\r\n\r\n") + 4 : armored.indexOf("\n\n") + 2;
        for (int at = body; at < armored.indexOf("-----END"); at += 3) {
            StringBuilder changed = new StringBuilder(armored);
            changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
            try {
                assertThat(read(changed.toString())).as("changed at %s", at).isEqualTo(TEXT);
            } catch (CannotDecrypt refused) {
                assertThat(refused).hasMessageNotContaining("password");
            }
        }
    }

    @Test
    default void theResultDoesNotPrint() {
        try (DecryptedText text = testee().decrypt(encrypted(TEXT))) {
            assertThat(text.toString()).doesNotContain("password");
        }
    }

    private byte[] file(String armored, int largest) {
        try (DecryptedBytes content = testee().decryptFile(
                        armored.getBytes(StandardCharsets.US_ASCII), largest, List.of())
                .content()) {
            return content.open().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void readsAFileUpToTheLimitAndNoByteMore() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(file(encrypted(TEXT), bytes.length)).isEqualTo(bytes);
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> file(encrypted(TEXT), bytes.length - 1))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    default void refusesAFileForAnotherAndOneThatIsNone() {
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> file(encryptedForAnother(TEXT), 1000))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.NO_KEY));
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> file("Good morning", 1000))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.MALFORMED));
    }

    @Test
    default void thePublicKeyIsArmoredAndHoldsNothingPrivate() {
        assertThat(testee().publicKey())
                .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
                .contains("-----END PGP PUBLIC KEY BLOCK-----")
                .doesNotContain("PRIVATE");
    }

    @Test
    default void manyThreadsReadAtOnce() {
        List<String> messages =
                IntStream.range(0, 4).mapToObj(i -> encrypted("number " + i)).toList();

        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> assertThat(read(messages.get(i % 4))).isEqualTo("number " + i % 4));
    }
}
