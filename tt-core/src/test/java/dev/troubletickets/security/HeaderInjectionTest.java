// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.TicketId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 7: each text that people write × characters that end or bend a header; each is refused, or leaves as harmless. */
@Tag("D5")
@Tag("D8")
class HeaderInjectionTest {
    private static final Set<String> OUR_HEADERS = Set.of(
            "From",
            "To",
            "Cc",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");
    private final TestCenter center = TestCenter.create();

    static Stream<String> evil() {
        return Stream.of(
                "\r\nBcc: eve@evil.example",
                "\nBcc: eve@evil.example",
                "\rBcc: eve@evil.example",
                "\r\n\r\n<b>body</b>",
                "\0Bcc: eve@evil.example",
                "\u0085Bcc: eve@evil.example",
                "\u2028Bcc: eve@evil.example",
                "\u2029Bcc: eve@evil.example",
                "\u760d\u760aBcc: eve@evil.example",
                "\r\n.\r\nMAIL FROM:<eve@evil.example>\r\n",
                ", eve@evil.example",
                "> , <eve@evil.example>",
                "\" <eve@evil.example>, \"",
                "\\",
                " =?utf-8?q?=0D=0ABcc:_eve@evil.example?=",
                " =?utf-8?b?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
                "\ud800Bcc: eve@evil.example",
                "\u202eBcc: eve@evil.example");
    }

    @ParameterizedTest
    @MethodSource("evil")
    void noTextOfThePanelAddsAnythingToAMail(String evil) {
        attempt(() -> center.directory()
                .people()
                .add(Account.of(Cast.JANE.id(), "Jane" + evil, EmailAddress.of("jane@jane.example"))
                        .withPlan("Gold" + evil)));
        attempt(() -> center.settings((Settings settings) -> settings.withInstallation("Example" + evil)));
        attempt(() -> center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support" + evil)
                                .withNewTicketResponse(Wording.of("{{queue}} {{name}} {{installation}}" + evil))));
        attempt(() -> center.john().saveProfile(StaffProfile.of("John" + evil, EmailAddress.of("john@example.com"))));
        attempt(() -> center.john().saveProfile(Cast.JOHNS_PROFILE.withDescription("engineer" + evil)));
        attempt(() -> center.john().saveProfile(Cast.JOHNS_PROFILE.withSignature("John" + evil)));
        attempt(() -> center.john().saveProfile(StaffProfile.of("John", EmailAddress.of("john@example.com" + evil))));
        attempt(() -> center.jane().open(NewTicket.of("Mail bounces" + evil, "Help")));
        attempt(() ->
                center.jane().open(NewTicket.of("Mail bounces", "Help" + evil).attach(file(evil))));
        TicketId ticket = center.taken();
        attempt(() -> center.john().change(ticket, Edit.subject("Mail" + evil)));
        attempt(() -> center.john().change(ticket, Edit.requester("jane@jane.example" + evil)));
        attempt(() -> center.john().change(ticket, Edit.requester("jane" + evil + "@jane.example")));
        attempt(() -> center.john()
                .answer(
                        ticket,
                        Answer.of("Fixed").cc("boss@jane.example" + evil).keepOpen()));
        attempt(() -> center.john().answer(ticket, Answer.of("Fixed" + evil).keepOpen()));
        center.john().answer(ticket, Answer.of("Fixed").attach(file(evil)));

        verify(Set.of(EmailAddress.of("jane@jane.example"), EmailAddress.of(TestCenter.SUPPORT)));
    }

    @ParameterizedTest
    @MethodSource("evil")
    void noTextOfAMailAddsAnythingToAMail(String evil) {
        InboundMail mail = InboundMail.from("Who <who@else.example>");
        for (InboundMail each : List.of(
                mail.subject("Subject" + evil),
                InboundMail.from("\"Who" + evil + "\" <who@else.example>").subject("2"),
                InboundMail.from("who@else.example" + evil).subject("3"),
                mail.subject("4").id("<1" + evil + "@else.example>"),
                mail.subject("5").references("<1" + evil + "@else.example>"),
                mail.subject("6").header("Cc", "boss@jane.example" + evil),
                mail.subject("7").header("Reply-To", "who@else.example" + evil))) {
            center.mail().deliver(each.bytes());
            center.run();
        }
        Set<EmailAddress> requesters = new HashSet<>();
        center.storage().read(Invariants::tickets).forEach(ticket -> {
            requesters.add(ticket.header().requester());
            center.anna().pickUp(ticket.id());
            center.anna().answer(ticket.id(), Answer.of("Fixed."));
        });

        assertThat(center.mail().sent())
                .allMatch(sent -> sent.envelope().recipients().size() == 1);
        verify(requesters);
    }

    private static Upload file(String evil) {
        return Upload.of("f" + evil + ".txt", "text/plain" + evil, new byte[] {1});
    }

    /** What is refused, is well. */
    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException | SupportException refused) {
            assertThat(refused.getMessage()).doesNotContain("evil");
        }
    }

    private void verify(Set<EmailAddress> people) {
        center.run();
        assertThat(center.mail().sent()).isNotEmpty();
        for (Sent sent : center.mail().sent()) {
            assertThat(sent.envelope().recipients()).isSubsetOf(people);
            String mail = new String(sent.bytes(), UTF_8);
            String[] lines = mail.split("\r\n\r\n", 2)[0].split("[\r\n\u0085\u2028\u2029\u0000]+");
            List<String> names = Arrays.stream(lines)
                    .filter(line -> !line.startsWith(" "))
                    .map(line -> line.split(":", 2)[0])
                    .toList();
            assertThat(names).as(mail).isSubsetOf(OUR_HEADERS).doesNotHaveDuplicates();
            assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\0");
            assertThat(center.mail().read(sent).recipients())
                    .as("the header names whom the envelope names")
                    .containsExactlyInAnyOrderElementsOf(sent.envelope().recipients());
        }
    }
}
