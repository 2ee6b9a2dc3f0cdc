// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each side of a split stands as its own words say (A4): who waits since when, what is answered, what is read. */
@Tag("A4")
class SplitWaitingTest extends SplitScene {
    @Test
    @Tag("A6")
    void whoWaitsForAnAnswerToWhatHasGoneWaitsThereAndNotHere() {
        Instant asked = center.kept(source).state().waitingSince();

        TicketData part = center.kept(part(splitSite()));
        TicketData left = center.kept(source);

        assertThat(part.state().waitingSince()).isEqualTo(asked).isNotNull();
        assertThat(part.state().status()).isEqualTo(Status.OPEN);
        assertThat(part.state().customerStatus()).isEqualTo(CustomerStatus.IN_PROGRESS);
        assertThat(part.activity().lastMessageAt()).isEqualTo(asked);
        assertThat(left.state().waitingSince()).isNull();
        assertThat(left.state().status()).isEqualTo(Status.ANSWERED);
        assertThat(left.activity().lastMessageAt()).isEqualTo(asked.minusSeconds(60));
    }

    @Test
    void untouchedByStaffItIsNew() {
        TicketId ticket = jane.open(NewTicket.of("Two things", "Mail bounces."));
        minute();
        jane.reply(ticket, Reply.of("Site is down."));

        TicketId part =
                part(john.linking().split(ticket, Split.into(Part.of("Site", MessageId.publicMessage(ticket, 2)))));

        assertThat(center.kept(part).state().status()).isEqualTo(Status.NEW);
        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.NEW);
        assertThat(center.kept(ticket).state().waitingSince())
                .as("for the answer to what is left")
                .isEqualTo(clock.instant().minusSeconds(60));
        assertThat(center.kept(part).state().waitingSince()).isEqualTo(clock.instant());
    }

    @Test
    void whatIsAnsweredOnItsSideStandsAsAnswered() {
        john.answer(source, Answer.of("The site is up.").keepOpen());

        TicketData part = center.kept(part(splitSite()));

        assertThat(part.state().status()).isEqualTo(Status.ANSWERED);
        assertThat(part.state().waitingSince()).isNull();
        assertThat(part.state().isUnreadByCustomer()).isTrue();
        assertThat(center.kept(source).state().isUnreadByCustomer())
                .as("the first answer, which she read before she wrote")
                .isFalse();
    }

    @Test
    @Tag("A10")
    void whatIsAnsweredClosesByItselfWhereTheRuleIsDays() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        center.sent();
        TicketId part = part(splitSite());

        assertThat(center.kept(source).state().autoCloseAt())
                .isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(center.kept(part).state().autoCloseAt()).isNull();
        center.after(Duration.ofDays(4));
        center.run();
        assertThat(center.kept(source).state().status()).isEqualTo(Status.CLOSED);
        assertThat(center.kept(part).state().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aSettledTicketStaysSettledAndWhatWasNeverAnsweredWaitsInItsPart() {
        anna.close(source);

        TicketData part = center.kept(part(splitSite()));

        assertThat(center.kept(source).state().status()).isEqualTo(Status.CLOSED);
        assertThat(part.state().status()).isEqualTo(Status.OPEN);
        assertThat(part.state().isUnanswered()).isTrue();
    }

    @Test
    void whoWaitsForSomethingElseGoesOnWaiting() {
        anna.close(source);
        minute();
        jane.reopen(source);
        Instant reopened = clock.instant();
        minute();

        splitSite();

        assertThat(center.kept(source).state().waitingSince()).isEqualTo(reopened);
        assertThat(center.kept(source).state().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anAnswerThatTheCustomerHasNotReadIsUnreadWhereItIsReadNow() {
        john.answer(source, Answer.of("The site is up.").keepOpen());
        TicketId part = part(john.linking().split(source, Split.into(Part.of("Site", word(3), word(4)))));

        assertThat(jane.unread()).isEqualTo(1);
        jane.ticket(part);
        assertThat(jane.unread()).isZero();
    }

    @Test
    @Tag("A17")
    void whatTechniciansHaveReadTheyHaveReadThereToo() {
        kate.ticket(source);
        TicketId part = part(splitSite());

        assertThat(isUnread(kate, part)).isFalse();
        assertThat(isUnread(anna, part)).isTrue();
        jane.reply(part, Reply.of("Hello?"));
        assertThat(isUnread(kate, part)).isTrue();
        assertThat(isUnread(kate, source)).isFalse();
    }

    @Test
    @Tag("A17")
    void whatTheyHadNotReadIsUnreadThere() {
        kate.ticket(source);
        jane.reply(source, Reply.of("And what do I owe you?"));

        TicketId part = part(john.linking().split(source, Split.into(Part.of("Invoice", word(4)))));

        assertThat(isUnread(kate, part)).isTrue();
    }

    @Test
    @Tag("B9")
    void theAnswersTimeCountsFromTheWord() {
        Instant asked = center.kept(source).state().waitingSince();
        center.admin()
                .saveServiceLevel(
                        center.defaultQueue(), ServiceLevel.of(AnswerTarget.always("everybody", Duration.ofHours(1))));
        center.run();

        TicketId part = part(splitSite());

        assertThat(center.kept(part).clock().due()).isEqualTo(asked.plus(Duration.ofHours(1)));
        assertThat(center.kept(source).clock().due()).isNull();
    }

    @Test
    @Tag("B9")
    void whatIsLeftIsDueAsItsOwnWordsSay() {
        center.admin()
                .saveServiceLevel(
                        center.defaultQueue(), ServiceLevel.of(AnswerTarget.always("everybody", Duration.ofHours(1))));
        center.run();
        jane.reply(source, Reply.of("And what do I owe you?"));
        Instant later = clock.instant();
        minute();

        john.linking().split(source, Split.into(Part.of("Site", word(3))));

        assertThat(center.kept(source).state().waitingSince()).isEqualTo(later);
        assertThat(center.kept(source).clock().due()).isEqualTo(later.plus(Duration.ofHours(1)));
    }

    @Test
    @Tag("B8")
    void bothStandInLineAsTheyWait() {
        TicketId part = part(splitSite());

        assertThat(center.kept(part).inLineSince())
                .isEqualTo(center.kept(part).state().waitingSince().getEpochSecond());
        assertThat(john.dashboard(TicketSort.descending(Column.WEIGHT))
                        .assigned()
                        .tickets())
                .extracting(StaffTicketRow::id)
                .contains(part);
        assertThat(anna.ticket(part).header().assignee()).contains(Cast.JOHN);
    }

    private boolean isUnread(StaffDesk desk, TicketId ticket) {
        return desk.quickSearch(ticket.toString(), Optional.empty()).tickets().stream()
                .filter(row -> row.id().equals(ticket))
                .findFirst()
                .orElseThrow()
                .marks()
                .unread();
    }
}
