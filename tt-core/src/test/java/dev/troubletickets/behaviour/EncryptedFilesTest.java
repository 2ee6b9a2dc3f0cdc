// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.FileRevealed;
import dev.troubletickets.failure.HarmfulFile;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.Logged;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.kit.TestScanner;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile.Readable;
import dev.troubletickets.view.EncryptedFile.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encrypted files are given out in clear on request alone, with their headers and who signed them, or with the reason why not (F2, F3). */
@Tag("F2")
@Tag("F3")
class EncryptedFilesTest extends BehaviourTest {
    private TestScanner scanner;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        scanner = new TestScanner();
        builder.encryptionKeys(new Keyring())
                .sealing(AesGcmSealing.with(Secret.of("k".repeat(32))))
                .scanner(scanner);
    }

    @BeforeEach
    void giveKeys() {
        center.admin().encryptionKeys().importKey(Keyring.key("desk", ""));
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
    }

    private AttachmentId kept(String content) {
        TicketId ticket = jane.open(NewTicket.of("Plan", "See the file.")
                .attach(Upload.of("plan.txt.gpg", "", content.getBytes(US_ASCII))));
        return new AttachmentId(MessageId.publicMessage(ticket, 1), 1);
    }

    private Readable readable(AttachmentId file) {
        return (Readable) anna.reveal(file);
    }

    private Reason unreadable(AttachmentId file) {
        return ((Unreadable) anna.reveal(file)).reason();
    }

    @Test
    void aFileIsServedInClearWithTheHeadersOfADownload() throws IOException {
        AttachmentId file = kept(Keyring.sealed("desk", "door code 4711"));

        try (Readable found = readable(file)) {
            Download download = found.download();
            assertThat(download.open().readAllBytes()).isEqualTo("door code 4711".getBytes(UTF_8));
            assertThat(download.file().id()).isEqualTo(file).isEqualTo(found.id());
            assertThat(download.headers())
                    .containsEntry("Content-Type", "application/octet-stream")
                    .containsEntry("Content-Length", "14")
                    .hasEntrySatisfying(
                            "Content-Disposition", value -> assertThat(value).contains("plan.txt\""))
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Cache-Control", "private, no-store");
        }
    }

    @Test
    void whoSignedItIsTold() {
        assertThat(readable(kept(Keyring.signed("desk", "jane", "a")))
                        .signature()
                        .state())
                .isEqualTo(State.GOOD);
        assertThat(readable(kept(Keyring.signed("desk", "eve", "a")))
                        .signature()
                        .state())
                .isEqualTo(State.UNKNOWN_KEY);
        assertThat(readable(kept(Keyring.sealed("desk", "a"))).signature().state())
                .isEqualTo(State.NONE);
    }

    @Test
    void closedItIsWipedAlsoWhileItIsServed() throws IOException {
        Readable found = readable(kept(Keyring.sealed("desk", "door code 4711")));
        Download download = found.download();
        InputStream half = download.open();
        assertThat(half.readNBytes(4)).isEqualTo("door".getBytes(UTF_8));

        found.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(half::readAllBytes);
        assertThatIllegalStateException().isThrownBy(download::open);
        assertThatIllegalStateException().isThrownBy(() -> found.content().use(bytes -> bytes.get(0)));
    }

    @Test
    @Tag("A15")
    void whateverComesOfItIsALineInTheHistory() {
        AttachmentId file = kept("damaged");
        anna.reveal(file).close();

        assertThat(center.events(file.message().ticket())).endsWith(new FileRevealed(file));
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThat(unreadable(kept(Keyring.sealed("another", "a")))).isEqualTo(Reason.NO_KEY);
        assertThat(unreadable(kept(Keyring.sealed("desk", "a").replace("Z", "!"))))
                .isEqualTo(Reason.MALFORMED);
        assertThat(unreadable(kept("no message at all"))).isEqualTo(Reason.MALFORMED);
        AttachmentId large = kept(Keyring.sealed("desk", "a".repeat(2000)));
        center.settings(s -> s.withLimits(new Limits(100_000, 10, 1999, 10)));
        assertThat(unreadable(large)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aKeyThatCannotBeOpenedIsAnOutageAndNoReason() {
        AttachmentId file = kept(Keyring.sealed("desk", "a"));
        TestCenter other = center.anotherNode(builder ->
                builder.encryptionKeys(new Keyring()).sealing(AesGcmSealing.with(Secret.of("x".repeat(32)))));

        Unavailable outage =
                catchThrowableOfType(Unavailable.class, () -> other.anna().reveal(file));

        assertThat(outage.what()).isEqualTo("sealing");
    }

    @Test
    @Tag("E3")
    void itTakesThePermissionAndSightOfTheTicket() {
        AttachmentId file = kept(Keyring.sealed("desk", "a"));

        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.reveal(file));
        center.admin().give(Cast.JOHN, Permission.REVEAL);
        assertThat(john.reveal(file)).isInstanceOf(Readable.class);
        anna.change(file.message().ticket(), Edit.queue(center.queue("Secret")));
        Expect.in(center).notFound("ticket", () -> john.reveal(file));
        Expect.in(center).notFound("attachment", () -> anna.reveal(new AttachmentId(file.message(), 2)));
    }

    @Test
    void whatIsHarmfulInClearIsGivenToNobody() {
        AttachmentId file = kept(Keyring.sealed("desk", "a virus"));

        HarmfulFile refused = catchThrowableOfType(HarmfulFile.class, () -> anna.reveal(file));

        assertThat(refused.file()).isEqualTo("plan.txt");
    }

    @Test
    void whileNobodyCanLookThroughItItIsNotGivenOutAndTheLogSaysNothingOfIt() {
        AttachmentId file = kept(Keyring.sealed("desk", "a bomb"));

        String log = Logged.during(() -> assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> anna.reveal(file))
                .satisfies(failure -> assertThat(failure.what()).isEqualTo("scanner")));

        assertThat(log).contains("could not be looked through").doesNotContain("nested");
    }
}
