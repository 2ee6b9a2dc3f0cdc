// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.event.TicketEvent.AbuseCaseOpened;
import dev.troubletickets.event.TicketEvent.AbuseRegistered;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An abuse case is a ticket of staff, made from a customer's, and linked with it both ways (A18). */
class AbuseCaseTest extends BehaviourTest {
    private static final AbuseCase SPAM = AbuseCase.of("Spam from jane-vps", "Three reports since Monday.");

    private final QueueId abuse = center.queue("Abuse", Cast.KATE);
    private final TicketId ticket = center.opened();

    @Test
    @Tag("A18")
    void anAbuseCaseIsATicketOfTheTechnicianInTheQueueAskedFor() {
        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        StaffTicketView view = kate.ticket(found);
        assertThat(view.header().subject()).isEqualTo("Spam from jane-vps");
        assertThat(view.header().queue()).isEqualTo(abuse);
        assertThat(view.header().status()).isEqualTo(Status.NEW);
        assertThat(view.header().requester()).isEqualTo(Cast.KATES_PROFILE.email());
        assertThat(view.header().account()).isEmpty();
        assertThat(view.messages())
                .extracting(ConversationItem.Message::text)
                .containsExactly("Three reports since Monday.");
        assertThat(kate.ticket(kate.linking().registerAbuse(ticket, SPAM))
                        .header()
                        .queue())
                .isEqualTo(center.defaultQueue());
    }

    @Test
    @Tag("A18")
    void caseAndTicketAreLinkedBothWays() {
        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        assertThat(kate.ticket(ticket).links())
                .containsExactly(new TicketLink(Kind.ABUSE_CASE, found, Optional.of("Spam from jane-vps")));
        assertThat(kate.ticket(found).links())
                .containsExactly(new TicketLink(Kind.ABUSE_CASE_OF, ticket, Optional.of("Mail bounces")));
    }

    @Test
    @Tag("A18")
    @Tag("A15")
    void theHistoryOfBothNamesTheOther() {
        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        assertThat(lastEvents(ticket)).contains(new AbuseRegistered(found));
        assertThat(lastEvents(found)).contains(new AbuseCaseOpened(ticket));
    }

    @Test
    @Tag("A18")
    @Tag("B2")
    void whoDoesNotSeeTheCasesQueueLearnsItsNumberAlone() {
        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        assertThat(john.ticket(ticket).links())
                .containsExactly(new TicketLink(Kind.ABUSE_CASE, found, Optional.empty()));
        Expect.in(center).notFound("ticket", () -> john.ticket(found));
    }

    @Test
    @Tag("A18")
    void theCustomerSeesNothingOfIt() {
        var before = jane.ticket(ticket);

        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        assertThat(jane.ticket(ticket)).isEqualTo(before);
        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(1);
        Expect.in(center).notFound("ticket", () -> jane.ticket(found));
        assertThat(center.sent())
                .filteredOn(mail -> mail.subject().contains(found.toString()))
                .noneMatch(
                        mail -> mail.recipients().contains(Cast.JANE.addresses().get(0)));
    }

    @Test
    @Tag("A18")
    void itNeedsAProfileAQueueAndATicketOneSees() {
        TicketId hidden = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        Expect.in(center)
                .refused(Refusal.PROFILE_MISSING, () -> center.nick().linking().registerAbuse(ticket, SPAM));
        assertThat(center.nick().ticket(ticket).actions().whyNot(Action.REGISTER_ABUSE))
                .contains(Refusal.PROFILE_MISSING);
        Expect.in(center).invalid("queue", () -> john.linking().registerAbuse(ticket, SPAM.queue(QueueId.of(999))));
        Expect.in(center).notFound("ticket", () -> john.linking().registerAbuse(hidden, SPAM));
        Expect.in(center).invalid("text", () -> AbuseCase.of("Spam", " "));
        Expect.in(center).invalid("subject", () -> AbuseCase.of("", "Spam."));
        Expect.in(center).overLimit("textCharacters", () -> john.linking().registerAbuse(ticket, tooLong()));
    }

    @Test
    @Tag("A18")
    @Tag("A11")
    void theLinkGoesWithTheCase() {
        TicketId found = kate.linking().registerAbuse(ticket, SPAM.queue(abuse));

        anna.delete(found);

        assertThat(kate.ticket(ticket).links()).isEmpty();
    }

    private AbuseCase tooLong() {
        int most = center.admin().settings().limits().textCharacters();
        return AbuseCase.of("Spam", "x".repeat(most + 1));
    }

    private List<Object> lastEvents(TicketId of) {
        return kate.ticket(of).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .<Object>map(item -> ((ConversationItem.SystemLine) item).event())
                .toList();
    }
}
