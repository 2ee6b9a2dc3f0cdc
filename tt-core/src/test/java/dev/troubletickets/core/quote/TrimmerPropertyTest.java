// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passages;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text (D10). */
class TrimmerPropertyTest {
    private static final List<String> PIECES = List.of(
            "",
            "",
            "Hello,",
            "it works now, thank you.",
            "Why?",
            "> quoted",
            "> " + " ".repeat(70),
            ">> quoted before",
            "On 3 May 2026 at 10:15, Support <support@host.example> wrote:",
            "<support@host.example> wrote:",
            "From: Support <support@host.example>",
            "Sent: 3 May 2026 10:15",
            "To: jane@jane.example",
            "Subject: Mail bounces",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "________________",
            "-- ",
            "--",
            "Jane Doe",
            "+1 555 010 0199",
            "Kind regards,",
            "Sent from my iPhone",
            "```",
            "please restart the service on both machines and tell us what the log says",
            "\u200e  \u00a0",
            "\ud83c\udf89 :",
            ":");

    @Provide
    Arbitrary<String> mails() {
        return Arbitraries.of(PIECES).list().ofMaxSize(24).map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("> -_:@<\n\r\t a1.\u00e9\u5199\u3000*|")
                .ofMaxLength(120);
    }

    @Property(tries = 2000)
    void thePassagesAreTheText(@ForAll("mails") String mail) {
        isTheText(Trimmer.passages(mail, List.of()));
        isTheText(Trimmer.passages(
                mail, List.of("Hello,\nplease restart the service on both machines and tell us what the log says")));
    }

    @Property(tries = 2000)
    void thePassagesOfAnythingAreTheText(@ForAll("anything") String text) {
        isTheText(Trimmer.passages(text, List.of(text)));
        isTheText(Trimmer.passages(text, List.of()));
    }

    private static void isTheText(Passages passages) {
        assertThat(passages.all().stream().map(passages::of).collect(Collectors.joining()))
                .isEqualTo(passages.text());
        assertThat(passages.all()).noneMatch(passage -> passage.start() == passage.end());
        String visible = passages.visible();
        assertThat(visible.isBlank()).isEqualTo(passages.text().isBlank());
        assertThat(passages.hidesAnything()).isEqualTo(!visible.equals(passages.text()));
        if (passages.hidesAnything()) {
            assertThat(visible.strip()).isEqualTo(shown(passages).strip());
        }
    }

    private static String shown(Passages passages) {
        return passages.all().stream()
                .filter(Passage::isShown)
                .map(passages::of)
                .collect(Collectors.joining());
    }

    /** The lines of the pieces that an author types are never hidden as what they are not. */
    @Property(tries = 1000)
    void whatStandsAboveAllMarksIsShown(@ForAll("mails") String mail) {
        String words = "This sentence stands above everything, and it is its author's.";
        assertThat(Trimmer.passages(words + "\n\n" + mail, List.of()).visible()).startsWith(words);
    }

    /** What is left is a text without history: looking again finds none. */
    @Property(tries = 1000)
    void anotherLookAtAReplyFindsNothing(@ForAll("replies") String mail) {
        String visible = Trimmer.passages(mail, List.of()).visible();
        assertThat(Trimmer.passages(visible, List.of()).visible()).isEqualTo(visible);
    }

    @Provide
    Arbitrary<String> replies() {
        Arbitrary<String> words = Arbitraries.of("It works.", "Why?\n\nTell me.", "Thanks,\nJane", "1. one\n2. two");
        Arbitrary<String> ends =
                Arbitraries.of("", "-- \nJane Doe", "Sent from my iPhone", "--\nJane\n+1 555 010 0199");
        Arbitrary<String> quotes = Arbitraries.of(
                "",
                "On 3 May 2026 at 10:15, Support <support@host.example> wrote:\n> Try.\n> Bye",
                "On 3 May 2026 at 10:15, Support <support@host.example> wrote:\n\nTry.",
                "-----Original Message-----\nFrom: Support\n\nTry.",
                "From: Support <support@host.example>\nSent: 3 May 2026\nTo: Jane\nSubject: Hi\n\nTry.");
        return net.jqwik.api.Combinators.combine(words, ends, quotes)
                .as((w, e, q) -> w + "\n\n" + e + "\n\n" + q + "\n");
    }
}
