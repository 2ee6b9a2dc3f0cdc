// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Maildir (cr.yp.to/proto/maildir.html). Mails are known by their names without the flags, which begin with the second of the delivery.
 *
 * @param moving true for {@code new} alone, from where what is deleted moves to {@code cur}
 */
public record Maildir(String name, Path folder, boolean moving) implements Mailbox {
    private static final int LONGEST_SECOND = 12;

    @Override
    public Session open() {
        Path fresh = folder.resolve("new");
        Path seen = folder.resolve("cur");
        if (!Files.isDirectory(fresh, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(seen, LinkOption.NOFOLLOW_LINKS)) {
            throw new MailUnavailable(folder + " is no Maildir: it has no new and cur", null);
        }
        List<MailFile> found = new ArrayList<>(MailFile.in(fresh, Maildir::isMail));
        if (!moving) {
            found.addAll(MailFile.in(seen, Maildir::isMail));
        }
        Map<String, MailFile> files = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingLong((MailFile file) -> second(uid(file)))
                        .thenComparing(Maildir::uid))
                .forEach(file -> files.put(uid(file), file));
        return new FileSession(folder, files, file -> remove(file, seen));
    }

    private void remove(MailFile file, Path seen) {
        if (!moving) {
            throw FileSession.onlyRead(folder);
        }
        try {
            Files.move(file.path(), seen.resolve(uid(file) + ":2,S"));
        } catch (NoSuchFileException isGone) {
            return;
        } catch (IOException failure) {
            throw new MailUnavailable(
                    file.path() + " cannot be moved: " + failure.getClass().getSimpleName(), failure);
        }
    }

    private static boolean isMail(String file) {
        return !file.startsWith(".");
    }

    private static String uid(MailFile file) {
        String name = file.path().getFileName().toString();
        int flags = name.indexOf(":2,");
        return flags < 0 ? name : name.substring(0, flags);
    }

    /** 0 where a name begins otherwise. */
    private static long second(String uid) {
        int end = 0;
        while (end < uid.length() && end < LONGEST_SECOND && uid.charAt(end) >= '0' && uid.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(uid.substring(0, end));
    }
}
