// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines behind {@code >} (D10). */
class QuoteMarksTest {
    @Test
    @Tag("D10")
    void answersBetweenQuotesStay() {
        String text = "> Did you restart?\nYes.\n> And then?\n\nNothing.\n\n> Which version?\n>\n> Bye\n\n2.4\n";
        assertThat(Trimmed.visible(text)).isEqualTo("Yes.\n\nNothing.\n\n\n2.4");
    }

    @Test
    @Tag("D10")
    void anAnswerBelowTheQuoteStays() {
        assertThat(Trimmed.visible("On 3 May 2026, Support wrote:\n> Did you restart?\n\nYes.\n"))
                .isEqualTo("Yes.");
    }

    @Test
    @Tag("D10")
    void theTailOfALineThatWasWrappedBelongsToTheQuote() {
        String text = "Yes.\n\n"
                + "> Did you restart the service on both of the machines, and was there really\n"
                + "anything in the log?\n"
                + "> Bye\n";
        assertThat(Trimmed.visible(text)).isEqualTo("Yes.");
        assertThat(Trimmed.visible(text.replace("really\nanything", "really\nNothing")))
                .contains("Nothing");
        assertThat(Trimmed.visible(text.replace("really\nanything", "anything.\nOf course")))
                .contains("Of course");
        assertThat(Trimmed.visible("> Try the other one\nthat works\n> And send us the log\nit is below\n"))
                .isEqualTo("that works\nit is below");
        assertThat(Trimmed.visible("Yes.\n> See\nhttps://host.example/help\n> there\n"))
                .isEqualTo("Yes.");
        assertThat(Trimmed.visible("Yes.\n> " + " ".repeat(70) + "\nindeed\n> Bye\n"))
                .as("below a marked line of spaces")
                .isEqualTo("Yes.\nindeed");
    }

    @Test
    @Tag("D10")
    void aTextThatIsAllQuoteIsShown() {
        String text = "On 3 May 2026, Support wrote:\n> Did you restart?\n";
        assertThat(Trimmed.of(text).visible()).isEqualTo(text);
        assertThat(Trimmed.of(text).hidesAnything()).isFalse();
    }

    @Test
    @Tag("D10")
    void oneMarkedLineAloneMayBeAnything() {
        Trimmed.isAllShown("Look here:\n>>> https://host.example <<<\nThat is all.\n");
        Trimmed.isAllShown("It takes\n> 5 minutes each time.\n");
        assertThat(Trimmed.visible("Support wrote:\n> Which version?\n\n2.4\n")).isEqualTo("2.4");
    }

    @Test
    @Tag("D10")
    void whatMailboxesDoToFromAndWhatIsWrittenAsCodeIsNoQuote() {
        Trimmed.isAllShown("Hello,\n\n>From tomorrow on it fails.\n>From then on I shall be away.\n");
        Trimmed.isAllShown("Hello,\n\n```\n> select 1;\nOn 3 May 2026 10:15, a@b.example wrote:\n-- \n```\n\nBye\n");
        assertThat(Trimmed.visible("Hello\n```\n> no code, as nothing closes it\n> bye\n"))
                .isEqualTo("Hello\n```");
    }
}
