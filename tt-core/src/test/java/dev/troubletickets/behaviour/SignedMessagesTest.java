// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.Signed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What customers sign is told to be theirs, or not, also where they do not encrypt it; what they encrypt as MIME is readable (F2). */
@Tag("F2")
class SignedMessagesTest extends BehaviourTest {
    private static final String PART = "Content-Type: text/plain\n\nPlease reset my PIN.\nJane\n";

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryptionKeys(new Keyring()).sealing(AesGcmSealing.with(Secret.of("k".repeat(32))));
    }

    @BeforeEach
    void giveKeys() {
        center.admin().encryptionKeys().importKey(Keyring.key("desk", ""));
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
    }

    private static String signed(String words, String over) {
        return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + words + "\n" + Keyring.signature("jane", over);
    }

    private List<Signed> signatures(String text) {
        TicketId ticket = jane.open(NewTicket.of("PIN", text));
        return john.signatures(MessageId.publicMessage(ticket, 1));
    }

    private List<Signed> signaturesOfMail(String part, String signature) {
        String mail = "From: Jane <jane@jane.example>\nTo: support@example.com\nSubject: PIN\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/signed; micalg=pgp-sha512;\n protocol=\"application/pgp-signature\"; boundary=\"=_b\"\n"
                + "\n--=_b\n" + part + "\n--=_b\nContent-Type: application/pgp-signature; name=\"signature.asc\"\n\n"
                + signature + "\n\n--=_b--\n";
        center.mail().deliver(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        center.run();
        return john.signatures(MessageId.publicMessage(TicketId.of(1), 1));
    }

    @Test
    void aTextThatTheCustomerHasSignedIsTheirs() {
        List<Signed> found =
                signatures("Hello,\n" + signed("Reset it.\n- -- \nJane", "Reset it.\n-- \nJane") + "\nBye");

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.check().state()).isEqualTo(State.GOOD);
            assertThat(one.check().key()).contains("jane");
            assertThat(one.text()).contains("Reset it.\n-- \nJane");
        });
    }

    @Test
    void anEncryptedBlockAmongTheSignedWordsIsAPlaceholder() {
        String block = Keyring.sealed("desk", "1234");

        assertThat(signatures(signed(
                        "My PIN:\n"
                                + block.replace("-----BEGIN", "- -----BEGIN").replace("-----END", "- -----END"),
                        "My PIN:\n" + block)))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("My PIN:\nsecured information"))
                .satisfies(one -> assertThat(one.check().state()).isEqualTo(State.GOOD));
    }

    @Test
    void aTextThatWasChangedIsBadAndOneOfAnUnknownKeyProvesNothing() {
        assertThat(signatures(signed("Send it to me.", "Send it to Jane.")))
                .extracting(one -> one.check().state())
                .containsExactly(State.BAD);
        jane.removeOwnPublicKey();
        assertThat(signatures(signed("Send it.", "Send it.")))
                .extracting(one -> one.check().state())
                .containsExactly(State.UNKNOWN_KEY);
    }

    @Test
    void whatStandsAboveTheSignedWordsIsNotTakenForThem() {
        assertThat(signatures(
                        signed("Send it.", "Send it.").replace("Hash: SHA512\n", "Send it to Eve.\nHash: SHA512\n")))
                .isEmpty();
        assertThat(signatures("No signature at all.")).isEmpty();
        assertThat(signatures("-----BEGIN PGP SIGNED MESSAGE-----\n\nwithout an end"))
                .isEmpty();
    }

    @Test
    @Tag("D10")
    void aMailThatIsSignedAsAWholeIsTheCustomers() {
        assertThat(signaturesOfMail(PART, Keyring.signature("jane", PART)))
                .singleElement()
                .satisfies(one -> assertThat(one.check().state()).isEqualTo(State.GOOD))
                .satisfies(one -> assertThat(one.text()).isEqualTo(Optional.empty()));
    }

    @Test
    @Tag("D10")
    void aMailThatWasChangedOnItsWayIsBad() {
        assertThat(signaturesOfMail(PART.replace("my PIN", "Eve's PIN"), Keyring.signature("jane", PART)))
                .extracting(one -> one.check().state())
                .containsExactly(State.BAD);
    }

    @Test
    @Tag("D10")
    void whatIsEncryptedAsMimeIsReadableWithTheNamesOfItsFiles() {
        String entity = "Content-Type: multipart/mixed; boundary=\"=_m\"\r\n\r\n--=_m\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nMy PIN is 1234.\r\n--=_m\r\n"
                + "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../card.pdf\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--=_m--\r\n";
        TicketId ticket = jane.open(NewTicket.of("PIN", Keyring.signed("desk", "jane", entity)));

        Inclusion found = anna.reveal(new InclusionId(MessageId.publicMessage(ticket, 1), 1));

        assertThat(found).isInstanceOfSatisfying(Inclusion.Readable.class, readable -> {
            assertThat(readable.text().<String>show(CharSequence::toString)).isEqualTo("My PIN is 1234.");
            assertThat(readable.files())
                    .extracting(name -> name.<String>show(CharSequence::toString))
                    .containsExactly("card.pdf");
            assertThat(readable.signature().state()).isEqualTo(State.GOOD);
            readable.close();
            assertThat(readable.files())
                    .allSatisfy(name ->
                            assertThatIllegalStateException().isThrownBy(() -> name.show(CharSequence::toString)));
        });
        assertThat(jane.ticket(ticket).messages().get(0).attachments()).isEmpty();
    }

    @Test
    void aSignatureBeneathTheEncryptionIsCheckedToo() {
        String entity = "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n--b\n"
                + PART + "\n--b\nContent-Type: application/pgp-signature\n\n" + Keyring.signature("jane", PART)
                + "\n--b--\n";
        TicketId ticket = jane.open(NewTicket.of("PIN", Keyring.sealed("desk", entity.replace("\n", "\r\n"))));

        Inclusion found = anna.reveal(new InclusionId(MessageId.publicMessage(ticket, 1), 1));

        assertThat(((Inclusion.Readable) found).signature().state()).isEqualTo(State.GOOD);
        assertThat(((Inclusion.Readable) found).text().<String>show(CharSequence::toString))
                .contains("Please reset my PIN.")
                .doesNotContain("Content-Type");
    }

    @Test
    void withoutAnEncryptionNothingIsProven() {
        TestCenter plain = TestCenter.create();
        TicketId there = plain.jane().open(NewTicket.of("PIN", signed("Send it.", "Send it.")));

        Unavailable failure = Expect.in(plain)
                .failure(Unavailable.class, () -> plain.john().signatures(MessageId.publicMessage(there, 1)));

        assertThat(failure.what()).isEqualTo("encryptionKeys");
    }
}
