// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures and disclaimers (D10). */
class SignatureTest {
    private static final String LAWYERS =
            "This e-mail is confidential and may be privileged. If you are not the intended recipient"
                    + " and have received this\nmessage in error, please tell us and delete it.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nJane Doe\nDoe Ltd.\n+1 555 010 0199",
                "--\nJane",
                "\u2014\nJane Doe\nhttps://jane.example",
                "_______________________________\nusers mailing list\nusers@lists.example",
                "-- \n\nJane\n\nDoe Ltd."
            })
    @Tag("D10")
    void itIsHiddenAtTheEndAndAboveAQuote(String signature) {
        assertThat(Trimmed.visible("It works.\n\n" + signature + "\n")).isEqualTo("It works.");
        assertThat(Trimmed.visible("It works.\n" + signature + "\n\nOn 3 May 2026, Support wrote:\n> Try.\n"))
                .isEqualTo("It works.");
        assertThat(Trimmed.rules("It works.\n" + signature)).containsExactly(Rule.DELIMITER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Sent from my Verizon Wireless BlackBerry",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Sent from Yahoo Mail on Android",
                "Von meinem iPhone gesendet",
                "Gesendet von meinem Samsung Galaxy Smartphone.",
                "Envoyé de mon iPhone",
                "Enviado desde mi iPhone",
                "Inviato da iPhone",
                "Enviado do meu iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Skickat från min iPhone",
                "Sendt fra min iPhone",
                "Lähetetty iPhone-puhelimesta",
                "Wysłane z iPhone",
                "Odesláno z iPhone",
                "Отправлено с iPhone",
                "iPhoneから送信",
                "发自我的iPhone",
                "Sent from my cell, please excuse any typos.",
                "Sent from my HTC M8 Android phone.  Please excuse typos",
                "Von meinem iPhone gesendet - bitte entschuldigen Sie Tippfehler",
                "(sent from a phone)",
                "<<sent by galaxy>>",
                "\u5f9e\u6211\u7684 iPhone \u50b3\u9001",
                "Sent from my Fairphone 5",
                "Sent from BlueBox<https://bluebox.example/>"
            })
    @Tag("D10")
    void theLineThatAPhoneAddsIsHidden(String line) {
        assertThat(Trimmed.visible("It works.\n\n" + line + "\n")).isEqualTo("It works.");
        assertThat(Trimmed.visible("It works.\n\n" + line + "\n\nOn 3 May 2026, Support wrote:\n> Try.\n"))
                .isEqualTo("It works.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone, as the computer is broken!",
                "Sent from my iPhone, please excuse me: the server is down",
                "Sent from my phone. Please excuse me, can you call?",
                "(see the line above)",
                "Sent from my desk.",
                "Sent from our office.",
                "\u2014\nJane Doe",
                "It was sent from my iPhone",
                "--\nPlease see to it that the site is up again today.",
                "-- \nCan you tell me when the site will be up again?",
                "_____\nThanks in advance",
                "----\nFTP: joe@x.example",
                "==========\nServer: x.example\nUser: joe@x.example",
                "a -- b",
                "--no-check is what I used",
                "--\nJane\nPS: the other site is down as well"
            })
    @Tag("D10")
    void whatMayBeWordsStays(String end) {
        Trimmed.isAllShown("It works.\n\n" + end + "\n");
    }

    @Test
    @Tag("D10")
    void aLongEndIsNoSignature() {
        Trimmed.isAllShown("Two parts.\n-- \n" + "a line\n".repeat(13));
    }

    @Test
    @Tag("D10")
    void aGreetingAtTheEndIsMarkedAndShown() {
        String text = "It works.\n\nKind regards,\nJane Doe\nDoe Ltd.\n";
        assertThat(Trimmed.rules(text)).containsExactly(Rule.SIGN_OFF);
        assertThat(Trimmed.of(text).visible()).contains("Jane Doe");
        assertThat(Trimmed.of(text).visible(0.4)).isEqualTo("It works.");
        assertThat(Trimmed.rules("It works.\nRegards\nJane\n")).isEmpty();
        assertThat(Trimmed.rules("It works.\n\nRegards\nJane\n\nPS: the other site is down, too.\n"))
                .isEmpty();
    }

    @Test
    @Tag("D10")
    void aDisclaimerIsHidden() {
        assertThat(Trimmed.visible("It works.\n\n" + LAWYERS)).isEqualTo("It works.");
        assertThat(Trimmed.visible("It works.\n\n-- \nJane\n\n" + LAWYERS)).isEqualTo("It works.");
        assertThat(Trimmed.rules("It works.\n\n" + LAWYERS)).containsExactly(Rule.CONFIDENTIALITY);
        assertThat(Trimmed.visible("Es geht.\n\n"
                        + "Diese E-Mail enthält vertrauliche oder rechtlich geschützte Informationen. Wenn Sie"
                        + " nicht der richtige\n"
                        + "Adressat sind, informieren Sie uns bitte und vernichten Sie diese Mail."))
                .isEqualTo("Es geht.");
        Trimmed.isAllShown("Hello,\n\n"
                + "my file is confidential. I received this mail in error from you, what shall I do with it, can"
                + " you tell me?\n");
        Trimmed.isAllShown("Hello,\n\nwe have received this invoice in error and would like you to cancel it, as nobody"
                + " here has ever ordered anything of the kind.\n");
        Trimmed.isAllShown(LAWYERS.replace("this\n", "this ") + "\nIs that a valid text for our footer?\n");
    }
}
