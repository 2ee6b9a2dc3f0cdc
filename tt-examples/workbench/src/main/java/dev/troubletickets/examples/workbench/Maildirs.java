// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.mail.MailFiles;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders whose messages are files in {@code new} and {@code cur}. */
final class Maildirs {
    private Maildirs() {}

    static boolean isMaildir(Path folder) {
        return Files.isDirectory(folder.resolve("new")) && Files.isDirectory(folder.resolve("cur"));
    }

    /**
     * Its messages, the oldest first.
     *
     * @param name of the folder, as it is to begin the names of the files
     */
    static Stream<Source> in(String name, Path folder) {
        Map<String, String> files = new HashMap<>();
        List.of("cur", "new").forEach(part -> files.putAll(byUid(folder, part)));
        try (Mailbox.Session session = MailFiles.maildir("maildir", folder).open()) {
            return session.list().stream()
                    .map(Entry::uid)
                    .map(uid -> files.getOrDefault(uid, uid))
                    .map(file -> new FileSource(name + "/" + file, folder.resolve(file)));
        }
    }

    /** What stands behind {@code :2,} are flags. */
    private static Map<String, String> byUid(Path folder, String part) {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> all = Files.list(folder.resolve(part))) {
            all.map(path -> path.getFileName().toString())
                    .forEach(file -> files.put(file.split(":2,", 2)[0], part + "/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
