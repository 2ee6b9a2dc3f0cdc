// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static dev.troubletickets.mail.FakeSmtp.DROP;
import static dev.troubletickets.mail.FakeSmtp.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.mail.MailTransportContract;
import dev.troubletickets.contract.ports.FreePort;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTransportTest implements MailTransportContract, MailTransportContract.Server {
    private static final EmailAddress JANE = EmailAddress.of("jane@customer.example");
    private static final EmailAddress BOSS = EmailAddress.of("boss@customer.example");
    /** Long enough for a busy machine, short enough to wait for. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final String SECRET = "correct horse battery";

    private final FakeSmtp smtp = new FakeSmtp();

    @AfterEach
    void stop() {
        smtp.close();
    }

    private SmtpServer options() {
        return SmtpServer.of("localhost", smtp.port()).withoutTls().timeOuts(SHORT, SHORT, SHORT);
    }

    @Override
    public MailTransport transport() {
        return JakartaMail.with(options()).transport();
    }

    @Override
    public Server server() {
        return this;
    }

    @Override
    public List<Delivered> delivered() {
        return smtp.delivered;
    }

    @Override
    public void next(Trouble trouble, EmailAddress... recipients) {
        switch (trouble) {
            case REFUSES_RECIPIENTS ->
                Arrays.stream(recipients).forEach(to -> smtp.on("RCPT " + to, "550 5.1.1 no such user"));
            case DEFERS_RECIPIENTS ->
                Arrays.stream(recipients).forEach(to -> smtp.on("RCPT " + to, "450 4.2.0 greylisted"));
            case DEFERS -> smtp.on("MAIL", "451 4.3.0 later");
            case REJECTS -> smtp.on("MAIL", "554 5.7.1 never");
            case IS_DOWN -> smtp.on("greeting", DROP);
            case DROPS_AFTER_MESSAGE -> smtp.on("end", DROP);
        }
    }

    private Result send(EmailAddress... recipients) {
        return send(transport(), recipients);
    }

    private static Result send(MailTransport transport, EmailAddress... recipients) {
        Envelope envelope = new Envelope(Optional.of(EmailAddress.of("desk@desk.example")), List.of(recipients));
        return transport.send(envelope, MAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 busy",
        "greeting, 554 no service",
        "greeting, drop",
        "greeting, hang",
        "greeting, nonsense",
        "EHLO, drop",
        "EHLO, hang",
        "MAIL, 421 busy",
        "MAIL, 450 later",
        "MAIL, 530 log in first",
        "MAIL, drop",
        "MAIL, hang",
        "MAIL, nonsense",
        "RCPT jane@customer.example, 450 greylisted",
        "RCPT jane@customer.example, 421 busy",
        "RCPT jane@customer.example, drop",
        "RCPT jane@customer.example, hang",
        "DATA, 451 later",
        "DATA, drop",
        "DATA, hang",
        "DATA, nonsense",
        "end, 451 later",
        "end, 421 closing"
    })
    @Tag("D8")
    void whatIsNoVerdictBeforeTheEndIsDeferred(String step, String answer) {
        smtp.on(step, answer);
        assertThat(send(JANE)).isInstanceOf(Result.Deferred.class);
        assertThat(smtp.delivered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 no", "MAIL, 552 too large", "RCPT jane@customer.example, 550 no",
                "RCPT jane@customer.example, 571 no",
        "DATA, 554 no", "end, 554 spam", "end, 552 too large", "end, 550 no"
    })
    @Tag("D8")
    void whatTheServerRefusesForGoodIsRejectedWithItsWords(String step, String answer) {
        smtp.on(step, answer);
        assertThat(send(JANE))
                .isInstanceOfSatisfying(
                        Result.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, HANG, "nonsense", "", "99"})
    @Tag("D8")
    void noClearAnswerToTheEndIsUncertain(String answer) {
        smtp.on("end", answer);
        assertThat(send(JANE)).isInstanceOf(Result.Uncertain.class);
    }

    @Test
    @Tag("D8")
    void anyYesToTheEndIsAYes() {
        smtp.on("end", "252 in any case");
        assertThat(send(JANE)).isInstanceOf(Result.Accepted.class);
    }

    @Test
    @Tag("D8")
    void ifSomeoneIsRefusedForNowOnlyAndNobodyIsTakenItIsDeferred() {
        smtp.on("RCPT " + JANE, "450 later").on("RCPT " + BOSS, "550 never");
        assertThat(send(JANE, BOSS))
                .isInstanceOfSatisfying(
                        Result.Deferred.class,
                        deferred -> assertThat(deferred.reason()).contains("450 later", "550 never"));
    }

    @Test
    @Tag("D8")
    void aGreylistingServerTakesLaterWhatItHasDeferred() {
        smtp.on("RCPT " + JANE, "450 4.2.0 greylisted").on("RCPT " + BOSS, "550 5.1.1 who?");
        EmailAddress clerk = EmailAddress.of("clerk@customer.example");
        assertThat(send(JANE, BOSS, clerk)).isInstanceOfSatisfying(Result.Accepted.class, accepted -> {
            assertThat(accepted.deferred()).containsOnlyKeys(JANE);
            assertThat(accepted.refused()).containsOnlyKeys(BOSS);
        });
        assertThat(send(JANE)).isEqualTo(Result.Accepted.byAll());
        assertThat(smtp.delivered)
                .extracting(Delivered::recipients)
                .containsExactly(List.of(clerk.value()), List.of(JANE.value()));
    }

    @Test
    @Tag("D8")
    void whoIsRefusedIsToldWithTheServersWords() {
        smtp.on("RCPT " + JANE, "450 4.2.1 later");
        assertThat(send(JANE, BOSS))
                .isInstanceOfSatisfying(
                        Result.Accepted.class,
                        accepted -> assertThat(accepted.deferred().get(JANE)).startsWith("450 4.2.1"));
    }

    @Test
    @Tag("D8")
    void ifTheEndIsLostForSomeItIsUncertainForAll() {
        smtp.on("RCPT " + JANE, "550 no").on("end", HANG);
        assertThat(send(JANE, BOSS)).isInstanceOf(Result.Uncertain.class);
    }

    @Test
    @Tag("D8")
    void aRefusedConnectionIsDeferredAndNamesTheServer() {
        int port = FreePort.next();
        Result result = send(JakartaMail.with(SmtpServer.of("localhost", port)).transport(), JANE);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Deferred.class,
                        deferred -> assertThat(deferred.reason()).contains("localhost:" + port));
    }

    @Test
    @Tag("D8")
    void aWrongPasswordIsDeferredAndNotTold() {
        smtp.on("AUTH", "535 5.7.8 wrong " + SECRET);
        SmtpServer login = options().login("desk", Secret.of(SECRET));
        assertThat(login.toString()).doesNotContain(SECRET);
        assertThat(send(JakartaMail.with(login).transport(), JANE))
                .isInstanceOfSatisfying(
                        Result.Deferred.class,
                        deferred ->
                                assertThat(deferred.reason()).contains("login").doesNotContain(SECRET));
    }

    @Test
    @Tag("D8")
    void whoLogsInDoesSoBeforeTheMail() {
        assertThat(send(
                        JakartaMail.with(options().login("desk", Secret.of(SECRET)))
                                .transport(),
                        JANE))
                .isInstanceOf(Result.Accepted.class);
        assertThat(smtp.commands).anyMatch(command -> command.startsWith("AUTH PLAIN"));
    }

    @Test
    @Tag("D8")
    void withoutStartTlsAServerIsNotUsedByDefault() {
        SmtpServer strict = SmtpServer.of("localhost", smtp.port()).timeOuts(SHORT, SHORT, SHORT);
        assertThat(send(JakartaMail.with(strict).transport(), JANE)).isInstanceOf(Result.Deferred.class);
        assertThat(smtp.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    @Tag("D8")
    void internationalDomainsGoOutInAscii() {
        assertThat(send(EmailAddress.of("jane@kühl.example"))).isInstanceOf(Result.Accepted.class);
        assertThat(smtp.delivered.get(0).recipients()).containsExactly("jane@xn--khl-hoa.example");
        assertThat(send(EmailAddress.of("jürgen@customer.example"))).isInstanceOf(Result.Rejected.class);
    }

    @Test
    @Tag("D8")
    void bytesGoOutAsTheyAre() {
        byte[] odd = "A: b\r\n\r\n\u00e4\u0000 \r\n..\r\n.\r\n \r\n".getBytes(StandardCharsets.ISO_8859_1);
        transport().send(new Envelope(Optional.empty(), List.of(JANE)), odd);
        assertThat(smtp.delivered.get(0).message()).isEqualTo(odd);
    }
}
