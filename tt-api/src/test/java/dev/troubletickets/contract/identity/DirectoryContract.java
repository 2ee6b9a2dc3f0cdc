// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A directory passes this with whatever people it is given. */
@Tag("E1")
public interface DirectoryContract {
    AccountId JANE = AccountId.of("jane");
    AccountId JOE = AccountId.of("joe");
    StaffId JOHN = StaffId.of("john");
    StaffId ADA = StaffId.of("ada");
    ResellerId RITA = ResellerId.of("rita");
    ResellerId SUE = ResellerId.of("sue");
    ResellerId TIM = ResellerId.of("tim");
    EmailAddress SHARED = EmailAddress.of("office@smith.example");

    /** A directory of exactly these people. */
    Directory directoryOf(List<Account> accounts, List<StaffMember> staff, List<Reseller> resellers);

    /**
     * Jane and Joe Smith, who share an address; John, a technician; Ada, the main administrator; Rita, a reseller, with Sue beneath her and
     * Tim beneath Sue; Rob, another; Max, a technician of Rita's staff.
     */
    private Directory directory() {
        Account jane = Account.of(JANE, "Jane Smith", EmailAddress.of("Jane@smith.example"), SHARED);
        Account joe = Account.of(JOE, "Joe Smith", SHARED)
                .withReseller(RITA)
                .withPlan("100% solid_state")
                .withServices(
                        new Service("smith.example", "web hosting"), new Service("smith-old.example", "web hosting"));
        return directoryOf(
                List.of(jane, joe),
                List.of(
                        StaffMember.technician("john"),
                        StaffMember.mainAdministrator("ada"),
                        StaffMember.technician("max").of(RITA)),
                List.of(
                        Reseller.of(RITA),
                        Reseller.beneath(RITA, SUE),
                        Reseller.beneath(SUE, TIM),
                        Reseller.of(ResellerId.of("rob"))));
    }

    @Test
    default void anAccountIsFoundByItsIdWithAllTheHostSaysOfIt() {
        assertThat(directory().account(JOE)).hasValueSatisfying(joe -> {
            assertThat(joe.name()).isEqualTo("Joe Smith");
            assertThat(joe.addresses()).containsExactly(SHARED);
            assertThat(joe.reseller()).contains(RITA);
            assertThat(joe.plan()).isEqualTo("100% solid_state");
            assertThat(joe.services())
                    .extracting(Service::name)
                    .containsExactlyInAnyOrder("smith.example", "smith-old.example");
        });
    }

    @Test
    default void anUnknownAccountIsEmpty() {
        assertThat(directory().account(AccountId.of("nobody"))).isEmpty();
    }

    @Test
    default void severalAccountsAreFoundAtOnceAndUnknownOnesLeftOut() {
        Directory directory = directory();

        assertThat(directory.accounts(Set.of(JANE, JOE, AccountId.of("nobody"), AccountId.of("JANE"))))
                .containsExactlyInAnyOrder(
                        directory.account(JANE).orElseThrow(),
                        directory.account(JOE).orElseThrow());
        assertThat(directory.accounts(Set.of())).isEmpty();
    }

    @Test
    default void idsAreComparedExactly() {
        assertThat(directory().account(AccountId.of("JANE"))).isEmpty();
        assertThat(directory().staff(StaffId.of("JOHN"))).isEmpty();
        assertThat(directory().reseller(ResellerId.of("RITA"))).isEmpty();
        assertThat(directory().resellersBeneath(ResellerId.of("RITA"))).isEmpty();
    }

    @Test
    default void anAddressFindsItsOwnerWithoutRegardToCase() {
        assertThat(directory().accountsOf(EmailAddress.of("jANE@SMITH.example")))
                .extracting(Account::id)
                .containsExactly(JANE);
    }

    @Test
    default void aSharedAddressFindsEveryOwner() {
        assertThat(directory().accountsOf(SHARED)).extracting(Account::id).containsExactlyInAnyOrder(JANE, JOE);
    }

    @Test
    default void anAddressNobodyOwnsFindsNone() {
        assertThat(directory().accountsOf(EmailAddress.of("ane@smith.example"))).isEmpty();
    }

    @Test
    default void accountsAreSearchedByIdNameAndAddressWithoutRegardToCase() {
        assertThat(directory().searchAccounts("JANE", 10))
                .extracting(Account::id)
                .containsExactly(JANE);
        assertThat(directory().searchAccounts("joe smith", 10))
                .extracting(Account::id)
                .containsExactly(JOE);
        assertThat(directory().searchAccounts("Office@Smith", 10))
                .extracting(Account::id)
                .containsExactlyInAnyOrder(JANE, JOE);
    }

    @Test
    default void aSearchGivesAtMostItsLimit() {
        assertThat(directory().searchAccounts("smith", 1)).hasSize(1);
    }

    @Test
    default void aSearchWithoutMatchIsEmpty() {
        assertThat(directory().searchAccounts("zebra", 10)).isEmpty();
    }

    @Test
    default void wildcardsAndQuotesMatchThemselvesAlone() {
        for (String words : List.of("%", "_", "j_ne", "*", "'", "\\", "\"")) {
            assertThat(directory().searchAccounts(words, 10)).as(words).isEmpty();
        }
    }

    @Test
    default void staffAreFoundByIdAndTheMainAdministratorIsMarked() {
        assertThat(directory().staff(JOHN)).contains(new StaffMember(JOHN, false));
        assertThat(directory().staff(ADA)).contains(new StaffMember(ADA, true));
    }

    @Test
    default void anUnknownMemberOfTheStaffIsEmpty() {
        assertThat(directory().staff(StaffId.of("jane"))).isEmpty();
    }

    @Test
    default void allOfTheStaffAreListedOnce() {
        assertThat(directory().staff())
                .extracting(StaffMember::id)
                .containsExactlyInAnyOrder(JOHN, ADA, StaffId.of("max"));
    }

    @Test
    default void resellersAreKnown() {
        assertThat(directory().reseller(RITA)).contains(Reseller.of(RITA));
        assertThat(directory().reseller(SUE)).contains(Reseller.beneath(RITA, SUE));
        assertThat(directory().reseller(ResellerId.of("jane"))).isEmpty();
        assertThat(directory().reseller(ResellerId.of("john"))).isEmpty();
    }

    @Test
    @Tag("E4")
    default void allBeneathAResellerAreTold() {
        assertThat(directory().resellersBeneath(RITA)).containsExactlyInAnyOrder(SUE, TIM);
        assertThat(directory().resellersBeneath(SUE)).containsExactly(TIM);
        assertThat(directory().resellersBeneath(TIM)).isEmpty();
        assertThat(directory().resellersBeneath(ResellerId.of("nobody"))).isEmpty();
    }

    @Test
    @Tag("E4")
    default void aCircleOfResellersHangsNothingAndShows() {
        Directory circle = directoryOf(
                List.of(),
                List.of(),
                List.of(Reseller.beneath(TIM, RITA), Reseller.beneath(RITA, SUE), Reseller.beneath(SUE, TIM)));

        Set<ResellerId> beneath =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> circle.resellersBeneath(SUE));
        assertThat(beneath).containsExactlyInAnyOrder(RITA, SUE, TIM);
    }

    @Test
    @Tag("E4")
    default void aResellersStaffAreToldFromTheProviders() {
        assertThat(directory().staff(StaffId.of("max")))
                .contains(StaffMember.technician("max").of(RITA));
        assertThat(directory().staff(JOHN)).contains(StaffMember.technician("john"));
    }

    @Test
    default void anEmptyDirectoryAnswersToo() {
        Directory empty = directoryOf(List.of(), List.of(), List.of());

        assertThat(empty.account(JANE)).isEmpty();
        assertThat(empty.accounts(Set.of(JANE))).isEmpty();
        assertThat(empty.accountsOf(SHARED)).isEmpty();
        assertThat(empty.searchAccounts("jane", 10)).isEmpty();
        assertThat(empty.staff(JOHN)).isEmpty();
        assertThat(empty.staff()).isEmpty();
        assertThat(empty.reseller(RITA)).isEmpty();
        assertThat(empty.resellersBeneath(RITA)).isEmpty();
    }
}
