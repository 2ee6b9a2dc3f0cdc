// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.spi.mail.MailUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells what is what among paths: a file is one message or, if it begins as one and holds several or is called so, an mbox; a folder is a Maildir,
 * or whatever is in it and in its folders, in the order of the names. Hidden files and symbolic links in folders are passed over.
 *
 * @param base where names that are not absolute begin
 */
record Finder(Path base) {
    private static final List<String> MBOX = List.of(".mbox", ".mbx");
    private static final byte[] SEPARATOR = "From ".getBytes(StandardCharsets.US_ASCII);

    List<Source> find(List<String> names) {
        return names.stream().flatMap(this::find).toList();
    }

    private Stream<Source> find(String name) {
        Path path = base.resolve(name);
        return Files.isDirectory(path) ? folder(withoutSlash(name), path) : Stream.of(file(name, path));
    }

    private Stream<Source> folder(String name, Path folder) {
        try {
            return messages(name, folder);
        } catch (UncheckedIOException | MailUnavailable unreadable) {
            return Stream.of(new FileSource(name, folder));
        }
    }

    private Stream<Source> messages(String name, Path folder) {
        if (Maildirs.isMaildir(folder)) {
            Stream<Source> others = entries(folder)
                    .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(Maildirs::isMaildir)
                    .flatMap(entry -> folder(name + "/" + entry.getFileName(), entry));
            return Stream.concat(Maildirs.in(name, folder), others);
        }
        return entries(folder)
                .filter(entry -> !entry.getFileName().toString().startsWith("."))
                .flatMap(entry -> entry(name + "/" + entry.getFileName(), entry));
    }

    private Stream<Source> entry(String name, Path entry) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return folder(name, entry);
        }
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) ? Stream.of(file(name, entry)) : Stream.empty();
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(path -> path.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source file(String name, Path path) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".eml") && beginsLikeAnMbox(path)) {
            try {
                MboxSource mbox = MboxSource.of(name, path);
                if (mbox.size() > 1 || MBOX.stream().anyMatch(lower::endsWith)) {
                    return mbox;
                }
            } catch (MailUnavailable isNone) {
                return new FileSource(name, path);
            }
        }
        return new FileSource(name, path);
    }

    /** What is read cannot be read again from a pipe, so that is not looked into. */
    private static boolean beginsLikeAnMbox(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(SEPARATOR.length), SEPARATOR);
        } catch (IOException saidWhenItIsRead) {
            return false;
        }
    }

    private static String withoutSlash(String name) {
        String shorter = name;
        while (shorter.length() > 1 && shorter.endsWith("/")) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter;
    }
}
