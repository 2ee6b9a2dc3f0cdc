// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.ErasurePage;
import dev.troubletickets.erasure.ErasurePreview;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasureSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));

    @Test
    void aPersonIsErased() {
        TicketId ticket = center.customer(AccountId.of("jane")).open(NewTicket.of("A question", "How do I …?"));
        // region: erasing
        Person jane = Person.account(AccountId.of("jane"), EmailAddress.of("jane@former.example"));
        ErasurePreview preview = ada.erasure().preview(jane); // "8 tickets, 19 messages …: for good?"
        ErasureId erasure = ada.erasure().erase(jane);
        center.background().runDue(); // or whenever the next round comes
        ErasureJob done = ada.erasure().state(erasure);
        ErasurePage touched = ada.erasure().tickets(erasure, Optional.empty());
        // endregion
        assertThat(done.state()).isEqualTo(ErasureJob.State.DONE);
        assertThat(done.traces()).isEqualTo(preview.traces());
        assertThat(preview.count(Trace.TICKETS)).isEqualTo(1);
        assertThat(touched.tickets()).containsExactly(ticket);
    }
}
