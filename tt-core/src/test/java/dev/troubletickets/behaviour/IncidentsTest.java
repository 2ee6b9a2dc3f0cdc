// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.event.TicketEvent.IncidentsChanged;
import dev.troubletickets.event.TicketEvent.IncidentsUsed;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.money.IncidentBalance.OfQueue;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketBilling;
import dev.troubletickets.view.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket uses a support incident that its customer has paid in advance, where its queue says so (E6). */
@Tag("E6")
class IncidentsTest extends BehaviourTest {
    private final Expect expect = Expect.in(center);
    private QueueId queue;

    @BeforeEach
    void ticketsUseIncidents() {
        queue = center.defaultQueue();
        center.admin().changeQueue(queue, QueueSettings.named("Support").withIncidents(true));
        center.admin().give(Cast.JOHN, Permission.CHARGE);
    }

    @Test
    void aTicketUsesOneAtItsOpening() {
        grant("p", 2);
        TicketId ticket = center.opened();

        assertThat(left()).isEqualTo(1);
        assertThat(center.events(ticket)).contains(new IncidentsUsed(1, 0));
        assertThat(jane.ticket(ticket).incidents()).isEqualTo(1);
        TicketBilling billing = john.ticket(ticket).billing();
        assertThat(billing.incidents()).isEqualTo(1);
        assertThat(billing.balance()).contains(jane.incidents());
        assertThat(john.billing().balance(Cast.JANE.id())).isEqualTo(jane.incidents());
        assertThat(mary.incidents().packs()).isEmpty();
        assertThat(mary.incidents().queues()).containsExactly(new OfQueue(queue, "Support", 0, Optional.empty(), 0));
    }

    @Test
    void withNoneLeftNoTicketIsOpenedBeforeThePanel() {
        expect.refused(Refusal.NO_INCIDENTS_LEFT, center::opened);
        grant("p", 1);
        center.opened();
        expect.refused(Refusal.NO_INCIDENTS_LEFT, center::opened);
        expect.refused(
                Refusal.NO_INCIDENTS_LEFT, () -> center.rita().openFor(Cast.BOB.id(), NewTicket.of("Help", "Help")));
    }

    @Test
    void whatComesByMailIsOpenedUncoveredAndWhatStaffOpenToo() {
        center.mail()
                .deliver(("From: jane@jane.example\r\nTo: " + dev.troubletickets.kit.TestCenter.SUPPORT
                                + "\r\nSubject: Help\r\nMessage-ID: <a@b.example>\r\n\r\nHelp me.")
                        .getBytes(StandardCharsets.US_ASCII));
        center.run();
        TicketId byStaff = john.openFor(Cast.JANE.id(), NewTicket.of("Help", "She called."));

        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(2);
        assertThat(jane.incidents().of(queue).orElseThrow().uncovered()).isEqualTo(2);
        assertThat(john.ticket(byStaff).billing().uncovered()).isEqualTo(1);
        assertThat(center.events(byStaff)).contains(new IncidentsUsed(1, 1));
    }

    @Test
    @Tag("G1")
    void whyATicketUsesOneIsOnItsPage() {
        grant("p", 1);
        TicketId covered = center.opened();
        TicketId uncovered = john.openFor(Cast.JANE.id(), NewTicket.of("Help", "She called."));

        assertThat(because(covered))
                .containsExactly("tickets of the queue it was opened in use support incidents: 1, taken from the"
                        + " customer's packs (E6)");
        assertThat(because(uncovered))
                .containsExactly("tickets of the queue it was opened in use support incidents: 1, 1 uncovered, for no"
                        + " pack of the customer had more (E6)");
        center.admin().changeQueue(queue, QueueSettings.named("Support"));
        assertThat(because(center.opened())).isEmpty();
    }

    private List<String> because(TicketId ticket) {
        return john.ticket(ticket).why().stream()
                .filter(why -> why.decision() == Why.Decision.COVERED)
                .map(Why::because)
                .toList();
    }

    @Test
    @Tag("B2")
    void whatIsUncoveredInAQueueIsToldToThoseWhoSeeTheQueue() {
        QueueId hidden = center.queue("Hidden");
        center.admin().changeQueue(hidden, QueueSettings.named("Hidden").withIncidents(true));
        anna.change(anna.openFor(Cast.JANE.id(), NewTicket.of("Help", "She called.")), Edit.queue(hidden));
        grant("p", 1);
        TicketId seen = center.opened();

        assertThat(john.billing().balance(Cast.JANE.id()).queues())
                .extracting(OfQueue::queue)
                .containsExactly(queue);
        assertThat(john.ticket(seen).billing().balance().orElseThrow().of(hidden))
                .isEmpty();
        assertThat(anna.billing().balance(Cast.JANE.id())).isEqualTo(jane.incidents());
        assertThat(jane.incidents().of(hidden)).isPresent();
    }

    @Test
    void packsOfTheQueueGoFirstAndThenWhatEndsFirst() {
        center.admin().createQueue(QueueSettings.named("Other"));
        pack(IncidentPack.of("all", Cast.JANE.id(), 1));
        pack(IncidentPack.of("all, soon", Cast.JANE.id(), 1).validUntil(at(2)));
        pack(IncidentPack.of("own", Cast.JANE.id(), 1).queue(queue));
        pack(IncidentPack.of("own, soon", Cast.JANE.id(), 1).queue(queue).validUntil(at(9)));
        pack(IncidentPack.of("own, sooner", Cast.JANE.id(), 1).queue(queue).validUntil(at(8)));
        pack(IncidentPack.of("another's", Cast.JANE.id(), 1).queue(center.queue("Another")));

        assertThat(jane.incidents().of(queue).orElseThrow().left()).isEqualTo(5);
        assertThat(jane.incidents().of(queue).orElseThrow().expires()).contains(at(2));
        for (String next : List.of("own, sooner", "own, soon", "own", "all, soon", "all")) {
            center.opened();
            assertThat(jane.incidents().packs())
                    .noneMatch(each -> each.pack().key().equals(next));
        }
        expect.refused(Refusal.NO_INCIDENTS_LEFT, center::opened);
    }

    @Test
    void whatIsOverOrWithdrawnIsNotUsed() {
        pack(IncidentPack.of("soon", Cast.JANE.id(), 5).validUntil(at(2)));
        pack(IncidentPack.of("gone", Cast.JANE.id(), 5));
        center.center().incidents().withdraw("gone");
        center.opened();
        center.after(Duration.ofDays(2));

        assertThat(jane.incidents().packs()).isEmpty();
        expect.refused(Refusal.NO_INCIDENTS_LEFT, center::opened);
    }

    @Test
    void staffSayAnotherNumberWithAnAnswer() {
        grant("a", 2);
        grant("b", 2);
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("It was more.").incidents(3).keepOpen());
        assertThat(left()).isEqualTo(1);
        assertThat(center.events(ticket)).contains(new IncidentsChanged(1, 3, 0, Optional.empty()));

        john.answer(ticket, Answer.of("It was less.").incidents(1).keepOpen());
        assertThat(left()).isEqualTo(3);
        assertThat(center.center().incidents().balance(Cast.JANE.id()).packs())
                .extracting(each -> each.left())
                .containsExactly(1, 2);
        john.answer(ticket, Answer.of("Nothing of yours.").incidents(0).keepOpen());
        assertThat(left()).isEqualTo(4);
        assertThat(jane.ticket(ticket).incidents()).isZero();
        john.answer(ticket, Answer.of("Much more.").incidents(6).keepOpen());
        assertThat(john.ticket(ticket).billing().uncovered()).isEqualTo(2);
        assertThat(left()).isZero();
        grant("c", 1);
        john.answer(ticket, Answer.of("Now you have one.").incidents(6).keepOpen());
        assertThat(john.ticket(ticket).billing().uncovered()).isEqualTo(1);
        john.answer(ticket, Answer.of("Well.").incidents(5).keepOpen());
        assertThat(john.ticket(ticket).billing().uncovered()).isZero();
    }

    @Test
    void anotherNumberNeedsThePermissionAndAQueueThatUsesThem() {
        grant("p", 9);
        TicketId ticket = center.taken();
        expect.invalid("incidents", () -> Answer.of("x").incidents(-1));
        expect.invalid("incidents", () -> Answer.of("x").incidents(101));
        center.admin().take(Cast.JOHN, Permission.CHARGE);
        assertThat(john.ticket(ticket).actions().whyNot(Action.INCIDENTS)).contains(Refusal.PERMISSION_MISSING);
        expect.refused(
                Refusal.PERMISSION_MISSING,
                () -> john.answer(ticket, Answer.of("x").incidents(2)));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.billing().returnIncidents(ticket, "Why"));
        center.admin().give(Cast.JOHN, Permission.CHARGE);
        TicketId nobodys = john.openFor(EmailAddress.of("a@elsewhere.example"), NewTicket.of("Help", "Help"));
        john.pickUp(nobodys);
        expect.refused(
                Refusal.NO_ACCOUNT, () -> john.answer(nobodys, Answer.of("x").incidents(2)));
        center.admin().changeQueue(queue, QueueSettings.named("Support"));
        TicketId free = center.taken();
        assertThat(john.ticket(free).actions().whyNot(Action.INCIDENTS)).contains(Refusal.NO_INCIDENTS);
        expect.refused(
                Refusal.NO_INCIDENTS, () -> john.answer(free, Answer.of("x").incidents(2)));
        assertThat(left()).isEqualTo(8);
    }

    @Test
    void staffGiveThemBackForAReason() {
        grant("p", 2);
        TicketId ticket = center.taken();
        expect.invalid("reason", () -> john.billing().returnIncidents(ticket, " "));
        john.billing().returnIncidents(ticket, "The outage was ours");

        assertThat(left()).isEqualTo(2);
        assertThat(center.events(ticket)).contains(new IncidentsChanged(1, 0, 0, Optional.of("The outage was ours")));
        expect.refused(Refusal.NO_INCIDENTS, () -> john.billing().returnIncidents(ticket, "Again"));
    }

    @Test
    void ofManyWhoOpenWithTheLastOneOneDoes() throws Exception {
        grant("p", 1);
        List<Boolean> opened = Race.of(4, number -> {
            try {
                center.opened();
                return true;
            } catch (NotPermitted none) {
                return false;
            }
        });

        assertThat(opened).containsOnlyOnce(true);
        assertThat(left()).isZero();
        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(1);
    }

    @Test
    void theQueueThatRulesAndCategoriesChooseCounts() {
        QueueId free = center.queue("Free");
        center.settings(s -> s.withCategories(Category.of("Sales", free)));

        jane.open(NewTicket.of("Buy", "I want more.").category("Sales"));
        expect.refused(Refusal.NO_INCIDENTS_LEFT, center::opened);
    }

    private void grant(String key, int incidents) {
        pack(IncidentPack.of(key, Cast.JANE.id(), incidents));
    }

    private void pack(IncidentPack pack) {
        assertThat(center.center().incidents().grant(pack)).isTrue();
    }

    private java.time.Instant at(int days) {
        return dev.troubletickets.kit.TestCenter.START.plus(Duration.ofDays(days));
    }

    private int left() {
        return center.center().incidents().balance(Cast.JANE.id()).packs().stream()
                .mapToInt(each -> each.left())
                .sum();
    }
}
