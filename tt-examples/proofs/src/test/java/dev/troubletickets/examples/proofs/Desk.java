// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.storage.Storage;

/** The same small provider in every process of a proof. */
final class Desk {
    static final AccountId JANE = AccountId.of("jane");

    private Desk() {}

    static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(Account.of(JANE, "Jane", EmailAddress.of("jane@jane.example")))
                .add(StaffMember.mainAdministrator("anna"))
                .add(StaffMember.technician("john"))
                .add(StaffMember.technician("kate"));
    }

    static SupportCenter.Builder on(Storage storage) {
        return SupportCenter.builder()
                .storage(storage)
                .identity(people())
                .secret(Secret.of("the same on every node"))
                .installation("Example Hosting", "support@example.com");
    }
}
