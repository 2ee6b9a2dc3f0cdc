// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Draft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be taken is refused by name, and nothing of it is kept. */
class BadInputTest extends BehaviourTest {
    private static final String LONG = "x".repeat(100_001);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "a\u0000b", "a\u0007", "half \ud83d a pair"})
    @Tag("A1")
    void textsThatAreEmptyOrHoldControlCharactersAreInvalid(String text) {
        TicketId ticket = center.taken();

        Expect.in(center).invalid("text", () -> jane.open(NewTicket.of("Mail", text)));
        Expect.in(center).invalid("text", () -> jane.reply(ticket, Reply.of(text)));
        Expect.in(center).invalid("text", () -> john.answer(ticket, Answer.of(text)));
        Expect.in(center)
                .invalid("note", () -> john.answer(ticket, Answer.of("Done.").note(text)));
        Expect.in(center).invalid("note", () -> john.note(ticket, text));
        Expect.in(center).invalid("summary", () -> john.change(ticket, Edit.summary(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007", "sep\u2028arated"})
    @Tag("A1")
    void aSubjectIsOneLine(String subject) {
        TicketId ticket = center.taken();

        Expect.in(center).invalid("subject", () -> jane.open(NewTicket.of(subject, "Help!")));
        Expect.in(center).invalid("subject", () -> john.change(ticket, Edit.subject(subject)));
    }

    @Test
    @Tag("A1")
    void noWayOfMakingACommandPassesBadText() {
        Subject subject = Subject.of("Mail");
        Optional<String> none = Optional.empty();

        Expect.in(center)
                .invalid(
                        "text",
                        () -> jane.open(new NewTicket(
                                subject, "\0", none, none, Optional.empty(), List.of(), java.util.Map.of())));
        Expect.in(center).invalid("text", () -> new Reply("", List.of()));
        Expect.in(center)
                .invalid(
                        "text",
                        () -> new Answer(
                                "\0",
                                Set.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                none,
                                Optional.empty(),
                                Optional.empty(),
                                Answer.Then.AUTO_CLOSE,
                                false));
        Expect.in(center)
                .invalid(
                        "note",
                        () -> new Answer(
                                "Hi",
                                Set.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(""),
                                Optional.empty(),
                                Optional.empty(),
                                Answer.Then.AUTO_CLOSE,
                                false));
        Expect.in(center).invalid("summary", () -> new Edit.SetSummary(Optional.of("\0")));
    }

    @Test
    @Tag("A1")
    void aTextLongerThanTheLimitIsOverIt() {
        TicketId ticket = center.taken();

        Expect.in(center).overLimit("textCharacters", () -> jane.open(NewTicket.of("Mail", LONG)));
        Expect.in(center).overLimit("textCharacters", () -> jane.reply(ticket, Reply.of(LONG)));
        Expect.in(center).overLimit("textCharacters", () -> john.answer(ticket, Answer.of(LONG)));
        Expect.in(center)
                .overLimit(
                        "textCharacters",
                        () -> john.answer(ticket, Answer.of("Done.").note(LONG)));
        Expect.in(center).overLimit("textCharacters", () -> john.note(ticket, LONG));
        Expect.in(center).overLimit("textCharacters", () -> john.change(ticket, Edit.summary(LONG)));
    }

    @Test
    @Tag("A1")
    void aTextAsLongAsTheLimitIsTaken() {
        String longest = LONG.substring(1);

        assertThat(jane.ticket(jane.open(NewTicket.of("Mail", longest)))
                        .messages()
                        .get(0)
                        .text())
                .isEqualTo(longest);
    }

    @Test
    @Tag("A8")
    void moreAddressesInCcThanTheLimitAreOverIt() {
        center.settings(s -> s.withLimits(new Limits(1000, 5, 1000, 2)));
        TicketId ticket = center.taken();
        john.change(ticket, Edit.cc(EmailAddress.of("one@jane.example")));

        Expect.in(center)
                .overLimit(
                        "cc",
                        () -> john.answer(
                                ticket, Answer.of("Hi").cc("two@jane.example").cc("three@jane.example")));
        Expect.in(center)
                .overLimit(
                        "cc",
                        () -> john.change(
                                ticket,
                                Edit.cc(
                                        EmailAddress.of("a@jane.example"),
                                        EmailAddress.of("b@jane.example"),
                                        EmailAddress.of("c@jane.example"))));
    }

    @Test
    @Tag("A13")
    void valuesOutOfTheirRangeAreInvalidByName() {
        assertThatThrownBy(() -> Edit.priority(101)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Edit.priority(-1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Edit.requester("no address")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Answer.of("Hi").cc("a@b\r\nBcc: x@y")).isInstanceOf(Invalid.class);
    }

    @Test
    @Tag("G7")
    void aDraftHoldsNothingThatAnAnswerMayNot() {
        TicketId ticket = center.taken();
        john.composing().saveDraft(ticket, "Dear");

        Expect.in(center).invalid("text", () -> john.composing().saveDraft(ticket, "a\u0000b"));
        Expect.in(center).invalid("text", () -> john.composing().saveDraft(ticket, "half \ud83d a pair"));
        Expect.in(center).overLimit("textCharacters", () -> john.composing().saveDraft(ticket, LONG));
        assertThat(john.ticket(ticket).drafts()).extracting(Draft::text).containsExactly("Dear");
    }

    @Test
    @Tag("A13")
    void theHostIsAskedForNoAccountByWordsThatNoneCanHave() {
        center.directory().people().add(Account.of(AccountId.of("long"), LONG));

        assertThat(john.searchAccounts("x".repeat(254))).extracting(Account::id).containsExactly(AccountId.of("long"));
        assertThat(john.searchAccounts("x".repeat(255))).isEmpty();
        assertThat(john.searchAccounts(LONG)).isEmpty();
        assertThat(john.searchAccounts("jane\u0000\ud83d")).isEmpty();
    }

    @Test
    @Tag("G10")
    void aNumberOfAnySizeIsRefusedWithoutWritingItOut() {
        for (String number : List.of("1E+2147483647", "-9E+2147483640", "1E+13", "1E-5", "1E-2147483647")) {
            assertThatThrownBy(() -> FieldValue.number(new BigDecimal(number)))
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("12 digits");
        }
        assertThat(FieldValue.number(new BigDecimal("0E+2147483647"))).isEqualTo(FieldValue.number(0));
    }

    @Test
    @Tag("B2")
    void numbersThatNeverWereAreNotFound() {
        TicketId never = TicketId.of(Long.MAX_VALUE);

        Expect.in(center).notFound("ticket", () -> jane.ticket(never));
        Expect.in(center).notFound("ticket", () -> jane.reply(never, Reply.of("Hi")));
        Expect.in(center).notFound("ticket", () -> john.ticket(never));
        Expect.in(center).notFound("ticket", () -> john.pickUp(never));
        MessageId none = MessageId.publicMessage(center.opened(), 99);
        Expect.in(center).notFound("message", () -> john.quote(none));
    }

    @Test
    @Tag("E1")
    void whomTheHostDoesNotKnowGetsNoDesk() {
        CustomerDesk nobody = center.center().customer(AccountId.of("nobody"));
        StaffDesk noTechnician = center.center().staff(StaffId.of("jane"));
        ResellerDesk noReseller = center.center().reseller(ResellerId.of("jane"));

        Expect.in(center).notFound("account", () -> nobody.open(NewTicket.of("Hi", "Hi")));
        Expect.in(center).notFound("account", () -> nobody.tickets(Optional.empty()));
        Expect.in(center).notFound("account", nobody::unread);
        Expect.in(center).notFound("technician", noTechnician::dashboard);
        Expect.in(center).notFound("technician", () -> noTechnician.saveProfile(Cast.JOHNS_PROFILE));
        Expect.in(center)
                .notFound(
                        "technician",
                        () -> center.center().administration(StaffId.of("jane")).settings());
        Expect.in(center).notFound("reseller", () -> noReseller.tickets(Optional.empty()));
    }
}
