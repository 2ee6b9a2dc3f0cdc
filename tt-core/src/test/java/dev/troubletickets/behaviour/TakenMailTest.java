// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.TakenMail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What became of each mail, and why, is there to be read, also where it went to no ticket (D1, G1). */
@Tag("D1")
@Tag("G1")
class TakenMailTest extends MailTest {
    private static final InboundMail MAIL =
            InboundMail.from(STRANGER).subject("Disk full").id("<1@elsewhere.example>");

    @Test
    void eachMailHasItsOutcomeItsClassItsTicketAndItsReasonsTheNewestFirst() {
        TicketId ticket = opened(MAIL);
        receive(InboundMail.from(STRANGER).subject("Re: Disk full").references("<1@elsewhere.example>"));
        receive(MAIL);
        receive(InboundMail.from(MARY).header("Auto-Submitted", "auto-replied"));
        receive(InboundMail.from("mailer-daemon@elsewhere.example"));

        assertThat(mailroom.taken(Long.MAX_VALUE))
                .extracting(TakenMail::outcome, TakenMail::mailClass, TakenMail::ticket, TakenMail::reasons)
                .containsExactly(
                        tuple(
                                MailOutcome.BOUNCE,
                                Optional.of(MailClass.BOUNCE),
                                Optional.empty(),
                                List.of("a mail server wrote it", "it names no mail of ours")),
                        tuple(
                                MailOutcome.AUTOMATIC,
                                Optional.of(MailClass.AUTO_REPLY),
                                Optional.empty(),
                                List.of("Auto-Submitted: auto-replied", "it belongs to no ticket we know")),
                        tuple(
                                MailOutcome.DUPLICATE,
                                Optional.of(MailClass.HUMAN),
                                Optional.of(ticket),
                                List.of("the same mail came before, as " + first())),
                        tuple(
                                MailOutcome.APPENDED,
                                Optional.of(MailClass.HUMAN),
                                Optional.of(ticket),
                                List.of(
                                        "nothing says a machine wrote it",
                                        "it refers to a known Message-ID, and the sender takes part in it")),
                        tuple(
                                MailOutcome.OPENED,
                                Optional.of(MailClass.HUMAN),
                                Optional.of(ticket),
                                List.of(
                                        "nothing says a machine wrote it",
                                        "it belongs to no ticket we know",
                                        "receipt sent")));
    }

    @Test
    void whoHandsInAMailFindsWhatBecameOfItByItsDigest() {
        receive(InboundMail.from(MARY));
        center.center().background().receive("hook", new ByteArrayInputStream(MAIL.bytes()));
        assertThat(mailroom.taken(Long.MAX_VALUE)).as("it waits").hasSize(1);
        center.run();

        TakenMail taken = mailroom.taken(Long.MAX_VALUE).get(0);
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        mailroom.original(taken.mail(), original);
        assertThat(taken.mailbox()).isEqualTo("hook");
        assertThat(taken.receivedAt()).isEqualTo(clock.instant());
        assertThat(taken.sha256()).hasSize(64).matches("[0-9a-f]+");
        assertThat(original.toByteArray()).isEqualTo(MAIL.bytes());
    }

    @Test
    void olderOnesAreOnFurtherPages() {
        for (int i = 0; i < 101; i++) {
            center.mail().deliver(InboundMail.from(MARY).text("Mail " + i).bytes());
        }
        center.run();

        List<TakenMail> page = mailroom.taken(Long.MAX_VALUE);
        assertThat(page).hasSize(100).isSortedAccordingTo((a, b) -> Long.compare(b.mail(), a.mail()));
        assertThat(mailroom.taken(page.get(99).mail())).hasSize(1);
        assertThat(mailroom.taken(first())).isEmpty();
    }

    @Test
    void itIsForWhoLooksAfterTheMailAlone() {
        assertThatThrownBy(() -> center.center().mailroom(Cast.JOHN).taken(Long.MAX_VALUE))
                .isInstanceOf(NotPermitted.class);
    }

    private long first() {
        List<TakenMail> all = mailroom.taken(Long.MAX_VALUE);
        while (!mailroom.taken(all.get(all.size() - 1).mail()).isEmpty()) {
            all = mailroom.taken(all.get(all.size() - 1).mail());
        }
        return all.get(all.size() - 1).mail();
    }
}
