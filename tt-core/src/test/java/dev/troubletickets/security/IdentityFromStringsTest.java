// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.EncryptedMail;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 24: who somebody is comes from the host; an address that two accounts own is neither's, and never makes one person of the two. */
@Tag("E1")
class IdentityFromStringsTest extends MailTest {
    private static final EmailAddress SHARED = EmailAddress.of("family@home.example");
    private static final Account PAUL = Account.of(AccountId.of("paul"), "Paul Doe", SHARED);
    private static final Account PAULA = Account.of(AccountId.of("paula"), "Paula Doe", SHARED);
    private static final NewTicket FORM = NewTicket.of("Mail bounces", "All my mail bounces.");

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryptionKeys(new Keyring()).sealing(AesGcmSealing.with(Secret.of("k".repeat(32))));
    }

    @BeforeEach
    void twoAccountsOwnOneAddress() {
        center.directory().people().add(PAUL).add(PAULA);
    }

    @Test
    @Tag("D1")
    void aMailFromTheirAddressIsTiedToNeither() {
        TicketId ticket = opened(InboundMail.from(SHARED.value()));

        isNeithers(ticket);
    }

    @Test
    @Tag("D3")
    void aMailUnderTheSubjectOfTheOnesTicketIsNotPutIntoIt() {
        TicketId pauls = open(PAUL);

        TicketId ticket = opened(InboundMail.from(SHARED.value()).text("From Paula."));

        isNeithers(ticket);
        assertThat(texts(pauls)).doesNotContain("From Paula.");
    }

    @Test
    @Tag("D3")
    void norIsOneFromAnAddressThatHasBecomeAnothers() {
        TicketId marys = mary.open(FORM);
        center.directory().people().add(Account.of(Cast.MARY.id(), "Mary Poe", EmailAddress.of("mary@new.example")));
        center.directory().people().add(Account.of(AccountId.of("max"), "Max Poe", EmailAddress.of(MARY)));

        TicketId ticket = opened(InboundMail.from(MARY));

        assertThat(center.kept(ticket).header().account()).isEqualTo(AccountId.of("max"));
        assertThat(texts(marys)).hasSize(1);
    }

    @Test
    @Tag("A3")
    void aTicketThatStaffOpenForTheirAddressIsTiedToNeither() {
        isNeithers(john.openFor(SHARED, FORM));
    }

    @Test
    @Tag("G13")
    void mailsFromTheirAddressAreCountedWithTheMessagesOfNeither() {
        center.settings(settings -> settings.withMessagesPerHour(1));
        open(PAUL);
        open(PAULA);

        opened(InboundMail.from(SHARED.value()));

        center.after(Duration.ofMinutes(61));
        opened(InboundMail.from(SHARED.value()).subject("Another"));
        open(PAUL);
    }

    @Test
    @Tag("F2")
    void aCopyToTheirAddressIsEncryptedToTheKeyOfNeither() {
        center.admin().encryptionKeys().importKey(Keyring.key("desk", ""));
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        center.center().customer(PAUL.id()).saveOwnPublicKey(Keyring.publicKey("paul"));
        TicketId ticket = center.taken();
        center.run();
        center.mail().forgetSent();

        john.answer(ticket, Answer.of("hunter-seven").encrypt().cc(SHARED.value()));
        center.run();

        List<Sent> mails = center.mail().sent();
        assertThat(EncryptedMail.recipients(mails.get(0))).containsExactlyInAnyOrder("desk", "jane");
        assertThat(mails.get(1).envelope().recipients()).containsExactly(SHARED);
        assertThat(EncryptedMail.raw(mails.get(1))).doesNotContain("hunter", "PGP MESSAGE");
    }

    @Test
    @Tag("G12")
    void toEraseTheOneTakesNothingOfTheOthersNorOfTheAddress() {
        TicketId pauls = open(PAUL);
        TicketId paulas = open(PAULA);
        TicketId mailed = opened(InboundMail.from(SHARED.value()));
        Person paul = Person.account(PAUL.id());
        assertThat(center.admin().erasure().preview(paul).traces()).containsEntry(Trace.TICKETS, 1L);

        center.admin().erasure().erase(paul);
        center.run();

        assertThat(center.kept(pauls).header().requester()).isEqualTo(Erased.ADDRESS);
        for (TicketId others : List.of(paulas, mailed)) {
            assertThat(center.kept(others).header().requester()).isEqualTo(SHARED);
            assertThat(texts(others)).containsExactly("All my mail bounces.");
        }
    }

    @Test
    @Tag("G12")
    void theirAddressNamesNobodyToErase() {
        opened(InboundMail.from(SHARED.value()));
        Expect expect = Expect.in(center);

        for (Person person : List.of(
                Person.address(SHARED), Person.account(PAUL.id(), SHARED), Person.account(Cast.JANE.id(), SHARED))) {
            expect.invalid("addresses", () -> center.admin().erasure().preview(person));
            expect.invalid("addresses", () -> center.admin().erasure().erase(person));
        }
    }

    @Test
    @Tag("B2")
    void anIdThatOnlyLooksAlikeIsSomebodyElse() {
        AccountId capital = AccountId.of("Jane");
        center.directory().people().add(Account.of(capital, "Jane Doe", EmailAddress.of("jane@other.example")));
        TicketId ticket = jane.open(FORM);
        Expect expect = Expect.in(center);

        expect.notFound("ticket", () -> center.center().customer(capital).ticket(ticket));
        assertThat(center.center().customer(capital).tickets(Optional.empty()).tickets())
                .isEmpty();
        for (String alike : List.of("JOHN", "john ", "jоhn")) {
            expect.notFound(
                    "technician", () -> center.center().staff(StaffId.of(alike)).dashboard());
        }
    }

    private TicketId open(Account account) {
        return center.center().customer(account.id()).open(FORM);
    }

    private void isNeithers(TicketId ticket) {
        assertThat(center.kept(ticket).header().account()).isNull();
        assertThat(center.kept(ticket).header().requesterName()).doesNotContain("Doe");
        for (Account each : List.of(PAUL, PAULA)) {
            Expect.in(center)
                    .notFound(
                            "ticket", () -> center.center().customer(each.id()).ticket(ticket));
        }
    }
}
