// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.AnswerEncrypted;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.EncryptedMail;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that are for the customer's key alone, and the desk's (F2). */
@Tag("F2")
class EncryptedAnswersTest extends BehaviourTest {
    private static final String WORDS = "The new password is hunter-seven.";
    private static final Answer SECRET = Answer.of(WORDS).encrypt().keepOpen();
    private static final byte[] PLAN = "hunter-seven in a file".getBytes(StandardCharsets.UTF_8);

    private Keyring keyring;
    private TicketId ticket;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        keyring = new Keyring();
        builder.encryptionKeys(keyring).sealing(AesGcmSealing.with(Secret.of("k".repeat(32))));
    }

    @BeforeEach
    void giveKeys() {
        center.admin().encryptionKeys().importKey(Keyring.key("desk", ""));
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        ticket = center.taken();
        center.run();
        center.mail().forgetSent();
    }

    private List<Sent> sent() {
        center.run();
        return center.mail().sent();
    }

    private MessageId answer() {
        return MessageId.publicMessage(ticket, 2);
    }

    private ConversationItem.Message shown() {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.Message.class::isInstance)
                .map(ConversationItem.Message.class::cast)
                .filter(message -> message.id().equals(answer()))
                .findFirst()
                .orElseThrow();
    }

    private MessageData kept() {
        return center.storage()
                .read(unit -> unit.conversations().find(answer()))
                .orElseThrow();
    }

    @Test
    @Tag("D5")
    void theMailIsForTheCustomersKeyAndSaysWhatAPlainOneWould() {
        john.answer(ticket, SECRET);

        Sent mail = sent().get(0);

        assertThat(mail.envelope().recipients())
                .containsExactly(Cast.JANE.addresses().get(0));
        assertThat(EncryptedMail.raw(mail))
                .contains("multipart/encrypted", "Version: 1")
                .doesNotContain("hunter-seven", "John Woods");
        assertThat(EncryptedMail.opened(mail, "jane").text())
                .startsWith("Assigned to: John Woods")
                .contains(WORDS);
        assertThat(EncryptedMail.recipients(mail)).containsExactlyInAnyOrder("desk", "jane");
    }

    @Test
    void theTicketKeepsABlockThatStaffReadAndPagesTellOfTheKey() {
        john.answer(ticket, SECRET);

        assertThat(kept().text()).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(shown().text()).isEqualTo("[secured information 1]");
        assertThat(shown().encryptedTo()).containsExactly("JANE");
        assertThat(jane.ticket(ticket).messages().get(1).encryptedTo()).containsExactly("JANE");
        assertThat(jane.ticket(ticket).messages().get(0).encryptedTo()).isEmpty();
        assertThat(center.events(ticket)).contains(new AnswerEncrypted(answer(), List.of("JANE")));
        try (Inclusion inclusion = anna.reveal(new InclusionId(answer(), 1))) {
            assertThat(((Inclusion.Readable) inclusion).text().<String>show(CharSequence::toString))
                    .isEqualTo(WORDS);
        }
        assertThat(john.quote(answer())).isEqualTo("> secured information\n");
    }

    @Test
    @Tag("F3")
    void filesAreInsideOfTheMailAndAreKeptEncrypted() throws Exception {
        john.answer(ticket, SECRET.attach(Upload.of("plan.txt", "text/plain", PLAN)));

        Sent mail = sent().get(0);

        assertThat(EncryptedMail.opened(mail, "jane").attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo(PLAN))
                .satisfies(file -> assertThat(file.name()).isEqualTo("plan.txt"));
        AttachmentView file = shown().attachments().get(0);
        assertThat(file.name()).isEqualTo("plan.txt.asc");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        jane.download(file.id()).to(kept);
        assertThat(kept.toString(StandardCharsets.UTF_8))
                .startsWith("-----BEGIN")
                .doesNotContain("hunter");
        try (EncryptedFile revealed = anna.reveal(file.id())) {
            Download download = ((EncryptedFile.Readable) revealed).download();
            assertThat(download.open().readAllBytes()).isEqualTo(PLAN);
            assertThat(download.file().name()).isEqualTo("plan.txt");
        }
    }

    @Test
    @Tag("A8")
    void whoIsInCcAndHasNoKeyLearnsThatThereIsAnAnswerAndNothingOfIt() {
        mary.saveOwnPublicKey(Keyring.publicKey("mary"));
        john.answer(ticket, SECRET.cc("mary@mary.example").cc("boss@jane.example"));

        List<Sent> mails = sent();

        assertThat(mails).hasSize(2);
        assertThat(EncryptedMail.recipients(mails.get(0))).containsExactlyInAnyOrder("desk", "jane", "mary");
        assertThat(mails.get(0).envelope().recipients())
                .containsExactly(Cast.JANE.addresses().get(0), EmailAddress.of("mary@mary.example"));
        assertThat(mails.get(1).envelope().recipients()).containsExactly(EmailAddress.of("boss@jane.example"));
        assertThat(center.mail().read(mails.get(1)).text())
                .contains("ticket 1 was sent encrypted")
                .doesNotContain("hunter", "PGP");
        assertThat(shown().encryptedTo()).containsExactly("JANE", "MARY");
        assertThat(jane.ticket(ticket).messages().get(1).encryptedTo()).containsExactly("JANE");
    }

    @Test
    @Tag("D12")
    void whoWatchesIsToldNothingOfIt() {
        kate.saveProfile(Cast.KATES_PROFILE.withNotices(Notice.values()));
        kate.watching().watch(ticket);
        john.answer(ticket, SECRET);

        assertThat(sent()).extracting(EncryptedMail::raw).noneMatch(mail -> mail.contains("hunter"));
    }

    @Test
    void withoutAKeyToEncryptToItIsRefusedAndNothingIsDone() {
        jane.removeOwnPublicKey();
        refused(Refusal.NO_CUSTOMER_KEY);

        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        for (Reason reason : List.of(Reason.EXPIRED, Reason.REVOKED, Reason.CANNOT_ENCRYPT)) {
            keyring.spoil("jane", reason);
            refused(Refusal.CUSTOMER_KEY_UNUSABLE);
        }
        keyring.spoil("desk", Reason.EXPIRED);
        refused(Refusal.NO_ENCRYPTION);
        center.admin().encryptionKeys().retire("DESK");
        refused(Refusal.NO_ENCRYPTION);
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void withoutAnEncryptionItIsRefused() {
        TestCenter plain = TestCenter.create();
        TicketId there = plain.taken();

        Expect.in(plain).refused(Refusal.NO_ENCRYPTION, () -> plain.john().answer(there, SECRET));
    }

    private void refused(Refusal refusal) {
        Expect.in(center).refused(refusal, () -> john.answer(ticket, SECRET));
        Expect.in(center)
                .refused(
                        refusal,
                        () -> john.scheduling()
                                .answerAt(center.clock().instant().plusSeconds(60), ticket, SECRET));
        center.settings(settings -> settings.withUndoSend(Duration.ofSeconds(30)));
        Expect.in(center).refused(refusal, () -> john.answer(ticket, SECRET));
        center.settings(settings -> settings.withUndoSend(Duration.ZERO));
    }

    @Test
    @Tag("D8")
    void aRetrySendsTheSameBytes() {
        center.mail().answerNextWith(new Result.Uncertain("lost"));
        john.answer(ticket, SECRET);
        center.run();
        center.after(Duration.ofHours(1));

        List<Sent> mails = sent();

        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).bytes()).isEqualTo(mails.get(0).bytes());
        assertThat(jane.ticket(ticket).messages()).hasSize(2);
    }

    @Test
    void anotherAnswerInTheTicketIsNotEncrypted() {
        john.answer(ticket, SECRET);
        john.answer(ticket, Answer.of("In clear."));

        List<Sent> mails = sent();

        assertThat(EncryptedMail.raw(mails.get(1))).contains("In clear.").doesNotContain("PGP");
        assertThat(jane.ticket(ticket).messages().get(2).encryptedTo()).isEmpty();
    }
}
