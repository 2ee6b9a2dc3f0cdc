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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of its own, on this test's class path, spoken to by lines. */
final class ChildJvm implements AutoCloseable {
    private static final int LAST_WORDS = 4_000;
    /** Far more than the slowest machine needs, so that what hangs is told before the build is ended from outside. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    /** Empty at its end. */
    private final BlockingQueue<Optional<String>> said = new LinkedBlockingQueue<>();

    private final BufferedWriter in;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread listener = new Thread(this::listen, "listener");
        listener.setDaemon(true);
        listener.start();
    }

    static ChildJvm start(Class<?> main, Object... arguments) {
        return start(List.of("-cp", classPath()), main, arguments);
    }

    /** One of many: it takes its classes from an archive that the first made. */
    static ChildJvm startOneOfMany(Class<?> main, Object... arguments) {
        return start(ClassArchive.options(), main, arguments);
    }

    static ChildJvm start(List<String> options, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xlog:disable",
                "-Dorg.jboss.logging.provider=slf4j"));
        command.addAll(options);
        command.add(main.getName());
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
        Optional<String> line = next();
        return line.orElseThrow(() -> new AssertionError("the process has ended; its log: " + lastWords()));
    }

    /** Waits for the process to end by itself. */
    void awaitEnd() {
        while (next().isPresent()) {
            // what it says is not asked for
        }
    }

    private Optional<String> next() {
        try {
            Optional<String> line = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the process has said nothing for " + PATIENCE + "; its log: " + lastWords());
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(Optional.of(line));
            }
        } catch (IOException killed) {
            // that is its end, too
        }
        said.add(Optional.empty());
    }

    void say(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing more will be said to it. */
    void endInput() {
        try {
            in.close();
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

    private String lastWords() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - LAST_WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Surefire hands its class path over in a manifest; the children need the real one. */
    static String classPath() {
        String real = System.getProperty("surefire.test.class.path");
        return real != null ? real : System.getProperty("java.class.path").replace(":", File.pathSeparator);
    }
}
