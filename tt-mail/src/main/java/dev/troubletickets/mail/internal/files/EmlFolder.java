// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.Mailbox;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder of files that are one mail each; they are known by their names. */
public record EmlFolder(String name, Path folder) implements Mailbox {
    @Override
    public Session open() {
        List<MailFile> found =
                MailFile.in(folder, file -> file.toLowerCase(Locale.ROOT).endsWith(".eml"));
        Map<String, MailFile> files = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparing(MailFile::modified)
                        .thenComparing(file -> file.path().getFileName().toString()))
                .forEach(file -> files.put(file.path().getFileName().toString(), file));
        return new FileSession(folder, files, file -> {
            throw FileSession.onlyRead(folder);
        });
    }
}
