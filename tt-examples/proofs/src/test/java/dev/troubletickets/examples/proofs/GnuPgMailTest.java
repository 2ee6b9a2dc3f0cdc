// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.pgp.OpenPgp;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Signed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GnuPG opens the mail of an encrypted answer as a mail program would, and what it signs is known as the customer's. */
@Tag("F2")
@Tag("real-mail")
class GnuPgMailTest {
    private static final EmailAddress JANE = EmailAddress.of("jane@jane.example");
    private static final String WORDS = "The new password is p\u0159\u00edstup-7.";
    private static final byte[] PLAN = new byte[100_000];

    private final InMemoryMail mail = InMemoryMail.with(new MimeFormat(), "support");
    private final SupportCenter center = center(mail);
    private final CustomerDesk jane = center.customer(AccountId.of("jane"));
    private final StaffDesk anna = center.staff(StaffId.of("anna"));

    private Path home;
    private int mails;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory("gpg");
    }

    @AfterEach
    void stopAgent() throws Exception {
        new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                .start()
                .waitFor(1, TimeUnit.MINUTES);
    }

    private String gpg(String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--yes"));
        command.addAll(List.of("--pinentry-mode", "loopback", "--passphrase", "", "--trust-model", "always"));
        command.addAll(List.of("--status-file", home.resolve("status").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectInput(Files.writeString(home.resolve("in"), input).toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(home.resolve("err")))
                .isZero();
        return Files.readString(home.resolve("out"));
    }

    /** Jane makes a key of these algorithms, and the desk has its public half. */
    private String janesKey(String algorithms) throws Exception {
        String[] kinds = (algorithms + " " + algorithms).split(" ");
        gpg("", "--quick-generate-key", JANE.value(), kinds[0], "sign", "never");
        String fingerprint = gpg("", "--with-colons", "--list-keys")
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
        gpg("", "--quick-add-key", fingerprint, kinds[1], "encr", "never");
        jane.saveOwnPublicKey(gpg("", "--armor", "--export", JANE.value()));
        return fingerprint;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa3072", "ed25519 cv25519"})
    void theMailOfAnAnswerOpensWithTheCustomersKeyAlone(String algorithms) throws Exception {
        String fingerprint = janesKey(algorithms);
        center.administration(StaffId.of("anna")).encryptionKeys().generate(KeyKind.CURVE_25519, Secret.of("password"));
        gpg(center.publicKey().orElseThrow().armored(), "--import");
        TicketId ticket = jane.open(NewTicket.of("Password", "I forgot it."));
        anna.saveProfile(StaffProfile.of("Anna", EmailAddress.of("anna@desk.example")));
        anna.pickUp(ticket);
        mail.forgetSent();

        anna.answer(
                ticket,
                Answer.of(WORDS).attach(Upload.of("plan.bin", "a/b", PLAN)).encrypt());
        center.background().runDue();

        String raw = new String(mail.sent().get(mail.sent().size() - 1).bytes(), UTF_8);
        String entity = gpg(EncryptedBlocks.in(raw).all().get(0).armored(), "--decrypt");
        ParsedMail opened = parsed(entity);
        assertThat(opened.text()).contains(WORDS);
        assertThat(opened.attachments().get(0).content()).isEqualTo(PLAN);
        assertThat(Files.readString(home.resolve("status"))).contains("GOODSIG", "GOODMDC");
        assertThat(anna.ticket(ticket).conversation()).asString().doesNotContain(WORDS);
        assertThat(jane.ticket(ticket).messages().get(1).encryptedTo()).containsExactly(fingerprint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa3072", "ed25519 cv25519"})
    void aMailThatTheCustomerSignsIsTheirsUntilALetterOfItIsChanged(String algorithms) throws Exception {
        String fingerprint = janesKey(algorithms);
        String part = "Content-Type: text/plain; charset=utf-8\r\n\r\nReset my PIN.  \r\n\r\n-- \r\nJane\r\n";
        String signature = gpg(part, "--armor", "--digest-algo", "SHA512", "--detach-sign");
        String signed = "MIME-Version: 1.0\r\nContent-Type: multipart/signed; micalg=pgp-sha512;\r\n"
                + " protocol=\"application/pgp-signature\"; boundary=\"=_b\"\r\n\r\n--=_b\r\n" + part
                + "\r\n--=_b\r\nContent-Type: application/pgp-signature\r\n\r\n" + signature + "\r\n--=_b--\r\n";

        assertThat(signatures(signed)).containsExactly(new SignatureCheck(State.GOOD, Optional.of(fingerprint)));
        assertThat(signatures(signed.replace("my PIN", "no PIN")))
                .containsExactly(new SignatureCheck(State.BAD, Optional.of(fingerprint)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa3072", "ed25519 cv25519"})
    void aTextThatTheCustomerSignsIsTheirsUntilALetterOfItIsChanged(String algorithms) throws Exception {
        String fingerprint = janesKey(algorithms);
        String signed =
                "\r\n" + gpg("Reset it:\n- my PIN\n-- \nJane\n", "--clear-sign").replace("\n", "\r\n");

        assertThat(signatures(signed)).containsExactly(new SignatureCheck(State.GOOD, Optional.of(fingerprint)));
        assertThat(signatures(signed.replace("my PIN", "no PIN")))
                .containsExactly(new SignatureCheck(State.BAD, Optional.of(fingerprint)));
        jane.removeOwnPublicKey();
        assertThat(signatures(signed)).extracting(SignatureCheck::state).containsExactly(State.UNKNOWN_KEY);
    }

    /** What staff are told of the signatures of a mail that comes in, for a ticket of its own. */
    private List<SignatureCheck> signatures(String content) {
        mails++;
        String subject = "PIN, " + mails + ". time";
        mail.deliver(("From: Jane <" + JANE + ">\r\nTo: support@desk.example\r\nSubject: " + subject + "\r\n" + content)
                .getBytes(UTF_8));
        center.background().runDue();
        TicketId opened = jane.tickets(Optional.empty()).tickets().stream()
                .filter(ticket -> ticket.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id();
        return anna.signatures(MessageId.publicMessage(opened, 1)).stream()
                .map(Signed::check)
                .toList();
    }

    private static ParsedMail parsed(String entity) throws LimitExceeded {
        return new MimeFormat().parse(entity.getBytes(UTF_8), MailLimits.defaults());
    }

    private static SupportCenter center(InMemoryMail mail) {
        InMemoryDirectory people = new InMemoryDirectory();
        people.add(Account.of(AccountId.of("jane"), "Jane", JANE));
        people.add(StaffMember.mainAdministrator("anna"));
        return SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(people)
                .mail(mail)
                .secret(Secret.of("0123456789abcdef0123456789abcdef"))
                .installation("Example Hosting", "support@desk.example")
                .encryptionKeys(OpenPgp.create())
                .sealing(AesGcmSealing.with(Secret.of("k".repeat(32))))
                .build();
    }
}
