// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.EncryptionKeys;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.EncryptionKey;
import dev.troubletickets.view.EncryptionKey.State;
import dev.troubletickets.view.Inclusion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk has keys of its own, kept sealed; former ones still read (F2). */
@Tag("F2")
class EncryptionKeysTest extends BehaviourTest {
    private static final Secret PASSPHRASE = Secret.of("correct horse");
    private static final AesGcmSealing SEALING = sealing('a');

    private static AesGcmSealing sealing(char filler) {
        return AesGcmSealing.with(Secret.of(String.valueOf(filler).repeat(32)));
    }

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryption(hosts()).encryptionKeys(new Keyring()).sealing(SEALING);
    }

    private EncryptionKeys keys() {
        return center.admin().encryptionKeys();
    }

    private String read(String block) {
        TicketId ticket = jane.open(NewTicket.of("Log-in", block));
        return words(anna.reveal(new InclusionId(MessageId.publicMessage(ticket, 1), 1)));
    }

    private static String words(Inclusion inclusion) {
        return inclusion instanceof Inclusion.Readable readable
                ? readable.text().show(CharSequence::toString)
                : ((Inclusion.Unreadable) inclusion).reason().name();
    }

    @Test
    void customersAndAnybodyAreGivenTheCurrentKey() {
        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("HOST");

        EncryptionKey made = keys().generate(KeyKind.CURVE_25519, PASSPHRASE);

        assertThat(made.state()).isEqualTo(State.CURRENT);
        assertThat(jane.publicKey()).contains(made.publicKey());
        assertThat(center.center().publicKey()).map(PublicKey::fingerprint).contains("MADE1");
        assertThat(keys().all()).containsExactly(made);
    }

    @Test
    void aNewKeyBecomesCurrentAndFormerOnesStillRead() {
        keys().importKey(Keyring.key("old", "a passphrase"));
        center.after(Duration.ofDays(1));
        keys().importKey(Keyring.key("new", ""));

        assertThat(keys().all()).extracting(EncryptionKey::state).containsExactly(State.CURRENT, State.FORMER);
        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("NEW");
        assertThat(read(Keyring.sealed("old", "1234"))).isEqualTo("1234");
        assertThat(read(Keyring.sealed("new", "5678"))).isEqualTo("5678");
        assertThat(read(Keyring.sealed("strange", "5678"))).isEqualTo(CannotDecrypt.Reason.NO_KEY.name());
    }

    @Test
    void aFormerKeyCanBeTakenToReadWithAloneAndBecomeCurrentLater() {
        keys().importKey(Keyring.key("new", ""));
        keys().importFormer(Keyring.key("EXPIRED2019", ""));
        keys().importFormer(Keyring.key("old", ""));

        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("NEW");
        assertThat(read(Keyring.sealed("EXPIRED2019", "1234"))).isEqualTo("1234");
        keys().makeCurrent("OLD");
        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("OLD");
        Expect.in(center).invalid("key", () -> keys().makeCurrent("EXPIRED2019"));
        Expect.in(center).notFound("key", () -> keys().makeCurrent("NOWHERE"));
    }

    @Test
    void aRetiredKeyIsGoneForGood() {
        keys().importKey(Keyring.key("old", ""));
        assertThat(read(Keyring.sealed("old", "1234"))).isEqualTo("1234");

        keys().retire("OLD");

        assertThat(keys().all()).extracting(EncryptionKey::state).containsExactly(State.RETIRED);
        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("HOST");
        assertThat(stored().get(0).sealedKey()).isNull();
        assertThat(stored().get(0).sealedPassphrase()).isNull();
        keys().importKey(Keyring.key("new", ""));
        assertThat(read(Keyring.sealed("old", "1234"))).isEqualTo("NO_KEY");
        Expect.in(center).notFound("key", () -> keys().retire("OLD"));
        Expect.in(center).notFound("key", () -> keys().makeCurrent("OLD"));
        Expect.in(center).invalid("key", () -> keys().importKey(Keyring.key("old", "")));
    }

    private List<KeyData> stored() {
        return center.storage().read(unit -> unit.encryptionKeys().all());
    }

    @Test
    void whatIsPrivateIsKeptSealed() {
        keys().importKey(Keyring.key("old", "a passphrase"));

        KeyData stored = stored().get(0);
        assertThat(new String(stored.sealedKey(), StandardCharsets.ISO_8859_1))
                .doesNotContain("private")
                .doesNotContain("a passphrase");
        assertThat(new String(stored.sealedPassphrase(), StandardCharsets.ISO_8859_1))
                .doesNotContain("a passphrase");
        assertThat(stored.toString() + keys().all())
                .doesNotContain("passphrase")
                .doesNotContain("private");
    }

    @Test
    void theHostsKeyReadsForEverWhatIsEncryptedToNoneOfTheDesks() {
        assertThat(read(Keyring.sealed("host", "1234"))).isEqualTo("1234");

        keys().importKey(Keyring.key("new", ""));

        assertThat(jane.publicKey()).map(PublicKey::fingerprint).contains("NEW");
        assertThat(read(Keyring.sealed("host", "1234"))).isEqualTo("1234");
        assertThat(read(Keyring.sealed("new", "5678"))).isEqualTo("5678");
        assertThat(read(Keyring.sealed("strange", "5678"))).isEqualTo("NO_KEY");
        assertThat(read(Envelope.seal("new|broken"))).isEqualTo("MALFORMED");
    }

    /** In the host's hands alone. */
    private static Decryption hosts() {
        return new Keyring().open(List.of(Keyring.key("host", "")));
    }

    @Test
    void aFormerKeyThatCannotBeOpenedKeepsNoOtherFromReading() {
        center.anotherNode(builder -> builder.encryptionKeys(new Keyring()).sealing(sealing('b')))
                .admin()
                .encryptionKeys()
                .importKey(Keyring.key("old", ""));
        keys().importKey(Keyring.key("new", ""));

        assertThat(read(Keyring.sealed("new", "5678"))).isEqualTo("5678");
    }

    @Test
    void everyNodeReadsWithTheKeysOfNow() {
        SupportCenter other = center.anotherNode(this::wire).center();
        keys().importKey(Keyring.key("old", ""));
        TicketId ticket = jane.open(NewTicket.of("Log-in", Keyring.sealed("new", "5678")));
        InclusionId block = new InclusionId(MessageId.publicMessage(ticket, 1), 1);

        assertThat(words(other.staff(Cast.ANNA).reveal(block))).isEqualTo("NO_KEY");
        keys().importKey(Keyring.key("new", ""));
        assertThat(words(other.staff(Cast.ANNA).reveal(block))).isEqualTo("5678");
    }

    @Test
    void anotherSealingOpensNothingAndTellsNothing() {
        keys().importKey(Keyring.key("old", "a passphrase"));
        TicketId ticket = jane.open(NewTicket.of("Log-in", Keyring.sealed("old", "1234")));
        SupportCenter other = center.anotherNode(
                        builder -> builder.encryptionKeys(new Keyring()).sealing(sealing('b')))
                .center();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> other.staff(Cast.ANNA).reveal(MessageId.publicMessage(ticket, 1)))
                .satisfies(failure -> assertThat(failure.what()).isEqualTo("sealing"))
                .satisfies(failure ->
                        assertThat(failure + " " + failure.getCause()).doesNotContain("passphrase of OLD a"));
    }

    @Test
    void withoutASealingNoKeyIsKept() {
        EncryptionKeys unsealed = center.anotherNode(builder -> builder.encryptionKeys(new Keyring()))
                .admin()
                .encryptionKeys();

        assertThat(Expect.in(center)
                        .failure(Unavailable.class, () -> unsealed.generate(KeyKind.RSA_3072, PASSPHRASE))
                        .what())
                .isEqualTo("sealing");
        assertThat(Expect.in(center)
                        .failure(Unavailable.class, () -> unsealed.importKey(Keyring.key("old", "")))
                        .what())
                .isEqualTo("sealing");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aKeyOfNoUseIsRefusedWithItsReason() {
        assertThat(refused(() -> keys().importKey(new PrivateKey(Secret.of("private x right"), Secret.of("wrong")))))
                .contains("passphrase");
        assertThat(refused(() -> keys().importKey(Keyring.key("EXPIRED", "")))).contains("expired");
        assertThat(refused(() -> keys().importKey(Keyring.key("REVOKED", "")))).contains("revoked");
        assertThat(refused(() -> keys().importKey(new PrivateKey(Secret.of("?"), Secret.of("")))))
                .contains("no armored OpenPGP key");
        Expect.in(center).invalid("passphrase", () -> keys().generate(KeyKind.RSA_3072, Secret.of("short")));
        assertThat(keys().all()).isEmpty();
    }

    private String refused(ThrowingCallable call) {
        return Expect.in(center).failure(Invalid.class, call).getMessage();
    }

    @Test
    @Tag("E3")
    void keysNeedThePermissionAndEachChangeIsInTheAudit() {
        Expect.in(center)
                .refused(
                        Refusal.PERMISSION_MISSING,
                        () -> center.center()
                                .administration(Cast.JOHN)
                                .encryptionKeys()
                                .all());
        center.admin().give(Cast.JOHN, Permission.ENCRYPTION_KEYS);
        EncryptionKeys johns = center.center().administration(Cast.JOHN).encryptionKeys();

        johns.generate(KeyKind.RSA_3072, PASSPHRASE);
        johns.makeCurrent("MADE1");
        johns.retire("MADE1");

        List<Line> audit = center.storage().read(unit -> unit.audit().latest(3));
        assertThat(audit)
                .extracting(line -> line.actor() + " " + line.what())
                .containsExactly(
                        Actor.staff(Cast.JOHN) + " retired the encryption key MADE1",
                        Actor.staff(Cast.JOHN) + " made current the encryption key MADE1",
                        Actor.staff(Cast.JOHN) + " added the encryption key MADE1");
    }
}
