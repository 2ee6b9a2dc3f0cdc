// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Threat 1: whoever has not got one of our mails cannot name its id, and an id alone opens nothing. */
@Tag("D3")
class FollowUpSpoofedByHeaderTest {
    private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");
    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
    private static final Tokens OURS = new Tokens(List.of(SECRET), RANDOM);
    private static final Tokens THEIRS = new Tokens(List.of(Secret.of("fedcba9876543210fedcba9876543210")), RANDOM);

    @Property(tries = 10_000)
    void aMutatedTokenIsNoToken(@ForAll("mutated") String token) {
        assertThat(OURS.verify(token)).isEmpty();
    }

    @Property(tries = 300)
    void aMutatedTokenOpensATicketEvenForWhoTakesPart(@ForAll("mutated") String token) {
        TestCenter center = TestCenter.create();
        TicketId ticket = center.taken();
        center.john().answer(ticket, Answer.of("Fixed."));
        center.mail()
                .deliver(InboundMail.from("jane@jane.example")
                        .subject("Something else")
                        .header("In-Reply-To", token)
                        .references(token)
                        .bytes());
        center.run();

        assertThat(center.jane().tickets(Optional.empty()).tickets()).hasSize(2);
        assertThat(center.jane().ticket(ticket).messages()).hasSize(2);
    }

    @Property(tries = 50)
    void aValidTokenIsNotEnoughForWhoTakesNoPart(@ForAll("strangers") String stranger) {
        TestCenter center = TestCenter.create();
        TicketId ticket = center.jane().open(NewTicket.of("Mail bounces", "Help!"));
        ParsedMail receipt = center.sent().get(1);
        center.mail().deliver(InboundMail.from(stranger).replyTo(receipt).bytes());
        center.run();

        assertThat(center.jane().ticket(ticket).messages()).hasSize(1);
    }

    @Provide
    Arbitrary<String> strangers() {
        return Arbitraries.of(
                "jane@jane.example.evil.example",
                "jane@sub.jane.example",
                "jane+x@jane.example",
                "\"jane@jane.example\" <eve@evil.example>",
                "jane@jane.example <eve@evil.example>",
                "<jane@jane.example> <eve@evil.example>",
                "eve@evil.example, jane@jane.example",
                "j\u0430ne@jane.example",
                "jane@jane.example.",
                "jane");
    }

    /** Ids of tickets 1 to 99 of ours, spoiled, or made with another key. */
    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<TicketId> tickets = Arbitraries.longs().between(1, 99).map(TicketId::of);
        Arbitrary<String> ours = tickets.map(ticket -> OURS.messageId(ticket, "host"));
        Arbitrary<String> foreign = tickets.map(ticket -> THEIRS.messageId(ticket, "host"));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 200);
        return Arbitraries.oneOf(
                foreign,
                Combinators.combine(ours, places, Arbitraries.chars().ascii()).as(FollowUpSpoofedByHeaderTest::changed),
                Combinators.combine(ours, places).as(FollowUpSpoofedByHeaderTest::truncated),
                Combinators.combine(ours, ours).as(FollowUpSpoofedByHeaderTest::signatureOfAnother),
                Combinators.combine(ours, tickets).as(FollowUpSpoofedByHeaderTest::ofAnotherTicket),
                ours.map(token -> token.substring(0, token.indexOf('@')).toUpperCase(Locale.ROOT) + "@host>"),
                ours.map(token -> token.substring(1)),
                ours.map(token -> token.replace("<tt.", "<tt.0")),
                ours.map(token -> token.replace("<tt.", "<tt.+")),
                ours.map(token -> token.substring(0, token.lastIndexOf('.') + 3) + "@host>"),
                ours.map(token -> token.substring(0, token.lastIndexOf('.') + 1) + "@host>"),
                ours.map(token -> token.replace("@", ".@")),
                Arbitraries.of(
                        "", "<>", "<@>", "<tt.1..@example.com>", "<tt.1.root.@example.com>", "<tt.1@a>", "<....@>"));
    }

    /** One character before the @, changed to another. */
    private static String changed(String token, int place, char other) {
        int at = place % token.indexOf('@');
        char safe = token.charAt(at) == other || other == '@' ? '~' : other;
        return token.substring(0, at) + safe + token.substring(at + 1);
    }

    private static String truncated(String token, int place) {
        int end = token.indexOf('@');
        int cut = 1 + place % (end - 1);
        return token.substring(0, cut) + token.substring(end);
    }

    private static String signatureOfAnother(String token, String other) {
        String nonce = token.split("\\.")[2];
        return nonce.equals(other.split("\\.")[2])
                ? "<>"
                : token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }

    private static String ofAnotherTicket(String token, TicketId other) {
        String[] parts = token.split("\\.", 3);
        long next = parts[1].equals(Long.toString(other.value())) ? other.value() + 1 : other.value();
        return parts[0] + "." + next + "." + parts[2];
    }
}
