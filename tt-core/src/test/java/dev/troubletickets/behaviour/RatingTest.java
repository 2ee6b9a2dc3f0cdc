// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.TicketRated;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Rated;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers say how content they are once their ticket is settled (G11). */
@Tag("G11")
class RatingTest extends BehaviourTest {
    @BeforeEach
    void ratingsAreAskedFor() {
        center.settings(settings -> settings.withRatings(true));
    }

    @Test
    void aClosedTicketIsRatedByOneCallAndStaffSeeIt() {
        TicketId ticket = closed();

        jane.rate(ticket, Rating.of(4).comment("Quick, but curt."));

        Rated rated = new Rated(4, Optional.of("Quick, but curt."), clock.instant());
        assertThat(jane.ticket(ticket).rated()).contains(rated);
        assertThat(john.ticket(ticket).rated()).contains(rated);
        assertThat(center.events(ticket)).endsWith(new TicketRated(4, Optional.of("Quick, but curt.")));
    }

    @Test
    void aResolvedTicketCanBeRatedAndSoCanOneTheCustomerClosed() {
        TicketId resolved = center.taken();
        john.resolve(resolved);
        TicketId own = center.opened();
        jane.close(own);

        jane.rate(resolved, Rating.of(5));
        jane.rate(own, Rating.of(1));

        assertThat(john.ticket(resolved).rated().map(Rated::stars)).contains(5);
        assertThat(john.ticket(own).rated().map(Rated::stars)).contains(1);
    }

    @Test
    void ratingChangesNothingOfTheTicket() {
        TicketId ticket = closed();
        john.scheduling().at(clock.instant().plus(Duration.ofDays(2)), ticket, ScheduledAction.reopen());
        jane.archive(ticket);
        TicketData before = center.kept(ticket);
        clock.advance(Duration.ofHours(1));
        center.run();
        center.mail().forgetSent();

        jane.rate(ticket, Rating.of(2));

        TicketData after = center.kept(ticket);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.clock()).isEqualTo(before.clock());
        assertThat(after.scheduled()).isEqualTo(before.scheduled());
        assertThat(after.activity().lastMessageAt()).isEqualTo(before.activity().lastMessageAt());
        assertThat(center.sent()).isEmpty();
    }

    @Test
    void aLaterRatingReplacesTheOneBefore() {
        TicketId ticket = closed();
        jane.rate(ticket, Rating.of(1).comment("Bad"));
        clock.advance(Duration.ofHours(1));
        jane.rate(ticket, Rating.of(5));

        assertThat(jane.ticket(ticket).rated()).contains(new Rated(5, Optional.empty(), clock.instant()));
        assertThat(john.ticket(ticket).rated().map(Rated::stars)).contains(5);
        long version = center.kept(ticket).version();
        jane.rate(ticket, Rating.of(5));
        assertThat(center.kept(ticket).version())
                .as("the same once more is nothing new")
                .isEqualTo(version);
    }

    @Test
    void whatIsNotSettledIsNotRated() {
        TicketId open = center.taken();
        TicketId answered = answered();
        TicketId reopened = closed();
        jane.rate(reopened, Rating.of(3));
        jane.reply(reopened, Reply.of("Again."));

        for (TicketId ticket : new TicketId[] {open, answered, reopened}) {
            assertThat(jane.ticket(ticket).actions().whyNot(Action.RATE)).contains(Refusal.NOT_SETTLED);
            Expect.in(center).refused(Refusal.NOT_SETTLED, () -> jane.rate(ticket, Rating.of(5)));
        }
        assertThat(jane.ticket(reopened).rated()).isEmpty();
        assertThat(john.ticket(reopened).rated().map(Rated::stars)).contains(3);
    }

    @Test
    void nobodyIsAskedUnlessTheInstallationWantsIt() {
        assertThat(Settings.of("X", EmailAddress.of("x@x.example")).ratings()).isFalse();
        TicketId ticket = closed();
        jane.rate(ticket, Rating.of(3));
        center.settings(settings -> settings.withRatings(false));

        assertThat(jane.ticket(ticket).actions().whyNot(Action.RATE)).contains(Refusal.RATINGS_OFF);
        assertThat(jane.ticket(ticket).rated()).isEmpty();
        Expect.in(center).refused(Refusal.RATINGS_OFF, () -> jane.rate(ticket, Rating.of(5)));
        assertThat(john.ticket(ticket).rated().map(Rated::stars)).contains(3);
    }

    @Test
    void onlyTheCustomerRates() {
        TicketId ticket = closed();

        Expect.in(center).notFound("ticket", () -> mary.rate(ticket, Rating.of(1)));
        Expect.in(center).notFound("ticket", () -> mary.rate(TicketId.of(9999), Rating.of(1)));
        assertThat(jane.ticket(ticket).actions().allows(Action.RATE)).isTrue();
    }

    @Test
    void aRatingFromAnOldPageIsRefusedWithWhatIsNew() {
        TicketId ticket = closed();
        SeenTicket seen = jane.ticket(ticket).seen();
        john.reopen(ticket);
        john.answer(ticket, Answer.of("One more thing.").andClose());

        assertThat(Expect.in(center).stale(() -> jane.rate(seen, Rating.of(1))).ticket())
                .isEqualTo(ticket);
    }

    @Test
    void theTicketThatWasMergedIntoAnotherIsRatedWithIt() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId source = center.taken();
        TicketId into = center.taken();
        john.linking().merge(source, into);
        john.close(into);

        jane.rate(source, Rating.of(4));

        assertThat(john.ticket(into).rated().map(Rated::stars)).contains(4);
        assertThat(center.kept(into).state().status()).isEqualTo(Status.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6, Integer.MAX_VALUE})
    void starsAreOneToFive(int stars) {
        assertThatThrownBy(() -> Rating.of(stars)).isInstanceOf(Invalid.class).hasMessageContaining("stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\ud800"})
    void aCommentIsAText(String comment) {
        assertThatThrownBy(() -> Rating.of(3).comment(comment)).isInstanceOf(Invalid.class);
    }

    @Test
    void aCommentIsShort() {
        assertThat(Rating.of(3).comment("x".repeat(Rating.LONGEST_COMMENT)).comment())
                .isPresent();
        assertThatThrownBy(() -> Rating.of(3).comment("x".repeat(Rating.LONGEST_COMMENT + 1)))
                .isInstanceOf(Invalid.class);
    }

    private TicketId answered() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").keepOpen());
        return ticket;
    }

    private TicketId closed() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").andClose());
        return ticket;
    }
}
