// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Preferences;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Notice;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers are written to in their language. */
@Tag("D7")
@Tag("G17")
class LanguageTest extends MailTest {
    private static final QueueSettings SUPPORT = QueueSettings.named("Support");

    @ParameterizedTest
    @CsvSource({
        "en, Hello Jane Doe",
        "de, Guten Tag Jane Doe",
        "de-AT, Guten Tag Jane Doe",
        "ru, 'Здравствуйте, Jane Doe!'",
        "es-MX, 'Hola, Jane Doe:'",
        "fr, Bonjour Jane Doe",
        "ja, Hello Jane Doe"
    })
    void receiptsAreInTheAccountsLanguageAndInEnglishWhereThereIsNoTextOfIt(String language, String greeting) {
        janeSpeaks(language);
        opened(InboundMail.from(JANE));

        assertThat(lastSent().text()).startsWith(greeting);
    }

    @Test
    void whoHasNoAccountIsWrittenToInTheInstallationsLanguage() {
        center.settings((Settings settings) -> settings.withLanguage(Locale.forLanguageTag("fr-CA")));
        opened(InboundMail.from(STRANGER));

        assertThat(lastSent().text()).startsWith("Bonjour " + STRANGER);
        assertThat(lastSent().subject()).endsWith("Nous avons reçu votre message");
        assertThat(center.anotherNode().admin().settings().language()).isEqualTo(Locale.CANADA_FRENCH);
    }

    @Test
    void aQueuesOwnWordsGoBeforeOursInEveryLanguage() {
        queue(SUPPORT.withNewTicketResponse(Wording.of("We have it.")
                .in(Locale.GERMAN, "Wir haben es.")
                .in(Locale.forLanguageTag("de-CH"), "Mir händ's.")));

        assertThat(receiptIn("ru")).isEqualTo("We have it.");
        assertThat(receiptIn("de-AT")).isEqualTo("Wir haben es.");
        assertThat(receiptIn("de-CH")).isEqualTo("Mir händ's.");
    }

    @Test
    void anAnswerNamesItsAuthorInTheLanguageOfTheCustomer() {
        janeSpeaks("de");
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Erledigt."));
        center.run();

        assertThat(lastSent().text()).startsWith("Zuständig: John Woods (network engineer)\n\nErledigt.");
    }

    @Test
    void daysAreWrittenAsTheCustomerWritesThem() {
        janeSpeaks("de");
        center.settings((Settings settings) ->
                settings.withAutoClose(AutoClose.afterDays(7).warning(2)));
        john.answer(center.taken(), Answer.of("Erledigt."));
        center.run();
        center.after(Duration.ofDays(5));
        center.run();

        assertThat(lastSent().text()).contains("Am 9. März 2026 wird es geschlossen.");
    }

    @Test
    void theDayIsThatOfTheQueuesWorkingTime() {
        queue(SUPPORT.withWorkingTime(WorkingTime.parse("Asia/Tokyo; MON 09:00-17:00")));
        center.settings((Settings settings) ->
                settings.withAutoClose(AutoClose.afterDays(7).warning(2)));
        center.after(Duration.ofHours(8));
        john.answer(center.taken(), Answer.of("Done."));
        center.run();
        center.after(Duration.ofDays(5));
        center.run();

        assertThat(lastSent().text()).as("17:00 in UTC, 2:00 in Tokyo").contains("closed on March 10, 2026.");
    }

    @Test
    @Tag("D12")
    void techniciansAreToldInTheLanguageThatTheyChose() {
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.NEW_TICKET));
        john.savePreferences(Preferences.none().withLanguage(Locale.GERMAN));
        opened(InboundMail.from(JANE));

        assertThat(sentTo(Cast.JOHNS_PROFILE.email().value()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .startsWith("Ein neues Ticket.\n\nTicket #1 in Support, von Jane Doe\n")
                        .doesNotContain("Reply"));
    }

    @Test
    @Tag("D12")
    void techniciansWhoChoseNoneAreToldInTheInstallationsLanguage() {
        center.settings((Settings settings) -> settings.withLanguage(new Locale("ru")));
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.NEW_TICKET));
        opened(InboundMail.from(JANE));

        assertThat(sentTo(Cast.JOHNS_PROFILE.email().value()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).startsWith("Новый запрос."));
    }

    @Test
    void thatATicketIsClosedIsToldInTheLanguageToo() {
        janeSpeaks("es");
        queue(SUPPORT.withResolvedResponse(Wording.of("Bye.").in(new Locale("es"), "Adiós.")));
        john.close(center.taken());
        center.run();

        assertThat(lastSent().text()).isEqualTo("Adiós.");
        assertThat(lastSent().subject()).endsWith("Su tique está cerrado");
    }

    @Test
    @Tag("F4")
    void aPredefinedReplyComesInTheLanguageOfTheTicketsCustomer() {
        janeSpeaks("de-DE");
        PredefinedReplyId reply = anna.predefinedReplies()
                .create(Content.of("Wait", Wording.of("Hello {{name}}").in(Locale.GERMAN, "Hallo {{name}}")));

        assertThat(anna.predefinedReplies().search("hallo"))
                .as("it is found by each of its texts")
                .hasSize(1);
        assertThat(john.predefinedReplies().insert(center.taken(), reply)).isEqualTo("Hallo Jane Doe");
    }

    @Test
    void whileTheDirectoryDoesNotAnswerCustomersAreWrittenToInTheInstallationsLanguage() {
        janeSpeaks("de");
        TicketId ticket = center.taken();
        center.directory().forgetAccounts();
        john.answer(ticket, Answer.of("Done."));
        center.run();

        assertThat(lastSent().text()).startsWith("Assigned to: John Woods");
    }

    private String receiptIn(String language) {
        janeSpeaks(language);
        center.after(Duration.ofHours(1));
        jane.open(NewTicket.of("Mail bounces", "Help"));
        center.run();
        return lastSent().text();
    }

    private void janeSpeaks(String language) {
        center.directory().people().add(Cast.JANE.withLanguage(Locale.forLanguageTag(language)));
        center.after(Duration.ofSeconds(10));
    }

    private void queue(QueueSettings settings) {
        center.admin().changeQueue(center.defaultQueue(), settings);
    }
}
