// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import java.net.URI;
import java.time.LocalDate;

/** The people of the tests. */
public final class Cast {
    /** A reseller; {@link #BOB} is her customer. */
    public static final ResellerId RITA = ResellerId.of("rita");

    public static final Account JANE = Account.of(
                    AccountId.of("jane"),
                    "Jane Doe",
                    EmailAddress.of("jane@jane.example"),
                    EmailAddress.of("jane@home.example"))
            .withPlan("Gold")
            .withServices(
                    new Service("jane.example", "web hosting"),
                    new Service("jane-vps", "server").with("State", "suspended"))
            .withRegistered(LocalDate.of(2020, 2, 29))
            .withLogIn(URI.create("https://panel.example.com/as/jane"));

    /** Of another account. */
    public static final Account MARY =
            Account.of(AccountId.of("mary"), "Mary Poe", EmailAddress.of("mary@mary.example"));

    public static final Account BOB = Account.of(AccountId.of("bob"), "Bob Roe", EmailAddress.of("bob@bob.example"))
            .withServices(new Service("bob.example", "web hosting"))
            .withReseller(RITA);

    /** A technician with a profile and the default permissions. */
    public static final StaffId JOHN = StaffId.of("john");

    /** Another such. */
    public static final StaffId KATE = StaffId.of("kate");

    /** A technician without a profile. */
    public static final StaffId NICK = StaffId.of("nick");

    /** The main administrator, with a profile. */
    public static final StaffId ANNA = StaffId.of("anna");

    public static final StaffProfile JOHNS_PROFILE = StaffProfile.of("John Woods", EmailAddress.of("john@example.com"))
            .withDescription("network engineer")
            .withSignature("John Woods\nExample Hosting");
    public static final StaffProfile KATES_PROFILE = StaffProfile.of("Kate Stone", EmailAddress.of("kate@example.com"));
    public static final StaffProfile ANNAS_PROFILE = StaffProfile.of("Anna Chief", EmailAddress.of("anna@example.com"));

    private Cast() {}

    static TestDirectory directory() {
        TestDirectory directory = new TestDirectory();
        directory
                .people()
                .add(JANE)
                .add(MARY)
                .add(BOB)
                .addReseller(RITA)
                .add(StaffMember.technician("john"))
                .add(StaffMember.technician("kate"))
                .add(StaffMember.technician("nick"))
                .add(StaffMember.mainAdministrator("anna"));
        return directory;
    }
}
