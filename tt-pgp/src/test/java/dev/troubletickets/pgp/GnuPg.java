// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program of GnuPG 2.2 or newer, with a home of its own; where there is none, its tests fail. */
final class GnuPg implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Path home;

    private GnuPg(Path home) {
        this.home = home;
    }

    /** Sockets have short names: not every folder of a build will do. */
    static GnuPg start() throws IOException {
        return new GnuPg(Files.createTempDirectory(
                "gpg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    /** What a run printed; {@code status} is for programs. */
    record Output(int code, String out, String status) {
        boolean says(String line) {
            return status.contains("[GNUPG:] " + line);
        }
    }

    Output run(String input, String... arguments) throws IOException {
        Path status = home.resolve("status");
        Path out = home.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--yes",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--trust-model",
                "always",
                "--status-file",
                status.toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(home.resolve("in"), input);
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("gpg ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Output(process.exitValue(), Files.readString(out), Files.readString(status));
    }

    /** A run that has to succeed. */
    String done(String input, String... arguments) throws IOException {
        Output output = run(input, arguments);
        assertThat(output.code())
                .as("%s%n%s", output.status(), Files.readString(home.resolve("err"), StandardCharsets.UTF_8))
                .isZero();
        return output.out();
    }

    /** Such as {@code 2.2.40}. */
    String version() throws IOException {
        String first = done("", "--version").lines().findFirst().orElseThrow();
        return first.substring(first.lastIndexOf(' ') + 1);
    }

    /** Makes a key to sign with, and one below to encrypt to. */
    PrivateKey generate(KeyKind kind, String owner, String passphrase) throws IOException {
        String[] algorithms =
                kind == KeyKind.RSA_3072 ? new String[] {"rsa3072", "rsa3072"} : new String[] {"ed25519", "cv25519"};
        done("", "--passphrase", passphrase, "--quick-generate-key", owner, algorithms[0], "sign", "never");
        String fingerprint = done("", "--with-colons", "--list-keys", owner)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
        done("", "--passphrase", passphrase, "--quick-add-key", fingerprint, algorithms[1], "encr", "never");
        String armored = done("", "--passphrase", passphrase, "--armor", "--export-secret-keys", owner);
        return new PrivateKey(Secret.of(armored), Secret.of(passphrase));
    }

    /** Stops its agent, and takes the home away. */
    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(GnuPg::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
