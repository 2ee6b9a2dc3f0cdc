// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.ContinuationOpened;
import dev.troubletickets.event.TicketEvent.TicketContinued;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Whoever writes to an old ticket, but takes no part in what continues it, gets a ticket of their own (G14). */
@Tag("G14")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ContinuedApartTest extends BehaviourTest {
    private TicketId old;
    private TicketId later;

    @BeforeEach
    void janesOldTicketGoesOnAsMarys() {
        center.settings(s -> s.withReopeningWindow(30));
        old = center.opened();
        john.change(old, Edit.addTags("vip"), Edit.summary("of the network"));
        john.close(old);
        afterTheWindow();
        later = jane.reply(old, Reply.of("It is back."));
        john.change(later, Edit.account(Cast.MARY.id()), Edit.requester("mary@mary.example"));
    }

    @Test
    void itIsTheirsAlone() {
        TicketId own = jane.reply(old, Reply.of("And again."));

        StaffTicketView view = john.ticket(own);
        assertThat(own).isNotIn(old, later);
        assertThat(view.header().requester()).isEqualTo(EmailAddress.of("jane@jane.example"));
        assertThat(view.header().account()).contains(Cast.JANE.id());
        assertThat(view.header().subject()).isEqualTo("Mail bounces");
        assertThat(view.header().tags()).isEmpty();
        assertThat(view.cc()).isEmpty();
        Expect.in(center).notFound("ticket", () -> mary.ticket(own));
        Expect.in(center).notFound("ticket", () -> jane.ticket(later));
    }

    @Test
    @Tag("A15")
    void staffSeeWhatItBelongsTo() {
        TicketId own = jane.reply(old, Reply.of("And again."));

        assertThat(john.ticket(own).links())
                .containsExactly(new TicketLink(Kind.CONTINUES, old, Optional.of("Mail bounces")));
        assertThat(john.ticket(old).links()).extracting(TicketLink::ticket).containsExactlyInAnyOrder(later, own);
        assertThat(center.events(own)).contains(new ContinuationOpened(old, TestCenter.START, 30));
        assertThat(center.events(old)).contains(new TicketContinued(later), new TicketContinued(own));
    }

    @Test
    void whoTakesPartInWhatContinuesItIsNotDiverted() {
        jane.reply(old, Reply.of("And again."));
        assertThat(mary.reply(later, Reply.of("Mine."))).isEqualTo(later);
        john.close(later);
        afterTheWindow();

        TicketId last = mary.reply(later, Reply.of("Mine still."));

        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id)
                .doesNotContain(later, last);
        assertThat(mary.ticket(last).messages())
                .extracting(ConversationItem.Message::text)
                .containsExactly("Mine still.");
    }

    @Test
    void theirNextWordsGoToTheirOwnTicketUntilItIsOldItself() {
        TicketId own = jane.reply(old, Reply.of("And again."));

        assertThat(jane.reply(old, Reply.of("Please."))).isEqualTo(own);
        john.close(own);
        afterTheWindow();
        TicketId next = jane.reply(old, Reply.of("Once more."));

        assertThat(next).isNotIn(old, later, own);
        assertThat(jane.reply(own, Reply.of("Hello?"))).isEqualTo(next);
        assertThat(john.ticket(next).links()).extracting(TicketLink::ticket).containsExactly(own);
    }

    @Test
    void whoTakesPartAgainFollows() {
        TicketId own = jane.reply(old, Reply.of("And again."));
        john.change(later, Edit.account(Cast.JANE.id()), Edit.requester("jane@jane.example"));

        assertThat(jane.reply(old, Reply.of("Thank you."))).isEqualTo(later).isNotEqualTo(own);
    }

    @Test
    void theNewestCountsNotWhatIsBetween() {
        john.close(later);
        afterTheWindow();
        TicketId newest = mary.reply(later, Reply.of("Mine still."));
        john.change(newest, Edit.account(Cast.JANE.id()), Edit.requester("jane@jane.example"));

        assertThat(jane.reply(old, Reply.of("And again."))).isEqualTo(newest);
    }

    @Test
    @Tag("A12")
    void aContinuationThatWasMergedBackIsNotFollowedRoundInACircle() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        john.change(later, Edit.account(Cast.JANE.id()), Edit.requester("jane@jane.example"));
        john.linking().merge(later, old);
        john.close(old);
        afterTheWindow();

        TicketId next = jane.reply(later, Reply.of("Once more."));

        assertThat(next).isNotIn(old, later);
        assertThat(jane.reply(old, Reply.of("Please."))).isEqualTo(next);
    }

    @Test
    @Tag("A12")
    void norIsATicketOfTheirOwnThatWas() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId own = jane.reply(old, Reply.of("And again."));
        john.linking().merge(own, old);
        john.close(old);
        afterTheWindow();

        TicketId next = jane.reply(own, Reply.of("Once more."));

        assertThat(next).isNotIn(old, later, own);
        Expect.in(center).notFound("ticket", () -> mary.ticket(next));
        assertThat(jane.reply(old, Reply.of("Please."))).isEqualTo(next);
    }

    @Test
    @Tag("E4")
    void aResellersWordsOpenTheirCustomersTicket() {
        TicketId bobs = center.bob().open(dev.troubletickets.command.NewTicket.of("Bill", "Too high."));
        john.close(bobs);
        afterTheWindow();
        TicketId handed = center.rita().reply(bobs, Reply.of("It still is."));
        john.change(handed, Edit.account(Cast.MARY.id()), Edit.requester("mary@mary.example"));

        TicketId own = center.rita().reply(bobs, Reply.of("Hello?"));

        assertThat(center.bob().ticket(own).messages())
                .extracting(ConversationItem.Message::text)
                .isEqualTo(List.of("Hello?"));
        Expect.in(center).notFound("ticket", () -> mary.ticket(own));
    }

    private void afterTheWindow() {
        center.after(Duration.ofDays(30).plusSeconds(1));
    }
}
