// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 8: whatever answers our automatic mails, there is at most one of them for it in ten minutes. */
@Tag("D4")
class LoopsAndBombsTest {
    private static final String THEM = "robot@elsewhere.example";

    private final TestCenter us = TestCenter.create();

    @Test
    void aResponderThatIgnoresEveryHeaderAndChangesEverySubjectIsAnsweredOnce() {
        us.mail().deliver(InboundMail.from(THEM).subject("Start").bytes());
        int rounds = answeredBy(
                (mail, n) -> InboundMail.from(THEM).subject("I am away " + n).text("Until " + n), 50);

        assertThat(rounds).isLessThanOrEqualTo(2);
        assertThat(us.mail().sent()).hasSize(1);
    }

    @Test
    void howeverSlowItIsThereIsOneInTenMinutes() {
        us.mail().deliver(InboundMail.from(THEM).subject("Start").bytes());
        for (int minute = 0; minute < 120; minute++) {
            us.run();
            us.mail()
                    .deliver(InboundMail.from(THEM)
                            .subject("I am away " + minute)
                            .bytes());
            us.after(Duration.ofMinutes(1));
        }

        assertThat(us.mail().sent()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aVacationResponderIsAnsweredNever() {
        TicketId ticket = us.taken();
        us.john().answer(ticket, Answer.of("Fixed."));
        int rounds = answeredBy(
                (mail, n) -> InboundMail.from("jane@jane.example")
                        .subject("Away " + n)
                        .header("Auto-Submitted", "auto-replied"),
                50);

        assertThat(rounds).isLessThanOrEqualTo(4);
        assertThat(us.storage().read(Invariants::tickets)).hasSize(1);
    }

    @Test
    void aBouncerOfEverythingEndsWithItsFirstBounce() {
        us.mail().deliver(InboundMail.from(THEM).bytes());
        int rounds = answeredBy(
                (mail, n) -> InboundMail.from("MAILER-DAEMON@elsewhere.example")
                        .references(mail.messageId().orElseThrow())
                        .header("X-Failed-Recipients", THEM)
                        .subject("Undelivered " + n),
                50);

        assertThat(rounds).isLessThanOrEqualTo(2);
        assertThat(us.storage().read(Invariants::tickets)).hasSize(1);
    }

    @Test
    void twoDesksOfOursDoNotAnswerEachOther() {
        TestCenter them = TestCenter.on(
                InMemoryStorage.create(),
                builder -> builder.installation("Other Hosting", "help@other.example")
                        .secret(Secret.of("a secret of the other hosting's")));
        Wording bye = Wording.of("Bye.");
        List.of(us, them)
                .forEach(center -> center.admin()
                        .changeQueue(
                                center.defaultQueue(),
                                QueueSettings.named("Support").withResolvedResponse(bye)));
        TicketId ticket = us.john().openFor(EmailAddress.of("help@other.example"), NewTicket.of("Peering", "Hello"));
        us.john().pickUp(ticket);
        us.john().answer(ticket, Answer.of("Shall we peer?"));
        int exchanged = 0;
        for (int round = 0; round < 30; round++) {
            exchanged += carry(us, them, "help@other.example") + carry(them, us, TestCenter.SUPPORT);
            us.after(Duration.ofMinutes(11));
            them.after(Duration.ofMinutes(11));
        }

        assertThat(exchanged).as("a receipt, the answer, and their receipt").isLessThanOrEqualTo(3);
        assertThat(us.storage().read(Invariants::tickets)).hasSize(1);
        assertThat(them.storage().read(Invariants::tickets)).hasSize(1);
    }

    @Test
    void tenThousandMailsOfOneSenderInAnHourAreAllKeptAndFewAnswered() {
        for (int minute = 0; minute < 60; minute++) {
            for (int i = 0; i < 167; i++) {
                us.mail()
                        .deliver(InboundMail.from(THEM)
                                .subject("Bomb " + minute + "." + i)
                                .bytes());
            }
            us.run();
            us.after(Duration.ofMinutes(1));
        }

        assertThat(us.storage().read(Invariants::tickets)).hasSize(60 * 167);
        assertThat(us.mail().sent()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void withoutReceiptsNothingIsAnsweredAtAll() {
        us.settings((Settings settings) -> settings.withReceipts(false));
        us.mail().deliver(InboundMail.from(THEM).bytes());
        us.run();

        assertThat(us.mail().sent()).isEmpty();
    }

    /** All that we send gets the other side's answer, until there is no more to answer; how many rounds that took. */
    private int answeredBy(BiFunction<ParsedMail, Integer, InboundMail> responder, int most) {
        int seen = 0;
        int round = 0;
        us.run();
        while (seen < us.mail().sent().size() && round < most) {
            List<InMemoryMail.Sent> all = us.mail().sent();
            for (InMemoryMail.Sent sent : all.subList(seen, all.size())) {
                us.mail().deliver(responder.apply(us.mail().read(sent), round).bytes());
            }
            seen = all.size();
            round++;
            us.run();
        }
        return round;
    }

    private static int carry(TestCenter from, TestCenter to, String address) {
        from.mail().forgetSent();
        from.run();
        List<InMemoryMail.Sent> mails = from.mail().sent().stream()
                .filter(sent -> sent.accepted().contains(EmailAddress.of(address)))
                .toList();
        mails.forEach(sent -> to.mail().deliver(sent.bytes()));
        return mails.size();
    }
}
