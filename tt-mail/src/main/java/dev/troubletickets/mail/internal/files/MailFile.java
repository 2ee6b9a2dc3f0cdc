// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A file that is one mail. */
record MailFile(Path path, long bytes, Instant modified) {
    /** The regular files of a folder whose names are wanted, in no order; those that vanish meanwhile are left out. */
    static List<MailFile> in(Path folder, Predicate<String> wanted) {
        List<MailFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path path : files) {
                if (wanted.test(path.getFileName().toString())
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    BasicFileAttributes is =
                            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    found.add(
                            new MailFile(path, is.size(), is.lastModifiedTime().toInstant()));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException failure) {
            throw unreadable(folder, failure);
        }
        return found;
    }

    byte[] read(long limit) throws TooLarge {
        if (bytes > limit) {
            throw new TooLarge(limit);
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] raw = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
            if (raw.length > limit) {
                throw new TooLarge(limit);
            }
            return raw;
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    static MailUnavailable unreadable(Path path, Exception failure) {
        return new MailUnavailable(
                path + " cannot be read: " + failure.getClass().getSimpleName(), failure);
    }
}
