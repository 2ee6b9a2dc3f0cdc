// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.Erasure;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.event.TicketEvent.PersonErased;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom one can erase, and what is told of it (G12). */
@Tag("G12")
class ErasureTest extends BehaviourTest {
    private static final Person JANE = Person.account(Cast.JANE.id());
    private static final Person STRANGER = Person.address(EmailAddress.of("stranger@elsewhere.example"));

    private final Erasure erasure = center.admin().erasure();
    private final Expect expect = Expect.in(center);

    @Test
    void theTicketIsLeftWithoutWordsAndItsHistoryTells() {
        TicketId ticket = center.taken();
        TicketData before = center.kept(ticket);

        ErasureId id = erased(JANE);

        TicketData after = center.kept(ticket);
        assertThat(after.header().subject()).isEqualTo(Subject.ERASED);
        assertThat(after.header().requester()).isEqualTo(Erased.ADDRESS);
        assertThat(after.header().requesterName()).isEmpty();
        assertThat(after.header().account()).isEqualTo(Cast.JANE.id());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(center.events(ticket)).endsWith(new PersonErased(id.value(), true));
        assertThat(erasure.state(id).by()).isEqualTo(Cast.ANNA);
        assertThat(erasure.all()).extracting(ErasureJob::id).containsExactly(id);
    }

    @Test
    @Tag("D2")
    void somebodyWithoutAnAccountIsErasedByTheirAddress() {
        TicketId ticket = mailed("stranger@elsewhere.example", "Hello");
        TicketId marys = mailed("mary@mary.example", "Hello");

        erased(STRANGER);

        assertThat(center.kept(ticket).header().requester()).isEqualTo(Erased.ADDRESS);
        assertThat(center.kept(marys).header().requester()).isEqualTo(EmailAddress.of("mary@mary.example"));
    }

    @Test
    @Tag("E3")
    void thePermissionIsNeededForEverything() {
        Erasure johns = center.center().administration(Cast.JOHN).erasure();
        center.opened();

        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.preview(JANE));
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.erase(JANE));
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.state(ErasureId.of(1)));
        expect.refused(Refusal.PERMISSION_MISSING, () -> johns.tickets(ErasureId.of(1), Optional.empty()));
        expect.refused(Refusal.PERMISSION_MISSING, johns::all);
        assertThat(erasure.all()).isEmpty();
        center.admin().give(Cast.JOHN, Permission.ERASE);
        assertThat(johns.state(johns.erase(JANE)).by()).isEqualTo(Cast.JOHN);
    }

    @Test
    void whoIsNotThereCannotBeErased() {
        center.opened();

        expect.notFound("person", () -> erasure.erase(STRANGER));
        expect.notFound("person", () -> erasure.preview(STRANGER));
        expect.notFound("person", () -> erasure.erase(Person.account(AccountId.of("nobody"))));
        expect.notFound("erasure", () -> erasure.state(ErasureId.of(77)));
        expect.notFound("erasure", () -> erasure.tickets(ErasureId.of(77), Optional.empty()));
        assertThat(erasure.all()).isEmpty();
        // the host knows her, and here is nothing of hers
        assertThat(erasure.preview(Person.account(Cast.MARY.id())).traces()).isEmpty();
    }

    @Test
    void technicansTheInstallationAndOtherAccountsAreNotErasedByTheWay() {
        for (String address : List.of("john@example.com", "support@example.com", "erased@erased.invalid")) {
            expect.invalid("addresses", () -> erasure.erase(Person.address(EmailAddress.of(address))));
            expect.invalid(
                    "addresses", () -> erasure.preview(Person.account(Cast.JANE.id(), EmailAddress.of(address))));
        }
        EmailAddress marys = EmailAddress.of("mary@mary.example");
        expect.invalid("addresses", () -> erasure.erase(Person.account(Cast.JANE.id(), marys)));
        expect.invalid("addresses", () -> erasure.erase(Person.address(marys)));
        EmailAddress[] many = IntStream.range(0, Person.MOST_ADDRESSES)
                .mapToObj(i -> EmailAddress.of("a" + i + "@elsewhere.example"))
                .toArray(EmailAddress[]::new);
        expect.invalid("addresses", () -> erasure.erase(Person.account(Cast.JANE.id(), many)));
        assertThat(Arrays.stream(many).count()).isEqualTo(Person.MOST_ADDRESSES);
    }

    @Test
    void noMoreThanTwentyAreUnderWay() {
        center.opened();
        IntStream.range(0, 20).forEach(i -> erasure.erase(JANE));

        expect.overLimit("erasures", () -> erasure.erase(JANE));
        center.run();
        erasure.erase(JANE);
    }

    @Test
    void theAuditTellsWhoErasedWhichAccountAndNoName() {
        ErasureId account = erasure.erase(JANE);
        mailed("stranger@elsewhere.example", "Hello");
        ErasureId stranger = erasure.erase(STRANGER);

        assertThat(center.audit("erased"))
                .extracting(line -> line.what())
                .containsExactly(
                        "erased a mail address, erasure " + stranger, "erased account jane, erasure " + account);
    }

    @Test
    @Tag("D8")
    void whatWasToGoToThemDoesNotAndWhatStaffWriteAfterwardsNeither() {
        TicketId ticket = center.taken();
        center.run();
        john.answer(ticket, Answer.of("Fixed.").keepOpen());
        center.mail().forgetSent();
        erased(JANE);

        john.answer(ticket, Answer.of("Still fixed.").keepOpen());
        center.run();

        assertThat(center.mail().sent()).isEmpty();
        john.answer(ticket, Answer.of("And yours.").cc("boss@elsewhere.example").keepOpen());
        center.run();
        assertThat(center.mail().sent())
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.accepted()).containsExactly(EmailAddress.of("boss@elsewhere.example")));
    }

    @Test
    @Tag("D3")
    void aMailThatComesAfterwardsOpensATicketOfItsOwn() {
        TicketId ticket = mailed("stranger@elsewhere.example", "Hello");
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Hello!").keepOpen());
        ParsedMail answer = center.sent().get(center.sent().size() - 1);
        erased(STRANGER);

        center.mail()
                .deliver(InboundMail.from("stranger@elsewhere.example")
                        .replyTo(answer)
                        .text("Me again")
                        .bytes());
        center.mail()
                .deliver(InboundMail.from("erased@erased.invalid")
                        .subject("[" + ticket + "] " + Erased.TEXT)
                        .text("It is me")
                        .bytes());
        center.run();

        assertThat(center.events(ticket)).last().isInstanceOf(PersonErased.class);
        TicketId next = TicketId.of(ticket.value() + 1);
        assertThat(center.events(next))
                .first()
                .isInstanceOfSatisfying(
                        TicketOpened.class,
                        opened -> assertThat(opened.claimed()).contains(ticket));
        assertThat(center.kept(TicketId.of(ticket.value() + 2)).header().requester())
                .isEqualTo(Erased.ADDRESS);
        ErasureId again = erased(STRANGER);
        assertThat(erasure.state(again).count(Trace.TICKETS)).isEqualTo(1);
        assertThat(center.kept(next).header().subject()).isEqualTo(Subject.ERASED);
    }

    @Test
    @Tag("D1")
    void aMailOfTheirsThatIsStillToBeProcessedIsPutAwayAndOthersAreNot() {
        center.opened();
        byte[] janes = InboundMail.from("jane@jane.example").text("of janes").bytes();
        byte[] marys = InboundMail.from("mary@mary.example")
                .text("of marys, to jane@jane.example")
                .bytes();
        long[] mails = new long[2];
        center.storage().write(unit -> {
            mails[0] = unit.intake()
                    .store("elsewhere", "1", "a", janes, clock.instant())
                    .orElseThrow();
            mails[1] = unit.intake()
                    .store("elsewhere", "2", "b", marys, clock.instant())
                    .orElseThrow();
            unit.intake().postpone(mails[0], clock.instant().plusSeconds(600), "later");
            unit.intake().postpone(mails[1], clock.instant().plusSeconds(600), "later");
            return true;
        });
        erased(JANE);

        clock.advance(Duration.ofHours(1));
        center.run();

        Map<MailOutcome, Long> outcomes =
                center.storage().read(unit -> unit.intake().counts());
        assertThat(outcomes).containsEntry(MailOutcome.DISCARDED, 1L).containsEntry(MailOutcome.OPENED, 1L);
        byte[] rest = center.storage().read(unit -> unit.intake().raw(mails[0])).orElseThrow();
        assertThat(rest).isEmpty();
        assertThat(center.kept(TicketId.of(2)).header().requester()).isEqualTo(EmailAddress.of("mary@mary.example"));
    }

    @Test
    void roundsTellHowMuchWasTouchedAndAFurtherOneDoesNothing() {
        center.opened();
        center.run();
        erasure.erase(JANE);

        assertThat(center.run().count(RunReport.Work.ERASED)).isPositive();
        assertThat(center.run().count(RunReport.Work.ERASED)).isZero();
    }

    @Test
    void aCustomerWhoIsStillThereCanGoOn() {
        TicketId ticket = center.opened();
        erased(JANE);

        jane.reply(ticket, Reply.of("I am back."));
        TicketId next = jane.open(NewTicket.of("Another", "Word"));

        assertThat(jane.ticket(ticket).subject()).isEqualTo(Erased.TEXT);
        assertThat(center.kept(next).header().subject()).isEqualTo(Subject.of("Another"));
    }

    private ErasureId erased(Person person) {
        ErasureId id = erasure.erase(person);
        center.run();
        assertThat(erasure.state(id).state()).isEqualTo(ErasureJob.State.DONE);
        return id;
    }

    private TicketId mailed(String from, String text) {
        long before = center.storage().read(unit -> unit.erasures().last(Phase.TICKETS));
        center.mail().deliver(InboundMail.from(from).text(text).bytes());
        center.run();
        return TicketId.of(before + 1);
    }
}
