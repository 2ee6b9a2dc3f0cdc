// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.mail.Corpus.Sample;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Attachments of collected mails against what the authors' own tests say of them; {@code docs/mail-figures.md}. */
@Tag("D10")
class AttachmentFiguresTest {
    private int said;
    private int right;
    private final List<String> wrong = new ArrayList<>();

    private void count(Sample sample, String assertion, boolean holds) {
        said++;
        right += holds ? 1 : 0;
        if (!holds) {
            wrong.add(sample.text("id") + ": " + assertion);
        }
    }

    /** Of names, contents and numbers of attachments; what is said of anything else is not counted. */
    private void assertions(Sample sample) throws IOException {
        List<Part> files = sample.parse().map(ParsedMail::attachments).orElse(List.of());
        List<JsonNode> all = new ArrayList<>();
        sample.expected().path("assertions").forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            String about = about(all.get(i));
            String value = all.get(i).path(2).asString("");
            if (about.equals("name") && !isInvented(value)) {
                boolean two = i + 1 < all.size()
                        && about(all.get(i + 1)).equals("name")
                        && !last(all.get(i)).equals(last(all.get(i + 1)));
                String other = two ? all.get(++i).path(2).asString("") : value;
                count(
                        sample,
                        "name " + value,
                        any(files, file -> List.of(value, other).contains(file.name())));
            } else if (about.equals("number")) {
                count(sample, "number " + value, files.size() == Integer.parseInt(value));
            } else if (about.equals("content")) {
                String start = lines(value.getBytes(ISO_8859_1));
                count(sample, "content", any(files, file -> text(file).startsWith(start)));
            }
        }
    }

    /** Name, number, content, or nothing that is counted. */
    private static String about(JsonNode assertion) {
        String expression = assertion.path(0).asString("").replace("->", ".").replace("()", "");
        if (!expression.contains("ttachment")) {
            return "";
        }
        boolean number =
                assertion.path(1).asString("").equals("Count") || expression.matches(".*s[.](length|size|count)");
        String last = last(assertion);
        return number ? "number" : last.endsWith("name") ? "name" : last.equals("content") ? last : "";
    }

    /** What is asked of an attachment: {@code name}, {@code filename} … */
    private static String last(JsonNode assertion) {
        String expression = assertion.path(0).asString("").replace("->", ".").replace("()", "");
        return expression.substring(expression.lastIndexOf('.') + 1);
    }

    /** The authors' library makes up eight hexadecimal digits where a file has no name. */
    private static boolean isInvented(String name) {
        return name.matches("[0-9a-f]{8}");
    }

    private static boolean any(List<Part> files, Predicate<Part> which) {
        return files.stream().anyMatch(which);
    }

    private static String text(Part file) {
        return lines(file.content());
    }

    private static String lines(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replace("\r\n", "\n").strip();
    }

    /** The names of the files, and their bytes but for line ends, which the collection has changed in texts. */
    private void winmail(Sample sample) throws IOException {
        String mail = WinmailBuilder.mail(sample.bytes());
        List<Part> files = new ArrayList<>();
        try {
            files.addAll(new MimeFormat()
                    .parse(mail.getBytes(ISO_8859_1), MailLimits.defaults())
                    .attachments());
        } catch (LimitExceeded tooMuch) {
            return;
        }
        for (String path : sample.expected("extracted_files")) {
            Path file = sample.folder().resolve("mail/mimekit/tnef").resolve(path);
            String name = String.valueOf(file.getFileName()).replaceFirst("[.][12]$", "");
            if (!name.startsWith("message.")) {
                count(sample, "name " + name, any(files, part -> part.name().equals(name)));
            }
            if (!name.startsWith("message.") && Files.exists(file)) {
                String expected = lines(Files.readAllBytes(file));
                count(
                        sample,
                        "content of " + name,
                        any(files, part -> text(part).equals(expected)));
            }
        }
    }

    @Test
    void attachmentsAreWhatTheAuthorsSay() throws IOException {
        Map<String, AttachmentFiguresTest> counts = new TreeMap<>();
        Corpus corpus = Corpus.assumed();
        for (Sample sample : corpus.of("mime-parse").toList()) {
            for (String row : List.of(sample.source(), "all")) {
                counts.computeIfAbsent(row, any -> new AttachmentFiguresTest()).assertions(sample);
            }
        }
        for (Sample sample : corpus.of("tnef").toList()) {
            for (String row : List.of("winmail.dat of " + sample.source(), "all")) {
                counts.computeIfAbsent(row, any -> new AttachmentFiguresTest()).winmail(sample);
            }
        }
        Figures figures = Figures.ofMails(
                "attachments",
                "Attachments (D10)",
                "What the authors' tests say of the number, names and contents of attachments. Where a part has two names, either"
                        + " is right. Of what is not so: two names are cleaned of their paths otherwise, one assertion is about another"
                        + " mail, and one file has lost a header of Outlook's that its authors keep.",
                "source",
                "right",
                "not so");
        counts.forEach((row, of) -> {
            if (of.said > 0) {
                figures.row(row, Figures.share(of.right, of.said), String.join("; ", of.wrong));
            }
        });
        figures.publish();
        AttachmentFiguresTest all = counts.get("all");
        assertThat(all.right * 100.0 / all.said).isGreaterThanOrEqualTo(95);
    }
}
