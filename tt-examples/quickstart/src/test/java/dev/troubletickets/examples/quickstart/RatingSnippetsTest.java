// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Action;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.Rated;
import org.junit.jupiter.api.Test;

class RatingSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final AdminDesk ada = center.administration(StaffId.of("ada"));
    private final CustomerDesk jane = center.customer(AccountId.of("jane"));

    @Test
    void aClosedTicketIsRated() {
        TicketId id = jane.open(NewTicket.of("A question", "How do I …?"));
        jane.close(id);
        // region: rating
        ada.saveSettings(ada.settings().withRatings(true));
        CustomerTicketView page = jane.ticket(id);
        if (page.actions().allows(Action.RATE)) { // five stars to click on, and page.rated() to show
            jane.rate(page.seen(), Rating.of(4).comment("Quick, but curt."));
        }
        // endregion
        assertThat(center.staff(StaffId.of("ada")).ticket(id).rated().map(Rated::stars))
                .contains(4);
    }
}
