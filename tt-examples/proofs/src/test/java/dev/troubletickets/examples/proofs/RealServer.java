// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the mail servers of the operating system have in common: a folder, a certificate for localhost, ports of their own. */
final class RealServer {
    /** Who owns the mails; no such user needs to be there. */
    static final int MAIL_USER = 5000;

    private static final int PATIENCE = 60_000;

    private RealServer() {}

    /** Every user may look into it, as the servers' processes run as users of their own. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("tt-real-mail");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes {@code key.pem} and {@code cert.pem}. */
    static void makeCertificate(Path folder) {
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-days",
                "2",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString()));
    }

    static KeyStore trust(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
            return trusted;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A program that is not installed is a failure: who asks for these tests installs it. */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE, TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new IllegalStateException(command + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " has failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param log what a server says that does not listen in time; it need not be there */
    static void awaitPort(int port, Path log) {
        try {
            await("port " + port, () -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return socket.isConnected();
                } catch (IOException notYet) {
                    return false;
                }
            });
        } catch (IllegalStateException inVain) {
            throw new IllegalStateException(inVain.getMessage() + ": " + text(log), inVain);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    static void await(String what, java.util.function.BooleanSupplier condition) {
        for (int waited = 0; waited < PATIENCE; waited += 50) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
        throw new IllegalStateException("waited in vain for " + what);
    }
}
