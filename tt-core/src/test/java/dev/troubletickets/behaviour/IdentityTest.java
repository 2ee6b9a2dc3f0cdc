// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's directory says who someone is, at each call (E1); when it fails nothing is written. */
class IdentityTest extends BehaviourTest {
    @Test
    @Tag("E1")
    void whileIdentityFailsEveryCallIsUnavailableAndWritesNothing() {
        TicketId ticket = center.taken();
        List<ThrowingCallable> calls = List.of(
                () -> jane.open(NewTicket.of("Hi", "Hi")),
                () -> jane.reply(ticket, Reply.of("Hi")),
                () -> jane.close(ticket),
                () -> jane.ticket(ticket),
                () -> jane.tickets(Optional.empty()),
                () -> jane.newTicketForm(),
                () -> center.rita().tickets(Optional.empty()),
                () -> center.rita().openFor(Cast.BOB.id(), NewTicket.of("Hi", "Hi")),
                () -> john.dashboard(),
                () -> john.ticket(ticket),
                () -> john.answer(ticket, Answer.of("Hi")),
                () -> john.note(ticket, "Hi"),
                () -> john.openFor(Cast.JANE.id(), NewTicket.of("Hi", "Hi")),
                () -> john.searchAccounts("jane"),
                () -> john.saveProfile(Cast.KATES_PROFILE),
                () -> center.admin().settings(),
                () -> center.admin().createQueue(QueueSettings.named("Sales")),
                () -> center.center().mailroom(Cast.ANNA).state());
        center.directory().goDown();

        for (ThrowingCallable call : calls) {
            Unavailable failure = Expect.in(center).failure(Unavailable.class, call);
            assertThat(failure.what()).isEqualTo("identity");
            assertThat(failure).hasMessageNotContaining("host's directory");
        }

        center.directory().comeBack();
        john.answer(ticket, Answer.of("Back again."));
    }

    @Test
    @Tag("E1")
    void whoLeavesTheStaffIsOutAtTheNextCall() {
        TicketId ticket = center.taken();
        StaffDesk desk = center.john();
        center.directory().people().remove(Cast.JOHN);

        Expect.in(center).notFound("technician", () -> desk.ticket(ticket));
        Expect.in(center).notFound("technician", () -> desk.answer(ticket, Answer.of("Hi")));
        assertThat(kate.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        kate.assign(ticket, Cast.KATE);
    }

    @Test
    @Tag("E2")
    void aProfileIsReadAsItWasSaved() {
        assertThat(center.nick().profile()).isEmpty();
        StaffProfile profile = StaffProfile.of("Nick New", EmailAddress.of("nick@example.com"))
                .withDescription("trainee")
                .withSignature("Nick\n--\nExample");

        center.nick().saveProfile(profile);

        assertThat(center.nick().profile()).contains(profile);
        assertThat(john.profile()).contains(Cast.JOHNS_PROFILE);
    }

    @Test
    @Tag("E2")
    void aProfileIsOneLineOfNameAndDescription() {
        EmailAddress mail = EmailAddress.of("x@example.com");

        assertThatThrownBy(() -> StaffProfile.of(" ", mail)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StaffProfile.of("A\r\nBcc: b@c", mail)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StaffProfile.of("x".repeat(121), mail)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cast.JOHNS_PROFILE.withDescription("a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cast.JOHNS_PROFILE.withSignature("x".repeat(2001)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
