// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails that other projects collected, with what their authors say should come out; one line of {@code manifest.jsonl} each. */
record Corpus(Path folder, List<Sample> samples) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Skips the test, visibly, where {@code -Dtt.corpora} names no folder. */
    static Corpus assumed() throws IOException {
        String folder = System.getProperty("tt.corpora", "");
        assumeTrue(!folder.isEmpty(), "set -Dtt.corpora to the folder with collected mails");
        Path path = Path.of(folder);
        return new Corpus(
                path,
                Files.readAllLines(path.resolve("manifest.jsonl")).stream()
                        .map(line -> new Sample(path, JSON.readTree(line)))
                        .toList());
    }

    Stream<Sample> of(String capability) {
        return samples.stream().filter(sample -> sample.text("capability").equals(capability));
    }

    record Sample(Path folder, JsonNode json) {
        String text(String field) {
            return json.path(field).asString("");
        }

        JsonNode expected() {
            return json.path("expected");
        }

        /** The repository it comes from. */
        String source() {
            return text("source").substring(0, text("source").indexOf('@'));
        }

        /** A fixed half of the mails was not looked at while the rules were made. */
        boolean isHeldOut() {
            return Character.digit(text("sha256").charAt(5), 16) >= 8;
        }

        byte[] bytes() throws IOException {
            return Files.readAllBytes(folder.resolve(text("file")));
        }

        /** Empty where a limit is exceeded. */
        Optional<ParsedMail> parse() throws IOException {
            try {
                return Optional.of(new MimeFormat().parse(bytes(), MailLimits.defaults()));
            } catch (LimitExceeded tooMuch) {
                return Optional.empty();
            }
        }

        List<String> expected(String list) {
            return texts(expected().path(list));
        }
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
