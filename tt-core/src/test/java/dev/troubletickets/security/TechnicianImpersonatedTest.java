// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.Notice;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 3: a mail acts as staff only by the token of a notice to that technician, from their address, and with the permission of now. */
@Tag("D6")
class TechnicianImpersonatedTest extends MailTest {
    private static final String JOHNS = "john@example.com";

    private TicketId ticket;

    @BeforeEach
    void johnIsToldOfATicket() {
        center.admin().give(Cast.JOHN, Permission.ANSWER_BY_MAIL);
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.values()));
        center.after(Duration.ofSeconds(10));
        ticket = opened(InboundMail.from(JANE).subject("Mail bounces").text("Since this morning."));
    }

    @Test
    void anAddressAloneIsNoTechnician() {
        receive(InboundMail.from(JOHNS)
                .subject("Re: [" + ticket + "] Mail bounces")
                .text("Give me the password."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(tickets()).as("they get a ticket of their own, as anybody").hasSize(2);
    }

    @Test
    void aNoticeThatWasPassedOnMakesNobodyATechnician() {
        receive(replyTo(notice(JOHNS), "kate@example.com").text("From kate's address."));
        receive(replyTo(notice(JOHNS), STRANGER).text("From elsewhere."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
    }

    @Test
    void aChangedOrInventedIdProvesNothing() {
        String id = notice(JOHNS).messageId().orElseThrow();
        for (int i = 1; i < id.length() - 1; i++) {
            char other = id.charAt(i) == 'a' ? 'b' : 'a';
            String changed = id.substring(0, i) + other + id.substring(i + 1);
            if (changed.indexOf('@') == id.indexOf('@') && i < id.indexOf('@')) {
                center.mail()
                        .deliver(InboundMail.from(JOHNS)
                                .subject("No " + i)
                                .references(changed)
                                .text("x")
                                .bytes());
            }
        }
        center.run();

        assertThat(texts(ticket)).containsExactly("Since this morning.");
    }

    @Test
    @Tag("E3")
    void withoutThePermissionItIsRefusedAndToldAlsoWhenItWasTakenMeanwhile() {
        ParsedMail notice = notice(JOHNS);
        center.admin().take(Cast.JOHN, Permission.ANSWER_BY_MAIL);
        receive(replyTo(notice).text("Fixed."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
        assertThat(mailroom.state().quarantine())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).contains("You do not have the permission"));
        center.run();
        assertThat(notice(JOHNS).text()).contains("was not taken", "You do not have the permission");
    }

    @Test
    @Tag("B2")
    void aTicketThatTheTechnicianSeesNoLongerIsNotAnsweredAndNotToldOf() {
        ParsedMail notice = notice(JOHNS);
        anna.change(ticket, Edit.queue(center.queue("Servers", Cast.KATE)));
        int sent = sentTo(JOHNS).size();
        receive(replyTo(notice).text("Fixed."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(sentTo(JOHNS)).hasSize(sent);
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
    }

    @Test
    void aDismissedTechnicianIsRefused() {
        ParsedMail notice = notice(JOHNS);
        center.directory().people().remove(Cast.JOHN);
        receive(replyTo(notice).text("Fixed."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
    }

    private ParsedMail notice(String address) {
        List<ParsedMail> all = sentTo(address);
        return all.get(all.size() - 1);
    }

    private static InboundMail replyTo(ParsedMail notice) {
        return replyTo(notice, JOHNS);
    }

    private static InboundMail replyTo(ParsedMail notice, String from) {
        return InboundMail.from(from)
                .subject("Re: " + notice.subject())
                .references(notice.messageId().orElseThrow());
    }
}
