// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passage.Rule;
import dev.troubletickets.passage.Passages;
import dev.troubletickets.quotes.QuotedHistory;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply, and what the project it comes from says of it.
 *
 * @param later whether it was looked at only when the rules stood
 * @param expected what of it is visible there; empty where the project says nothing of all of it
 * @param visible what of it is visible here, in the sense of that project
 * @param authors lines that are surely their author's, of what {@code expected} says nothing
 */
record QuotedSample(
        String id, Source source, boolean later, Optional<String> expected, String visible, List<String> authors) {
    /** The projects disagree on what else but quotes is to be left out. */
    enum Source {
        /** Signatures are left out as we leave them out. What it shows of quotes between answers it marks as quoted. */
        GITHUB("github/email_reply_parser", shownByDefault()),
        /** Greetings at the end are left out, too; and it says what the first part is, where it does not say what all of it is. */
        CRISP("crisp-oss/email-reply-parser", shownByDefault().and(passage -> passage.rule() != Rule.SIGN_OFF)),
        /** Quotes alone are left out: signatures are another of its functions. */
        TALON("mailgun/talon", shownByDefault().or(passage -> passage.kind() != Kind.QUOTED));

        private final String shown;
        private final Predicate<Passage> shows;

        Source(String shown, Predicate<Passage> shows) {
            this.shown = shown;
            this.shows = shows;
        }

        String shown() {
            return shown;
        }

        private static Predicate<Passage> shownByDefault() {
            return Passage::isShown;
        }
    }

    static List<QuotedSample> read(Path corpora) throws IOException {
        List<QuotedSample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(corpora.resolve("manifest.jsonl"))) {
            JsonNode row = JsonMapper.shared().readTree(line);
            if (row.path("capability").asString("").equals("reply-trim")) {
                samples.add(of(
                        row,
                        text(
                                row,
                                Files.readAllBytes(
                                        corpora.resolve(row.path("file").asString())))));
            }
        }
        return samples;
    }

    private static String text(JsonNode row, byte[] bytes) throws IOException {
        String input = row.path("input").asString();
        if (input.equals("text")) {
            return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        if (input.equals("html")) {
            mail.writeBytes("Content-Type: text/html; charset=utf-8\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        mail.writeBytes(bytes);
        try {
            return new MimeFormat()
                    .parse(mail.toByteArray(), MailLimits.defaults())
                    .text();
        } catch (LimitExceeded e) {
            throw new IOException(e);
        }
    }

    private static QuotedSample of(JsonNode row, String text) {
        JsonNode said = row.path("expected");
        Source source = source(row.path("source").asString());
        Passages passages = QuotedHistory.in(text);
        boolean first = !said.has("visible_text") && said.has("first_fragment");
        Optional<String> expected = List.of("visible_text", "first_fragment", "visible_text_normalised").stream()
                .filter(said::has)
                .findFirst()
                .map(name -> said.path(name).asString());
        String visible = first ? firstShown(passages, source.shows) : shown(passages, source.shows);
        return new QuotedSample(
                row.path("id").asString(), source, isLater(row), expected, visible, authors(said, text));
    }

    private static Source source(String name) {
        for (Source source : Source.values()) {
            if (name.startsWith(source.shown)) {
                return source;
            }
        }
        throw new IllegalArgumentException("an unknown source: " + name);
    }

    /** By the last bit of its digest. */
    private static boolean isLater(JsonNode row) {
        String digest = row.path("sha256").asString();
        return Character.digit(digest.charAt(digest.length() - 1), 16) % 2 == 1;
    }

    private static String firstShown(Passages passages, Predicate<Passage> shows) {
        StringBuilder first = new StringBuilder();
        for (Passage passage : passages.all()) {
            if (shows.test(passage)) {
                first.append(passages.of(passage));
            } else if (!first.toString().isBlank()) {
                break;
            }
        }
        return first.toString().isBlank() ? passages.text() : first.toString();
    }

    private static String shown(Passages passages, Predicate<Passage> shows) {
        String shown = passages.all().stream().filter(shows).map(passages::of).collect(Collectors.joining());
        return shown.isBlank() ? passages.text() : shown;
    }

    /** Where only the signature is written down, all else. */
    private static List<String> authors(JsonNode said, String text) {
        if (!said.has("signature")) {
            return List.of();
        }
        String signature = folded(said.path("signature").asString("").replace("#sig#", ""));
        return text.lines()
                .map(QuotedSample::folded)
                .filter(line -> !line.isEmpty() && !line.contains("#sig#") && !signature.contains(line))
                .toList();
    }

    boolean isExact() {
        return expected.map(QuotedSample::folded)
                .filter(folded(visible)::equals)
                .isPresent();
    }

    List<String> lostLines() {
        String shown = folded(visible);
        List<String> lines = new ArrayList<>(authors);
        expected.ifPresent(said -> said.lines().map(QuotedSample::folded).forEach(lines::add));
        lines.removeIf(shown::contains);
        return lines;
    }

    /** White space folded. */
    private static String folded(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
