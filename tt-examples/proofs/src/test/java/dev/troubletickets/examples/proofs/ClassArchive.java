// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.examples.quickstart.PostOffice;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that a node loads, once parsed and verified for all nodes of this JVM's tests, as the JDK's class data sharing does it: a node
 * starts in half the time. Where that does not work, nodes start as they would without.
 */
final class ClassArchive {
    private static final List<String> OPTIONS = make();

    private ClassArchive() {}

    /** Class path and archive, for a child. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> make() {
        try {
            Path directory = Files.createTempDirectory("classes");
            deleteAtTheEnd(directory);
            String classPath = Stream.of(ChildJvm.classPath().split(File.pathSeparator))
                    .map(Path::of)
                    .map(entry -> Files.isDirectory(entry) ? jar(entry, directory) : entry)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            String archive = directory.resolve("classes.jsa").toString();
            work(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath), directory.resolve("desk"));
            return List.of("-XX:SharedArchiveFile=" + archive, "-cp", classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node that takes in some mails shows which classes that needs. */
    private static void work(List<String> options, Path desk) {
        PostOffice server = Questions.postOffice();
        server.start();
        try (ChildJvm node = ChildJvm.start(
                options,
                FleetNode.class,
                desk,
                server.getPop3().getPort(),
                server.getSmtp().getPort())) {
            Questions.deliver(server.setUser(IntakeNode.USER, IntakeNode.USER, IntakeNode.PASSWORD), 1, 5);
            node.say("0");
            node.endInput();
            node.awaitEnd();
        } finally {
            server.stop();
        }
    }

    /** There is no archive of what lies in directories. Flyway looks for the directories of a jar, too. */
    private static Path jar(Path classes, Path directory) {
        try {
            Path jar = Files.createTempFile(directory, "classes", ".jar");
            try (PrintStream out = new PrintStream(OutputStream.nullOutputStream())) {
                int status = ToolProvider.findFirst("jar")
                        .orElseThrow(() -> new IllegalStateException("tests need a JDK"))
                        .run(out, System.err, "cf0", jar.toString(), "-C", classes.toString(), ".");
                if (status != 0) {
                    throw new IllegalStateException("no jar can be made of " + classes);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAtTheEnd(Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                System.err.println("left behind: " + directory);
            }
        }));
    }
}
