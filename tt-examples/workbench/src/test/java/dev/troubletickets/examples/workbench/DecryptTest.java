// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is encrypted in files. */
@Tag("F2")
class DecryptTest {
    private static final String PIN = "1234\n";

    @TempDir
    Path base;

    private static Run decrypt(String... arguments) {
        return Run.of(
                Run.RESOURCES,
                Stream.concat(
                                Stream.of("decrypt", "--key", "pgp/key.asc", "--passphrase", "harbour"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static JsonNode inclusion(Run run, int file, int number) {
        return run.lines().get(file).path("inclusions").get(number);
    }

    @Test
    void blocksAreReadInTheirOrderAndTheirSignaturesTold() {
        Run run = decrypt("--json", "--show", "--signer", "pgp/jane.asc", "pgp/log-in.txt");

        assertThat(run.lines()).hasSize(1);
        assertThat(run.lines().get(0).path("inclusions")).hasSize(2);
        JsonNode first = inclusion(run, 0, 0);
        assertThat(first.path("status").asString()).isEqualTo("readable");
        assertThat(first.path("integrity").asString()).isEqualTo("proven");
        assertThat(first.path("signature").asString()).isEqualTo("good");
        assertThat(first.path("plaintext").asString()).isEqualTo(PIN);
        assertThat(first.path("plaintextSha256").asString())
                .isEqualTo("a883dafc480d466ee04e0d6da986bd78eb1fdd2178d04693723da3a8f95d42f4");
        assertThat(inclusion(run, 0, 1).path("signature").asString()).isEqualTo("none");
        assertThat(run.code()).isZero();
    }

    /** Others read them by name, whether a block could be read or not. */
    @Test
    void theFieldsAreTheseAndNoOthers() throws IOException {
        Run.write(
                base.resolve("broken.txt"),
                "-----BEGIN PGP MESSAGE-----\n\nhQEMA0FB\n=abcd\n-----END PGP MESSAGE-----\n");
        String[] files = {
            "pgp/log-in.txt", base.resolve("broken.txt").toAbsolutePath().toString()
        };
        for (boolean show : new boolean[] {false, true}) {
            Run run = decrypt("--json", show ? "--show" : "--signer=pgp/jane.asc", files[0], files[1]);

            assertThat(run.lines()).hasSize(2).allSatisfy(line -> {
                assertThat(line.propertyNames()).containsExactly("file", "inclusions");
                assertThat(line.path("inclusions"))
                        .isNotEmpty()
                        .allSatisfy(inclusion ->
                                assertThat(inclusion.propertyNames()).containsExactlyElementsOf(fields(show)));
            });
        }
    }

    private static List<String> fields(boolean show) {
        List<String> always = List.of("status", "integrity", "signature", "plaintextSha256");
        return show ? Stream.concat(always.stream(), Stream.of("plaintext")).toList() : always;
    }

    @Test
    void plainTextIsWrittenOnRequestAlone() {
        for (String option : new String[] {"--json", "--signer=pgp/jane.asc"}) {
            Run run = decrypt(option, "pgp/log-in.txt", "pgp/mime.eml");

            assertThat(run.out() + run.err()).doesNotContain("1234").contains("a883dafc480d466e");
            assertThat(run.out()).doesNotContain("\"plaintext\"");
        }
    }

    @Test
    void mailsOfPgpMimeAndMessagesInNoArmorAreRead() {
        Run run = decrypt("--json", "--show", "pgp/mime.eml", "pgp/binary.gpg");

        assertThat(inclusion(run, 0, 0).path("plaintext").asString()).isEqualTo(PIN);
        assertThat(inclusion(run, 1, 0).path("plaintext").asString()).isEqualTo(PIN);
        assertThat(run.code()).isZero();
    }

    @Test
    void aChangedBlockIsNotShownAndAnotherThatFollowsIs() throws IOException {
        String text = Files.readString(Run.RESOURCES.resolve("pgp/log-in.txt"));
        int at = text.indexOf("-----END") - 20;
        Run.write(
                base.resolve("changed.txt"),
                text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));

        Run run = decrypt(
                "--json", "--show", base.resolve("changed.txt").toAbsolutePath().toString());

        assertThat(inclusion(run, 0, 0).path("status").asString()).isEqualTo("integrity");
        assertThat(inclusion(run, 0, 0).path("integrity").asString()).isEqualTo("failed");
        assertThat(inclusion(run, 0, 0).path("plaintext").isNull()).isTrue();
        assertThat(inclusion(run, 0, 1).path("status").asString()).isEqualTo("readable");
        assertThat(run.code()).isOne();
    }

    @Test
    void aTextWithoutBlocksHasNone() throws IOException {
        Run.write(base.resolve("plain.txt"), "Hello");

        assertThat(decrypt("--json", base.resolve("plain.txt").toAbsolutePath().toString())
                        .lines()
                        .get(0)
                        .path("inclusions"))
                .isEmpty();
    }

    @Test
    void aKeyOfNoUseIsAnError() {
        Run wrong = Run.of(Run.RESOURCES, "decrypt", "--key", "pgp/key.asc", "--passphrase", "guess", "pgp/log-in.txt");

        assertThat(wrong.code()).isOne();
        assertThat(wrong.err()).contains("passphrase");
        assertThat(decrypt("nowhere.txt").code()).isOne();
        assertThat(Run.of(Run.RESOURCES, "decrypt", "pgp/log-in.txt").code()).isEqualTo(2);
    }
}
