// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "On … wrote:" (D10). */
class AttributionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 10:15 AM Support <support@host.example> wrote:",
                "On 3 Mar 2026, at 10:15, Support <support@host.example> wrote:",
                "Am 03.03.2026 um 10:15 schrieb Support:",
                "Am Di., 3. März 2026 um 10:15 Uhr schrieb Support <support@host.example>:",
                "Le mar. 3 mars 2026 à 10:15, Support <support@host.example> a écrit :",
                "Le 3 mars 2026 à 10:15, Support\n<support@host.example> a\nécrit :",
                "El mar, 3 mar 2026 a las 10:15, Support (<support@host.example>) escribió:",
                "Il giorno mar 3 mar 2026 alle ore 10:15 Support <support@host.example> ha scritto:",
                "Em ter., 3 de mar. de 2026 às 10:15, Support <support@host.example> escreveu:",
                "Op di 3 mrt 2026 om 10:15 schreef Support <support@host.example>:",
                "Op 3 mrt. 2026, om 10:15 heeft Support <support@host.example> het volgende geschreven:",
                "Den tis 3 mars 2026 kl 10:15 skrev Support <support@host.example>:",
                "tir. 3. mar. 2026 kl. 10:15 skrev Support <support@host.example>:",
                "ti 3. maalisk. 2026 klo 10.15 Support (support@host.example) kirjoitti:",
                "wt., 3 mar 2026 o 10:15 Support <support@host.example> napisał(a):",
                "út 3. 3. 2026 v 10:15 odesílatel Support <support@host.example> napsal:",
                "ut 3. 3. 2026 o 10:15 Support <support@host.example> napísal(a):",
                "Support <support@host.example> ezt írta (időpont: 2026. márc. 3., K, 10:15):",
                "Pe mar., 3 mar. 2026 la 10:15, Support <support@host.example> a scris:",
                "вт, 3 мар. 2026 г. в 10:15, Support <support@host.example>:",
                "3 марта 2026 г. 10:15 пользователь Support <support@host.example> написал:",
                "вт, 3 бер. 2026 р. о 10:15 Support <support@host.example> пише:",
                "На вт, 3.03.2026 г. в 10:15 Support <support@host.example> написа:",
                "Στις Τρί 3 Μαρ 2026 στις 10:15 π.μ., ο χρήστης Support <support@host.example> έγραψε:",
                "3 Mar 2026 Sal, 10:15 tarihinde Support <support@host.example> şunu yazdı:",
                "\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:15 מאת \u202aSupport\u202c <\u202asupport@host.example\u202c>:",
                "في الثلاثاء، 3 مارس 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Support <support@host.example>:",
                "2026年3月3日(火) 10:15 Support <support@host.example>:",
                "Support <support@host.example> 于2026年3月3日周二 10:15写道：",
                "2026년 3월 3일 (화) 오전 10:15, Support <support@host.example>님이 작성:",
                "Vào Th 3, 3 thg 3, 2026 vào lúc 10:15 Support <support@host.example> đã viết:",
                "Pada tanggal Sel, 3 Mar 2026 pukul 10.15 Support <support@host.example> menulis:",
                "เมื่อ อ. 3 มี.ค. 2026 เวลา 10:15 Support <support@host.example> เขียนว่า:",
                "2026-03-03 10:15 GMT+01:00 Support <support@host.example>:"
            })
    @Tag("D10")
    void itsLineIsHiddenWithTheLinesItStandsAbove(String line) {
        String marked = "It works now.\n\n" + line + "\n\n> Please try again.\n> Support\n\nThank you!\n";
        String bare = "It works now.\n\n" + line + "\n\nPlease try again.\n\nSupport\n";
        assertThat(Trimmed.visible(marked)).isEqualTo("It works now.\n\n\nThank you!");
        assertThat(Trimmed.visible(bare)).isEqualTo("It works now.");
        assertThat(Trimmed.rules(bare)).containsOnly(Rule.ATTRIBUTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday I wrote:\nYour site is down.",
                "On our 2 servers mail to joe@x.example fails with:\n550 no such user",
                "My colleague joe@x.example wrote:\n\nCan you see to it?",
                "On the phone John said:\nsend us a mail.",
                "This is what the log of 3 March 2026 10:15 says:\n550 denied",
                "The following domains expire on 2026-03-03:\na.example\nb.example",
                "Am Montag schrieb mein Kollege:\nalles ist weg.",
                "He wrote",
                "On 3 March 2026 at 10:15 the server said:\n\n550 no such user\nand then nothing",
                "On 3 March 2026 at 10:15 mail to joe@x.example said:\n550 no such user",
                "On Tue, 3 March 2026 at 10:15 I wrote:\nyour server is down.",
                "I wrote you on 3 March 2026 at 10:15 already.\nStill nothing.",
                ":"
            })
    @Tag("D10")
    void sentencesThatLookLikeItStay(String text) {
        Trimmed.isAllShown("Hello,\n\n" + text + "\n\nBye\n");
    }

    @Test
    @Tag("D10")
    void wordsAboveMarkedLinesThatOnlyEndLikeItStay() {
        assertThat(Trimmed.visible("I have two questions about this:\n> Please try again.\n> Bye\nHow? When?"))
                .isEqualTo("I have two questions about this:\nHow? When?");
        assertThat(Trimmed.visible("I fixed it on 3 May 2026.\nSupport wrote:\n> Try again."))
                .isEqualTo("I fixed it on 3 May 2026.");
        assertThat(Trimmed.visible("Down since 3 May 2026.\nSupport wrote:\n> Try again.\n> Bye"))
                .isEqualTo("Down since 3 May 2026.");
        assertThat(Trimmed.visible("Down since 3 May 2026\n\nSupport wrote:\n> Try again.\n> Bye"))
                .isEqualTo("Down since 3 May 2026");
        assertThat(Trimmed.visible("Not yet.\n\nSupport said:\n> Try again.\n> Bye"))
                .isEqualTo("Not yet.");
    }

    @Test
    @Tag("D10")
    void wordsThatLostTheirLineBreakStay() {
        assertThat(Trimmed.visible(
                        "It works. On Tue, 3 Mar 2026 at 10:15, Support <support@host.example> wrote:\n> Try.\n"))
                .isEqualTo("It works.");
        assertThat(Trimmed.visible("It works----- Am 03.03.2026 um 10:15 schrieb Support:\n> Try.\n> Bye\n"))
                .isEqualTo("It works");
        assertThat(Trimmed.visible("It fails. On 3 May 2026 at 10:15 it wrote this:\n550 denied\n451 later\n"))
                .contains("550 denied");
    }

    @Test
    @Tag("D10")
    void theParagraphItIsGluedToStays() {
        assertThat(Trimmed.visible("It works.\n"
                        + "Thank you\n"
                        + "On 3 May 2026 10:15, \"Support\" <\n"
                        + "support@host.example> wrote:\n"
                        + "> Try."))
                .isEqualTo("It works.\nThank you");
    }
}
