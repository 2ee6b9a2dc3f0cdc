// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.SavedResellerSupport;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.Test;

class ResellersSnippetsTest {
    private static final ResellerId RITA = ResellerId.of("rita");
    private static final ResellerId SUE = ResellerId.of("sue");

    @Test
    void aResellerStandsByTheirOwnCustomers() {
        // region: tree
        InMemoryDirectory directory = new InMemoryDirectory()
                .add(Reseller.of(RITA))
                .add(Reseller.beneath(RITA, SUE))
                .add(StaffMember.mainAdministrator("ada"))
                .add(StaffMember.technician("tom"))
                .add(StaffMember.technician("sam").of(RITA))
                .add(Account.of(AccountId.of("carl"), "Carl Coe", EmailAddress.of("carl@carl.example"))
                        .withReseller(SUE));
        // endregion
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(directory)
                .installation("Harbour Hosting", "support@harbour.example")
                .build();
        StaffDesk tom = center.staff(StaffId.of("tom"));
        StaffDesk sam = center.staff(StaffId.of("sam"));
        TicketId id = center.customer(AccountId.of("carl")).open(NewTicket.of("Site down", "Since this morning."));
        assertThat(tom.ticket(id).id()).isEqualTo(id);
        sam.saveProfile(StaffProfile.of("Sam Low", EmailAddress.of("sam@rita.example")));
        // region: offer
        SavedResellerSupport offer =
                center.administration(StaffId.of("ada")).resellers().support();
        center.administration(StaffId.of("ada"))
                .resellers()
                .save(offer.with(support -> support.offering(RITA, false))); // and all beneath her
        sam.pickUp(id); // tom does not see it any more
        // endregion
        assertThatThrownBy(() -> tom.ticket(id)).isInstanceOf(NotFound.class);
    }
}
