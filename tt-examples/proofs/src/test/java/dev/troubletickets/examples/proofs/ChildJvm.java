// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own, on this test's class path, spoken to by lines. */
final class ChildJvm implements AutoCloseable {
    private static final int LAST_WORDS = 4_000;

    private final Process process;
    private final Path log;
    private final BufferedReader out;
    private final BufferedWriter in;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    static ChildJvm start(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dorg.jboss.logging.provider=slf4j",
                "-cp",
                classPath(),
                main.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        try {
            Path log = Files.createTempFile(main.getSimpleName(), ".log");
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line the process says; fails if it ends instead. */
    String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("the process has ended; its log: " + lastWords());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no handler runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the process cannot be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastWords() throws IOException {
        String all = Files.readString(log);
        return all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    /** Surefire hands its class path over in a manifest; the children need the real one. */
    private static String classPath() {
        String real = System.getProperty("surefire.test.class.path");
        return real != null ? real : System.getProperty("java.class.path").replace(":", File.pathSeparator);
    }
}
