// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From, Sent, To, Subject; Original Message; Forwarded message (D10). */
class HeaderBlockTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From|Sent|To|Subject",
                "Von|Gesendet|An|Betreff",
                "De|Envoyé|À|Objet",
                "De|Enviado el|Para|Asunto",
                "Da|Inviato|A|Oggetto",
                "De|Enviada em|Para|Assunto",
                "Van|Verzonden|Aan|Onderwerp",
                "Från|Skickat|Till|Ämne",
                "Fra|Sendt|Til|Emne",
                "Lähettäjä|Lähetetty|Vastaanottaja|Aihe",
                "Od|Wysłano|Do|Temat",
                "Od|Odesláno|Komu|Předmět",
                "Feladó|Elküldve|Címzett|Tárgy",
                "De la|Trimis|Către|Subiect",
                "От|Отправлено|Кому|Тема",
                "Від|Надіслано|Кому|Тема",
                "Από|Στάλθηκε|Προς|Θέμα",
                "Kimden|Gönderildi|Kime|Konu",
                "מאת|נשלח|אל|נושא",
                "من|تاريخ|إلى|الموضوع",
                "差出人|送信日時|宛先|件名",
                "发件人|发送时间|收件人|主题",
                "보낸 사람|보낸 날짜|받는 사람|제목",
                "Từ|Ngày|Đến|Chủ đề"
            })
    @Tag("D10")
    void aBlockHidesItselfAndWhatFollows(String from, String sent, String to, String subject) {
        String block = from + ": Support <support@host.example>\n" + sent + ": 3/3/2026 10:15\n" + to
                + ": jane@jane.example\n" + subject + ": Mail bounces\n";
        String text =
                "It works now.\n\n________________________________\n" + block + "\nPlease try again.\n\nSupport\n";
        assertThat(Trimmed.visible(text)).isEqualTo("It works now.");
        assertThat(Trimmed.rules(text)).containsExactly(Rule.HEADER_BLOCK);
        assertThat(Trimmed.visible(text.replace("_", "").replace(":", " :"))).isEqualTo("It works now.");
        assertThat(Trimmed.visible("FYI\n\n" + from + ": Paul\n" + to + ": Mary\n"))
                .contains("Mary");
    }

    @Test
    @Tag("D10")
    void whatSomebodyPastedIsShown() {
        String block = "From: a@x.example\nTo: b@y.example\nSubject: Hi\nDate: Tue, 3 Mar 2026 10:15:00 +0100\n";
        Trimmed.isAllShown("This one bounces:\n\n" + block + "\nWhy?\n");
        Trimmed.isAllShown("See this.\n\nReturn-Path: <a@x.example>\nReceived: by x.example\n" + block + "\nWhy?\n");
        Trimmed.isAllShown("See this.\n\n" + block + "Message-ID: <1@x.example>\n\nWhy?\n");
        Trimmed.isAllShown("Not delivered.\n\n----- Original message -----\n\nReceived: by x.example\n" + block);
        Trimmed.isAllShown("It fails again.\n\nFrom: a@x.example\nTo: b@y.example\n\nWhy?\n");
        Trimmed.isAllShown("Our flyer\n\nFrom: our shop\nTo: all customers\nSubject: sale\n\nCome in!\n");
        Trimmed.isAllShown("See this.\n\nReceived: by x.example\n for <b@y.example>\n" + block + "\nWhy?\n");
        Trimmed.isAllShown("Please add:\nName: Jane\nTo: the list\nSubject: none\nThanks\n");
    }

    @Test
    @Tag("D10")
    void aMailThatIsPassedOnIsShown() {
        String block = "From: a@x.example\nSent: Tue, 3 Mar 2026 10:15\nTo: b@y.example\nSubject: Hi\n\nPay now!\n";
        Trimmed.isAllShown("Is this yours?\n\n---------- Forwarded message ---------\n" + block);
        Trimmed.isAllShown("Is this yours?\n\nAnfang der weitergeleiteten Nachricht:\n\n" + block);
        Trimmed.isAllShown("Is this yours?\n\n-------- Weitergeleitete Nachricht --------\n" + block + "\n> old");
        String signed = "---------- Forwarded message ---------\n" + block + "\n-- \nPaul Pay\n+1 555 010 0199\n";
        Trimmed.isAllShown("Is this yours?\n\n" + signed);
        assertThat(Trimmed.visible("Is this yours?\n\n-- \nJane Doe\n\n" + signed))
                .isEqualTo("Is this yours?\n\n" + signed.strip());
        assertThat(Trimmed.of(block).hidesAnything()).isFalse();
        assertThat(Trimmed.visible(block)).contains("Pay now!");
        assertThat(Trimmer.isForwarded("Fwd: Your bill")).isTrue();
        assertThat(Trimmer.isForwarded("WG: Rechnung")).isTrue();
        assertThat(Trimmer.isForwarded("Re: Fwd: Your bill")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----",
                "----- Ursprüngliche Nachricht -----",
                "-------- Message d'origine --------",
                "------ Oprindelig besked ------",
                "-----Mensaje original-----",
                "------------------ 原始邮件 ------------------",
                "---- Support wrote ----",
                "---- On Tue, 03 Mar 2026 10:15:00 +0100 Support <support@host.example> wrote ----"
            })
    @Tag("D10")
    void aLineBetweenDashesHidesWhatFollows(String line) {
        assertThat(Trimmed.visible("It works.\n\n" + line + "\nPlease try again.\n"))
                .isEqualTo("It works.");
        assertThat(Trimmed.rules("It works.\n\n" + line + "\nTry again.\n"))
                .containsAnyOf(Rule.SEPARATOR, Rule.ATTRIBUTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"----", "--- Logs ---", "Original message", "===== Step 2 =====", "-----BEGIN PGP MESSAGE-----"})
    @Tag("D10")
    void otherLinesOfDashesHideNothing(String line) {
        Trimmed.isAllShown("First part.\n\n" + line + "\n\nSecond part.\n");
    }
}
