// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails that other projects collected, where {@code -Dtt.corpora=} names a folder with them; skipped elsewhere. */
class CorporaTest {
    private static final String FOLDER = System.getProperty("tt.corpora", "");

    @BeforeEach
    void needsCorpora() {
        assumeTrue(!FOLDER.isEmpty(), "set -Dtt.corpora to the folder with collected mails");
    }

    private static List<Path> mails(String part) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(FOLDER).resolve(part))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !part.isEmpty() || file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    /** Empty where a limit is exceeded: two of the mails were made to do that. */
    private static Optional<ParsedMail> parse(Path file) throws IOException {
        try {
            return Optional.of(new MimeFormat().parse(Files.readAllBytes(file), MailLimits.defaults()));
        } catch (LimitExceeded tooMuch) {
            return Optional.empty();
        }
    }

    @Test
    @Tag("D10")
    void everyMailIsRead() throws IOException {
        Set<Path> all = new TreeSet<>(mails(""));
        all.addAll(mails("mail"));
        all.addAll(mails("bounce"));
        List<Path> refused = new ArrayList<>();
        List<Path> silent = new ArrayList<>();
        for (Path file : all) {
            Optional<ParsedMail> mail = parse(file);
            if (mail.isEmpty()) {
                refused.add(file.getFileName());
            } else if (file.toString().endsWith(".eml")
                    && mail.get().text().isBlank()
                    && mail.get().attachments().isEmpty()) {
                silent.add(file.getFileName());
            }
        }
        assertThat(all).hasSizeGreaterThan(400);
        assertThat(refused).as("beyond a limit").hasSizeLessThanOrEqualTo(2);
        assertThat(silent)
                .as("mails of which nothing was read: those that have no body")
                .hasSizeLessThanOrEqualTo(6);
    }
}
