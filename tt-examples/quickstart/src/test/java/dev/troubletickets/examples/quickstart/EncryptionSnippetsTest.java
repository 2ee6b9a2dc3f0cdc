// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.EncryptionKeys;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.pgp.OpenPgp;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.TextPart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F2")
class EncryptionSnippetsTest {
    private static final Secret HOSTS_KEY = Secret.of("32 random bytes from the config.");

    private final List<String> shown = new ArrayList<>();

    private void show(Object what) {
        shown.add(what.toString());
    }

    private void serve(Download download) {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        download.to(response);
        show(download.headers().get("Content-Length") + " bytes of "
                + download.file().name());
        show(response.toString(StandardCharsets.UTF_8));
    }

    private static SupportCenter center() {
        // region: wiring
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(new PanelDirectory(Panel.USERS))
                .installation("Harbour Hosting", "support@harbour.example")
                .encryptionKeys(OpenPgp.create())
                .sealing(AesGcmSealing.with(HOSTS_KEY)) // or your key-management service
                .build();
        // endregion
        return center;
    }

    @Test
    void aCustomerEncryptsAndATechnicianReads() {
        SupportCenter center = center();
        AdminDesk ada = center.administration(StaffId.of("ada"));
        CustomerDesk jane = center.customer(AccountId.of("jane"));
        StaffDesk tom = center.staff(StaffId.of("tom"));
        Secret passphrase = Secret.of("correct horse");
        // region: keys
        EncryptionKeys keys = ada.encryptionKeys();
        keys.generate(KeyKind.CURVE_25519, passphrase); // the former key, if any, still reads
        ada.give(StaffId.of("tom"), Permission.REVEAL);
        PublicKey download = jane.publicKey().orElseThrow(); // .armored() as a file, .fingerprint() beside it
        // endregion
        String block = OpenPgp.create()
                .encrypt("1234", List.of(download.armored()), Optional.empty(), Instant.now(Clock.systemUTC()));
        TicketId id = jane.open(NewTicket.of("Log-in", "My PIN:\n" + block));
        ConversationItem.Message message = jane.ticket(id).messages().get(0);
        // region: reveal
        for (TextPart part : message.parts()) {
            if (part instanceof TextPart.Words words) {
                show(words.text()); // escaped, as all text
            } else if (part instanceof TextPart.Secured secured) {
                try (Inclusion inclusion =
                        tom.reveal(secured.inclusion())) { // on a click; leaves a line in the history
                    if (inclusion instanceof Inclusion.Readable readable) {
                        readable.text().show(plain -> shown.add(plain.toString()));
                        show(readable.signature().state());
                    } else if (inclusion instanceof Inclusion.Unreadable unreadable) {
                        show(unreadable.reason());
                    }
                }
            }
        }
        // endregion
        assertThat(shown).containsExactly("My PIN:\n", "1234", "NONE", "\n");
        assertThat(message.text()).isEqualTo("My PIN:\n[secured information 1]\n");
        assertThat(tom.quote(MessageId.publicMessage(id, 1))).isEqualTo("> My PIN:\n> secured information\n");
    }

    @Test
    @Tag("F3")
    void aCustomerEncryptsAFile() {
        SupportCenter center = center();
        AdminDesk ada = center.administration(StaffId.of("ada"));
        CustomerDesk jane = center.customer(AccountId.of("jane"));
        StaffDesk tom = center.staff(StaffId.of("tom"));
        ada.encryptionKeys().generate(KeyKind.CURVE_25519, Secret.of("correct horse"));
        PublicKey key = jane.publicKey().orElseThrow();
        ada.give(StaffId.of("tom"), Permission.REVEAL);
        String armored = OpenPgp.create()
                .encrypt("1234", List.of(key.armored()), Optional.empty(), Instant.now(Clock.systemUTC()));
        TicketId id = jane.open(NewTicket.of("PIN", "In the file.")
                .attach(Upload.of("pin.txt.asc", "", armored.getBytes(StandardCharsets.US_ASCII))));
        AttachmentView attachment =
                jane.ticket(id).messages().get(0).attachments().get(0);
        // region: file
        try (EncryptedFile file = tom.reveal(attachment.id())) { // leaves a line in the history, too
            if (file instanceof EncryptedFile.Readable readable) {
                serve(readable.download()); // with its headers, as every file
                show(readable.signature().state());
            } else if (file instanceof EncryptedFile.Unreadable unreadable) {
                show(unreadable.reason()); // such as NO_KEY; an outage is an exception
            }
        }
        // endregion
        assertThat(shown).containsExactly("4 bytes of pin.txt", "1234", "NONE");
    }

    @Test
    void anAnswerIsForTheCustomersKey() {
        SupportCenter center = center();
        CustomerDesk jane = center.customer(AccountId.of("jane"));
        StaffDesk tom = center.staff(StaffId.of("tom"));
        center.administration(StaffId.of("ada"))
                .encryptionKeys()
                .generate(KeyKind.CURVE_25519, Secret.of("of the desk"));
        PrivateKey janes = OpenPgp.create()
                .generate(
                        KeyKind.CURVE_25519,
                        "Jane <jane@jane.example>",
                        Secret.of(""),
                        Instant.now(Clock.systemUTC()).minusSeconds(60));
        String janesKey = OpenPgp.create().examine(janes).armored();
        TicketId id = jane.open(NewTicket.of("PIN", "I forgot my PIN."));
        tom.saveProfile(StaffProfile.of("Tom", EmailAddress.of("tom@harbour.example")));
        tom.pickUp(id);
        // region: answer
        jane.saveOwnPublicKey(janesKey); // or a technician: tom.customers().savePublicKey(…)
        tom.answer(id, Answer.of("Your new PIN is 4321.").encrypt());
        // endregion
        ConversationItem.Message answer = jane.ticket(id).messages().get(1);
        assertThat(answer.text()).isEqualTo("[secured information 1]");
        assertThat(answer.encryptedTo()).hasSize(1);
    }
}
