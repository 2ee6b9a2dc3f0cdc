// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.EncryptedMail;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Scheduled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encrypted answers that leave later than they are given never wait, nor leave, in clear (F2, G8). */
@Tag("F2")
@Tag("G8")
class EncryptedLaterTest extends BehaviourTest {
    private static final Duration UNDO = Duration.ofSeconds(30);
    private static final byte[] PLAN = "hunter-seven in a file".getBytes(StandardCharsets.UTF_8);
    private static final Answer SECRET = Answer.of("The new password is hunter-seven.")
            .attach(Upload.of("plan.txt", "text/plain", PLAN))
            .encrypt()
            .keepOpen();

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
        center.settings(settings -> settings.withUndoSend(UNDO));
    }

    private List<Sent> sentAfter(Duration time) {
        center.after(time);
        center.run();
        center.run();
        return center.mail().sent();
    }

    private Scheduled waiting() {
        return john.ticket(ticket).scheduled().get(0);
    }

    private ScheduledData kept() {
        return center.storage().read(unit -> unit.schedule().of(ticket)).get(0);
    }

    @Test
    void whatWaitsIsEncryptedAndPagesShowAPlaceholderAndTheKey() {
        john.answer(ticket, SECRET);

        assertThat(kept().toString()).contains("BEGIN PGP MESSAGE").doesNotContain("hunter");
        assertThat(waiting().action().text()).contains("[secured information 1]");
        assertThat(waiting().besides().orElseThrow().encryptedTo()).contains("JANE");
        assertThat(waiting().besides().orElseThrow().files()).containsExactly("plan.txt");
    }

    @Test
    void itLeavesAsOneThatIsGivenAtOnce() {
        john.answer(ticket, SECRET);

        List<Sent> mails = sentAfter(UNDO);

        assertThat(mails).hasSize(1);
        assertThat(EncryptedMail.raw(mails.get(0))).doesNotContain("hunter");
        assertThat(EncryptedMail.opened(mails.get(0), "jane").text()).contains("hunter-seven");
        assertThat(EncryptedMail.opened(mails.get(0), "jane").attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo(PLAN));
        assertThat(jane.ticket(ticket).messages().get(1).encryptedTo()).containsExactly("JANE");
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    void atATimeItDoesSoToo() {
        john.scheduling().answerAt(center.clock().instant().plusSeconds(600), ticket, SECRET);

        assertThat(kept().toString()).doesNotContain("hunter");
        List<Sent> mails = sentAfter(Duration.ofSeconds(600));

        assertThat(EncryptedMail.opened(mails.get(0), "jane").text()).contains("hunter-seven");
    }

    @Test
    void takenBackItIsInClearAgainForWhoGaveIt() throws Exception {
        ScheduledId held = john.answer(ticket, SECRET).orElseThrow();

        Answer back = john.scheduling().takeBack(held);

        assertThat(back.text()).isEqualTo(SECRET.text());
        assertThat(back.encrypted()).isTrue();
        assertThat(back.attachments().get(0).open().readAllBytes()).isEqualTo(PLAN);
        assertThat(sentAfter(UNDO)).isEmpty();
    }

    @Test
    void whereTheKeyIsAnotherOrOfNoUseByThenItStaysAndHistorySaysWhy() {
        john.answer(ticket, SECRET);
        jane.saveOwnPublicKey(Keyring.publicKey("jane2"));
        refused(Refusal.CUSTOMER_KEY_CHANGED);

        john.answer(ticket, SECRET);
        keyring.spoil("jane2", Reason.EXPIRED);
        refused(Refusal.CUSTOMER_KEY_UNUSABLE);

        jane.saveOwnPublicKey(Keyring.publicKey("jane3"));
        john.answer(ticket, SECRET);
        jane.removeOwnPublicKey();
        refused(Refusal.NO_CUSTOMER_KEY);
    }

    private void refused(Refusal refusal) {
        assertThat(sentAfter(UNDO)).isEmpty();
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(center.events(ticket))
                .filteredOn(ActionRefused.class::isInstance)
                .last()
                .satisfies(event -> assertThat(((ActionRefused) event).why()).isEqualTo(refusal.message()));
        assertThat(waiting().refused()).contains(refusal.message());
        assertThat(john.scheduling().takeBack(waiting().id()).text()).isEqualTo(SECRET.text());
    }

    @Test
    void anAnswerInClearWaitsAsItAlwaysDid() {
        john.answer(ticket, Answer.of("In clear.").keepOpen());

        assertThat(waiting().action().text()).contains("In clear.");
        assertThat(waiting().besides().orElseThrow().encryptedTo()).isEmpty();
        assertThat(sentAfter(UNDO)).hasSize(1);
    }
}
