// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage.Rule;
import dev.troubletickets.passage.Passages;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was sent before is known again, whatever a mail program made of it (D10). */
class OwnWordsTest {
    private static final String SENT = "Hello Jane,\n\n"
            + "the mailbox was full, so we have made it larger for you. Please try again and tell us\n"
            + "whether the mails come in now.\n\n"
            + "Which program do you use to read them, and since when?\n\n"
            + "Your support\n";

    private static Passages read(String text) {
        return Trimmer.passages(text, List.of("Something else that was sent to Jane some time before.", SENT));
    }

    @Test
    @Tag("D10")
    void itIsHiddenWithoutAnyMark() {
        Passages passages = read("It works, thank you!\n\n" + SENT);
        assertThat(passages.visible()).isEqualTo("It works, thank you!");
        assertThat(passages.all()).anyMatch(passage -> passage.rule() == Rule.OWN_WORDS);
    }

    @Test
    @Tag("D10")
    void itIsKnownWhenWrappedOtherwise() {
        String wrapped = SENT.replace("\n", " ").replaceAll("(.{30}\\S*) ", "$1\n");
        assertThat(read("It works!\n\nSupport, yesterday:\n" + wrapped).visible())
                .doesNotContain("larger", "mails come in");
    }

    @Test
    @Tag("D10")
    void theLineAboveItNeedsToBeOfNoKnownLanguage() {
        String text = "It works!\n\nXyz 03.03.2026 10:15 Support <support@host.example> abc:\n\n" + SENT;
        assertThat(read(text).visible()).isEqualTo("It works!");
    }

    @Test
    @Tag("D10")
    void answersInItStayThoughNothingMarksThem() {
        String answered = SENT.replace("come in now.\n", "come in now.\nThey do, since this morning.\n")
                .replace("since when?\n", "since when?\n\nThunderbird, for years.\n");
        Passages passages =
                read("See below.\n\nOn 3 May 2026 at 10:15, Support <support@host.example> wrote:\n\n" + answered);
        assertThat(passages.visible())
                .contains("See below.", "They do, since this morning.")
                .doesNotContain("larger");
        assertThat(read("On 3 May 2026 at 10:15, Support <support@host.example> wrote:\n\n" + answered)
                        .visible())
                .contains("They do", "Thunderbird, for years.")
                .doesNotContain("larger", "Which program");
    }

    @Test
    @Tag("D10")
    void aSentenceThatIsRepeatedStays() {
        assertThat(read("Please try again and tell us:\nthe mailbox was full, I made it larger.\n\n" + SENT)
                        .visible())
                .isEqualTo("Please try again and tell us:\nthe mailbox was full, I made it larger.");
        String text = "You asked:\nWhich program do you use to read them, and since when?\nThunderbird.\n";
        assertThat(read(text).hidesAnything()).isFalse();
        assertThat(read("They say the mailbox was full, so we have made it larger for you. Please try again. I did.")
                        .hidesAnything())
                .isFalse();
    }

    @Test
    @Tag("D10")
    void onlyTheLastAnswersAreCompared() {
        List<String> many = List.of(SENT, "1", "2", "3", "4", "5");
        assertThat(Trimmer.passages("It works!\n\n" + SENT, many).hidesAnything())
                .isFalse();
    }
}
