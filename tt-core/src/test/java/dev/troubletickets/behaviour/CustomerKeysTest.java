// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.Erasure;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Inclusion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers have a public key, by which their signatures are proven (F2). */
@Tag("F2")
class CustomerKeysTest extends BehaviourTest {
    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryptionKeys(new Keyring()).sealing(AesGcmSealing.with(Secret.of("k".repeat(32))));
    }

    @BeforeEach
    void giveTheDeskAKey() {
        center.admin().encryptionKeys().importKey(Keyring.key("desk", ""));
    }

    private SignatureCheck signature(TicketId ticket) {
        Inclusion inclusion = anna.reveal(new InclusionId(MessageId.publicMessage(ticket, 1), 1));
        return ((Inclusion.Readable) inclusion).signature();
    }

    @Test
    void aSignatureIsProvenByTheKeyOfTheTicketsCustomer() {
        TicketId janes = jane.open(NewTicket.of("Log-in", Keyring.signed("desk", "jane", "1234")));
        TicketId marys = mary.open(NewTicket.of("Log-in", Keyring.signed("desk", "jane", "1234")));
        assertThat(signature(janes).state()).isEqualTo(State.UNKNOWN_KEY);

        jane.saveOwnPublicKey(Keyring.publicKey("jane"));

        assertThat(signature(janes).state()).isEqualTo(State.GOOD);
        assertThat(signature(marys).state()).isEqualTo(State.UNKNOWN_KEY);
        jane.removeOwnPublicKey();
        assertThat(signature(janes).state()).isEqualTo(State.UNKNOWN_KEY);
    }

    @Test
    void aNewKeyReplacesTheOneThereWas() {
        assertThat(jane.ownPublicKey()).isEmpty();

        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        PublicKey second = jane.saveOwnPublicKey(Keyring.publicKey("jane2"));

        assertThat(jane.ownPublicKey()).contains(second);
        assertThat(second.fingerprint()).isEqualTo("JANE2");
        assertThat(mary.ownPublicKey()).isEmpty();
        jane.removeOwnPublicKey();
        jane.removeOwnPublicKey();
        assertThat(jane.ownPublicKey()).isEmpty();
    }

    @Test
    void aKeyOfNoUseIsRefused() {
        for (String key :
                new String[] {"", "private jane", Keyring.publicKey("EXPIRED"), Keyring.publicKey("REVOKED")}) {
            Expect.in(center).invalid("key", () -> jane.saveOwnPublicKey(key));
        }
        assertThat(jane.ownPublicKey()).isEmpty();
    }

    @Test
    @Tag("E3")
    void staffSeeItAndChangeItWithThePermission() {
        AccountId account = Cast.JANE.id();
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));

        assertThat(john.customers().publicKey(account)).isEqualTo(jane.ownPublicKey());
        String other = Keyring.publicKey("other");
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.customers().savePublicKey(account, other));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.customers().removePublicKey(account));
        center.admin().give(Cast.JOHN, Permission.CUSTOMER_KEYS);
        john.customers().savePublicKey(account, other);
        assertThat(jane.ownPublicKey()).map(PublicKey::fingerprint).contains("OTHER");
        john.customers().removePublicKey(account);
        assertThat(jane.ownPublicKey()).isEmpty();
        Expect.in(center).notFound("account", () -> john.customers().publicKey(AccountId.of("nobody")));
    }

    @Test
    void eachChangeIsInTheAudit() {
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        anna.customers().removePublicKey(Cast.JANE.id());
        anna.customers().removePublicKey(Cast.JANE.id());

        List<Line> audit = center.storage().read(unit -> unit.audit().latest(2));
        assertThat(audit)
                .extracting(Line::what)
                .containsExactly("removed the public key JANE of jane", "saved the public key JANE of jane");
    }

    @Test
    @Tag("G12")
    void anErasedCustomersKeyIsGone() {
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        mary.saveOwnPublicKey(Keyring.publicKey("mary"));
        Erasure erasure = center.admin().erasure();

        ErasureId id = erasure.erase(Person.account(Cast.JANE.id()));
        center.run();

        assertThat(jane.ownPublicKey()).isEmpty();
        assertThat(mary.ownPublicKey()).isPresent();
        assertThat(erasure.state(id).count(Trace.PUBLIC_KEYS)).isEqualTo(1);
    }

    @Test
    void withoutAnEncryptionNoKeyIsTaken() {
        TestCenter plain = TestCenter.create();

        Unavailable failure = Expect.in(plain)
                .failure(Unavailable.class, () -> plain.jane().saveOwnPublicKey(Keyring.publicKey("jane")));

        assertThat(failure.what()).isEqualTo("encryptionKeys");
        assertThat(plain.jane().ownPublicKey()).isEmpty();
    }
}
