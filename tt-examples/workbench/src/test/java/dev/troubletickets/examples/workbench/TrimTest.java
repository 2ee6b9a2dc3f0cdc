// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new in a text. */
@Tag("D10")
class TrimTest {
    private static final String QUOTE = "\n\nOn Tue, 6 Jan 2026 at 10:12, Tom <tom@tom.example> wrote:\n> Well?\n";

    @TempDir
    Path base;

    @Test
    void plainTextsMailsAndPagesAreTrimmed() {
        Run run = Run.of(Run.RESOURCES, "trim", "replies/plain.txt", "replies/mail.eml", "replies/page.html");

        assertThat(run.out()).isEqualTo("""
                {"file":"replies/plain.txt","visible":"Thank you, that was it."}
                {"file":"replies/mail.eml","visible":"It works again."}
                {"file":"replies/page.html","visible":"Yes, please."}
                """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aTextIsReadInTheCharsetItSeemsToBeIn() throws IOException {
        Files.write(
                base.resolve("utf-8"),
                ("\ufeffGrüße\r\nAnna" + QUOTE).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.write(base.resolve("windows"), ("Grüße\r\nAnna" + QUOTE).getBytes(Charset.forName("windows-1252")));

        assertThat(Run.of(base, "trim", "utf-8", "windows").all("visible"))
                .containsExactly("Grüße\nAnna", "Grüße\nAnna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message-ID: <1@tom.example>\n\nYes.",
                "From tom@tom.example Tue Jan  6 08:00:00 2026\nReceived: here\n by there\n\nYes.",
                "From: tom@tom.example\nSubject: So\nDate: Tue, 6 Jan 2026 10:00:00 +0000\n\nYes.",
                "From: tom@tom.example\nSubject: So\n\nYes."
            })
    void whatBeginsWithTheFieldsOfAMailIsOne(String mail) throws IOException {
        Run.write(base.resolve("mail"), mail + QUOTE);

        assertThat(Run.of(base, "trim", "mail").all("visible")).containsExactly("Yes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question: which one?\n\nYes.",
                "Yes.\nMessage-ID: <1@tom.example>",
                " folded: no\n\nYes.",
                "http://tom.example/ is down\n\nYes."
            })
    void whatDoesNotIsAPlainText(String text) throws IOException {
        Run.write(base.resolve("text"), text + QUOTE);

        assertThat(Run.of(base, "trim", "text").all("visible")).containsExactly(text);
    }

    @Test
    void anEmptyFileHasNothingToShowAndAMissingOneIsAnError() throws IOException {
        Run.write(base.resolve("empty.txt"), "");

        Run run = Run.of(base, "trim", "empty.txt", "nowhere.txt");

        assertThat(run.all("visible")).containsExactly("", "null");
        assertThat(run.code()).isOne();
    }
}
