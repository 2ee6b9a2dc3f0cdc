// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.InclusionsRevealed;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.Notice;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encrypted inclusions are shown on request alone, and stand nowhere in plain text (F2). */
class SecretsTest extends BehaviourTest {
    private static final String TEXT =
            "My password:\n" + Envelope.seal("correct horse") + "\nand my PIN:\n" + Envelope.seal("1234") + "\nThanks.";

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryption(new Envelope());
    }

    @Test
    @Tag("F2")
    void whoMayReadsTheInclusionsInOrder() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));

        List<Inclusion> inclusions = anna.reveal(MessageId.publicMessage(ticket, 1));

        assertThat(inclusions).extracting(SecretsTest::words).containsExactly("correct horse", "1234");
    }

    @Test
    @Tag("F2")
    @Tag("E3")
    void revealingNeedsThePermission() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        MessageId message = MessageId.publicMessage(ticket, 1);

        assertThat(john.ticket(ticket).actions().whyNot(Action.REVEAL)).contains(Refusal.PERMISSION_MISSING);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.reveal(message));
        center.admin().give(Cast.JOHN, Permission.REVEAL);

        assertThat(john.reveal(message)).hasSize(2);
    }

    @Test
    @Tag("F2")
    @Tag("A15")
    void revealingLeavesALineInTheHistoryAndChangesNothingElse() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        MessageId message = MessageId.publicMessage(ticket, 1);
        TicketState before = center.kept(ticket).state();

        anna.reveal(message);

        assertThat(center.kept(ticket).state()).isEqualTo(before);
        assertThat(john.ticket(ticket).conversation())
                .last()
                .isEqualTo(new ConversationItem.SystemLine(
                        ticket,
                        TestCenter.START,
                        Actor.staff(Cast.ANNA),
                        new InclusionsRevealed(message, List.of(1, 2))));
    }

    @Test
    @Tag("F2")
    void aBlockThatCannotBeReadSaysWhyAndHidesNoOther() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", Envelope.seal("broken") + "\n" + Envelope.seal("1234")));

        assertThat(anna.reveal(MessageId.publicMessage(ticket, 1)))
                .extracting(SecretsTest::words)
                .containsExactly("MALFORMED", "1234");
    }

    @Test
    @Tag("F2")
    void aQuoteShowsSecuredInformationWhereABlockWas() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));

        assertThat(john.quote(MessageId.publicMessage(ticket, 1)))
                .isEqualTo("> My password:\n> secured information\n> and my PIN:\n> secured information\n> Thanks.\n");
    }

    @Test
    @Tag("F2")
    void oneBlockAloneIsReadByItsId() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        MessageId message = MessageId.publicMessage(ticket, 1);

        try (Inclusion inclusion = anna.reveal(new InclusionId(message, 2))) {
            assertThat(words(inclusion)).isEqualTo("1234");
            assertThat(inclusion.id()).isEqualTo(new InclusionId(message, 2));
        }
        assertThat(center.events(ticket)).endsWith(new InclusionsRevealed(message, List.of(2)));
        Expect.in(center).notFound("inclusion", () -> anna.reveal(new InclusionId(message, 3)));
    }

    @Test
    @Tag("F2")
    void whatIsClosedIsWiped() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        Inclusion inclusion = anna.reveal(new InclusionId(MessageId.publicMessage(ticket, 1), 1));
        CharSequence kept = ((Inclusion.Readable) inclusion).text().show(characters -> characters);

        inclusion.close();

        assertThat(kept.chars()).hasSize("correct horse".length()).containsOnly(0);
        assertThatIllegalStateException().isThrownBy(() -> words(inclusion));
    }

    @Test
    @Tag("F2")
    void pagesShowPlaceholdersWithIds() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        MessageId message = MessageId.publicMessage(ticket, 1);

        ConversationItem.Message staffs = john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.Message.class::isInstance)
                .map(ConversationItem.Message.class::cast)
                .findFirst()
                .orElseThrow();
        for (ConversationItem.Message shown :
                List.of(staffs, jane.ticket(ticket).messages().get(0))) {
            assertThat(shown.text())
                    .isEqualTo("My password:\n[secured information 1]\nand my PIN:\n[secured information 2]\nThanks.");
            assertThat(shown.visibleText()).isEqualTo(shown.text());
            assertThat(shown.parts())
                    .containsExactly(
                            new TextPart.Words("My password:\n"),
                            new TextPart.Secured(new InclusionId(message, 1)),
                            new TextPart.Words("\nand my PIN:\n"),
                            new TextPart.Secured(new InclusionId(message, 2)),
                            new TextPart.Words("\nThanks."));
        }
    }

    @Test
    @Tag("F2")
    @Tag("A1")
    @Tag("D12")
    void copiesAndNoticesShowPlaceholders() {
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.NEW_TICKET));

        jane.open(NewTicket.of("Log-in", TEXT));
        center.run();

        assertThat(center.mail().sent())
                .filteredOn(mail -> text(mail).contains("My password"))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(text(mail))
                        .contains("[secured information 1]")
                        .doesNotContain("BEGIN PGP"));
    }

    @Test
    @Tag("F2")
    @Tag("A8")
    void whatATechnicianEncryptedTravelsAsItIs() {
        TicketId ticket = center.taken();
        String text = "Your new password:\n" + Envelope.seal("4711") + "\n";

        john.answer(ticket, Answer.of(text));
        center.run();

        assertThat(text(center.mail().sent().get(center.mail().sent().size() - 1))
                        .replace("\r\n", "\n"))
                .contains(text);
    }

    @Test
    @Tag("F2")
    @Tag("A16")
    void correctingAnAnswerKeepsItsBlocksAndHistoryShowsPlaceholders() {
        TicketId ticket = center.taken();
        john.answer(
                ticket,
                Answer.of("Your pasword:\n" + Envelope.seal("4711") + "\n").keepOpen());
        MessageId answer = MessageId.publicMessage(ticket, 2);
        center.admin().give(Cast.JOHN, Permission.EDIT_MESSAGES);

        john.editMessage(ticket, answer, "Your password:\n[secured information 1]\n");

        assertThat(anna.reveal(answer)).extracting(SecretsTest::words).containsExactly("4711");
        assertThat(String.valueOf(john.ticket(ticket).conversation())).doesNotContain("BEGIN PGP");
    }

    @Test
    @Tag("F2")
    @Tag("A16")
    void whereverACorrectionPutsAPlaceholderTheBlockStaysOne() {
        TicketId ticket = center.taken();
        String quoted =
                Envelope.seal("0815").lines().map(line -> "> " + line + "\n").collect(Collectors.joining());
        john.answer(
                ticket,
                Answer.of("First:\n" + Envelope.seal("4711") + "\nYou wrote:\n" + quoted + "Bye")
                        .keepOpen());
        MessageId answer = MessageId.publicMessage(ticket, 2);
        center.admin().give(Cast.JOHN, Permission.EDIT_MESSAGES);

        for (String corrected : List.of(
                "First: [secured information 1] and [secured information 2].",
                "[secured information 1] [secured information 2]",
                "First:\r\n[secured information 1]\r\nYou wrote:\r\n> [secured information 2]\r\nBye",
                "> [secured information 1]\n>> [secured information 2] again",
                "[secured information 1][secured information 2]")) {
            john.editMessage(ticket, answer, corrected);

            assertThat(anna.reveal(answer))
                    .as(corrected)
                    .extracting(SecretsTest::words)
                    .containsExactly("4711", "0815");
            assertThat(String.valueOf(john.ticket(ticket).conversation())).doesNotContain("BEGIN PGP");
        }
    }

    @Test
    @Tag("F2")
    void aBlockThatDoesNotEndIsNone() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", "-----BEGIN PGP MESSAGE-----\n\nabc"));

        assertThat(anna.reveal(MessageId.publicMessage(ticket, 1))).isEmpty();
        assertThat(john.quote(MessageId.publicMessage(ticket, 1))).contains("> abc");
    }

    @Test
    @Tag("F2")
    void plainTextStandsNowhere() {
        TicketId ticket = jane.open(NewTicket.of("Log-in", TEXT));
        john.pickUp(ticket);
        anna.reveal(MessageId.publicMessage(ticket, 1));
        john.answer(ticket, Answer.of(john.quote(MessageId.publicMessage(ticket, 1)) + "Thank you."));
        center.run();

        assertThat(String.valueOf(john.ticket(ticket))).doesNotContain("correct horse");
        assertThat(String.valueOf(jane.ticket(ticket))).doesNotContain("correct horse");
        assertThat(center.mail().sent())
                .noneMatch(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).contains("correct horse"));
        assertThat(String.valueOf(anna.reveal(MessageId.publicMessage(ticket, 1))))
                .doesNotContain("correct horse");
    }

    @Test
    @Tag("F2")
    void withoutAnEncryptionNothingIsRevealed() {
        TestCenter plain = TestCenter.create();
        TicketId ticket = plain.opened();

        Unavailable failure = Expect.in(plain)
                .failure(Unavailable.class, () -> plain.anna().reveal(MessageId.publicMessage(ticket, 1)));

        assertThat(failure.what()).isEqualTo("encryption");
    }

    private static String text(InMemoryMail.Sent mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8);
    }

    private static String words(Inclusion inclusion) {
        return inclusion instanceof Inclusion.Readable readable
                ? readable.text().show(CharSequence::toString)
                : ((Inclusion.Unreadable) inclusion).reason().name();
    }
}
