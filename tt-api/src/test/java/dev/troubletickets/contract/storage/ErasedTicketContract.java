// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.message;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.erasure.Person;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore.MailIn;
import dev.troubletickets.spi.storage.ErasureStore.MailOut;
import dev.troubletickets.spi.storage.ErasureStore.Standing;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an erasure (G12) finds and takes away of tickets and mails. */
@Tag("G12")
public interface ErasedTicketContract extends StorageUnderTest {
    EmailAddress ADDRESS = EmailAddress.of("Jane@example.org");
    EmailAddress OTHER = EmailAddress.of("Mary@example.org");

    @Test
    default void ticketsAreFoundByEveryTraceOfThePerson() {
        TicketId account =
                keep(ticket().requester("a@x.example").account("jane")).id();
        TicketId requester = keep(ticket().requester("JANE@example.org")).id();
        TicketId message = keep(ticket().requester("b@x.example")).id();
        TicketId acted = keep(ticket().requester("c@x.example")).id();
        TicketId named = keep(ticket().requester("d@x.example")).id();
        TicketId shown = keep(ticket().requester("e@x.example")).id();
        TicketId undone = keep(ticket().requester("f@x.example")).id();
        TicketId none = keep(ticket().requester("g@x.example").account("Jane")).id();
        run(unit -> {
            unit.conversations()
                    .add(message(MessageId.publicMessage(message, 1), 1, MessageKind.CUSTOMER, "a", List.of()));
            unit.conversations()
                    .add(message(MessageId.note(none, 1), 1, MessageKind.NOTE, "Jane@example.org", List.of()));
            unit.conversations().add(line(acted, new Actor.Sender(ADDRESS), "{}"));
            unit.conversations().add(line(named, Actor.system(), "{\"to\":\"jane@EXAMPLE.org\"}"));
            unit.conversations().add(message(MessageId.publicMessage(none, 1), 1, MessageKind.ANSWER, "b", List.of()));
            unit.operations()
                    .add(new OperationData(
                            new OperationId(undone, 1),
                            OperationData.Kind.MERGE,
                            START,
                            Actor.staff(JOHN),
                            "[\"JANE@example.org\"]",
                            true));
        });
        run(unit -> unit.conversations().show(MessageId.publicMessage(message, 1), message, shown));
        Person jane = Person.account(AccountId.of("jane"), ADDRESS);

        assertThat(read().erasures().tickets(jane, 0, Long.MAX_VALUE))
                .containsExactly(account, requester, message, acted, named, shown, undone);
        assertThat(read().erasures().tickets(jane, account.value(), message.value()))
                .containsExactly(requester, message);
        assertThat(read().erasures().tickets(Person.address(OTHER), 0, Long.MAX_VALUE))
                .isEmpty();
        assertThat(read().erasures().tickets(new Person(jane.account(), Set.of()), 0, Long.MAX_VALUE))
                .containsExactly(account);
        assertThat(read().erasures().operations(undone)).hasSize(1);
        assertThat(read().erasures().operations(none)).isEmpty();
    }

    private static HistoryEntry line(TicketId ticket, Actor actor, String data) {
        return new HistoryEntry(ticket, 1, 0, START, actor, "TicketChanged", data);
    }

    @Test
    default void aMessageLosesItsWordsItsFilesAndWhoWroteIt() {
        TicketId ticket = keptTicket();
        MessageData before = messageWithAttachment(ticket, 4, keptFile(4));
        MessageData answer = message(MessageId.publicMessage(ticket, 2), 2, MessageKind.ANSWER, "by staff", List.of());
        run(unit -> {
            unit.conversations().add(before);
            unit.conversations().add(answer);
        });

        run(unit -> unit.erasures().eraseMessage(before.id()));

        MessageData after = read().conversations().find(before.id()).orElseThrow();
        assertThat(after.text()).isEqualTo(Erased.TEXT);
        assertThat(after.author()).isEqualTo(new Actor.Sender(Erased.ADDRESS));
        assertThat(after.authorName()).isEmpty();
        assertThat(after.attachments()).isEmpty();
        assertThat(after.at()).isEqualTo(before.at());
        assertThat(after.editedAt()).isNull();
        assertThat(read().conversations().find(answer.id())).contains(answer);
        assertThat(read().files().unused(START, 10)).isEqualTo(before.blobs());
    }

    @Test
    default void aLineOfTheHistoryHasAnotherActorAndOtherDataAndItsFactsStay() {
        TicketId ticket = keptTicket();
        HistoryEntry before =
                new HistoryEntry(ticket, 1, 0, START, new Actor.Sender(ADDRESS), "TicketChanged", "{\"a\":1}", "facts");
        HistoryEntry other = history(ticket, 1, 1);
        run(unit -> {
            unit.conversations().add(before);
            unit.conversations().add(other);
        });

        run(unit -> unit.erasures().rewrite(line(ticket, new Actor.Sender(Erased.ADDRESS), "{}")));

        assertThat(read().conversations().history(ticket))
                .containsExactly(
                        new HistoryEntry(
                                ticket, 1, 0, START, new Actor.Sender(Erased.ADDRESS), "TicketChanged", "{}", "facts"),
                        other);
    }

    @Test
    default void mailsThatCameInAreReadByTheirNumbersMaskedEmptiedAndPutAway() {
        TicketId ticket = keptTicket();
        long waits = stored("1");
        long kept = stored("2");
        long opened = stored("3");
        long report = stored("4");
        run(unit -> {
            unit.intake().finish(kept, Ending.of(MailOutcome.QUARANTINED, null, "why"));
            unit.intake().finish(opened, Ending.of(MailOutcome.OPENED, ticket, "why"));
            unit.intake().finish(report, Ending.of(MailOutcome.BOUNCE, ticket, "why"));
        });

        assertThat(read().erasures().mailsIn(0, 9))
                .extracting(MailIn::number, MailIn::standing, MailIn::ticket)
                .containsExactly(
                        tuple(waits, Standing.WAITS, null),
                        tuple(kept, Standing.WAITS, null),
                        tuple(opened, Standing.MESSAGE, ticket),
                        tuple(report, Standing.OVER, ticket));
        assertThat(read().erasures().mailsIn(waits, 1))
                .extracting(MailIn::number)
                .containsExactly(kept);
        assertThat(read().erasures().mailsInOf(ticket)).containsExactly(opened, report);
        run(unit -> {
            unit.erasures().eraseMailIn(waits);
            unit.erasures().eraseMailIn(kept);
            unit.erasures().eraseMailIn(report);
            unit.erasures().rewriteMailIn(opened, bytes("masked"));
        });
        assertThat(read().intake().raw(waits).orElseThrow()).isEmpty();
        assertThat(read().intake().raw(opened).orElseThrow()).isEqualTo(bytes("masked"));
        assertThat(read().intake().waiting()).isZero();
        assertThat(write().intake().lockNext(minutes(9))).isEmpty();
        assertThat(read().intake().counts().get(MailOutcome.DISCARDED)).isEqualTo(2);
        assertThat(read().intake().counts().get(MailOutcome.BOUNCE)).isEqualTo(1);
        assertThat(read().intake().taken(Long.MAX_VALUE, 9))
                .allMatch(mail -> mail.mail() == opened || mail.why().isEmpty());
        assertThat(read().erasures().mailsIn(0, 9)).extracting(MailIn::number).containsExactly(opened);
        assertThat(read().erasures().mailsInOf(ticket)).containsExactly(opened);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private long stored(String uid) {
        return write().intake()
                .store("box", uid, uid, bytes("mail " + uid), START)
                .orElseThrow();
    }

    @Test
    default void aMailThatWasSentLosesEverythingAndAnotherIsGone() {
        TicketId ticket = keptTicket();
        long sent = added(mail(ticket, "sent"));
        run(unit -> {
            Claim claim = unit.outbox().claim(minutes(1), minutes(2), 1).get(0);
            unit.outbox().sending(claim.id(), claim.fence());
            unit.outbox().sent(claim.id(), claim.fence(), minutes(1));
        });
        long ready = added(mail(ticket, "ready"));
        long elsewhere = added(mail(keptTicket(), "elsewhere"));

        assertThat(read().erasures().mailsOut(0, 9))
                .extracting(MailOut::number, MailOut::sent, MailOut::ticket)
                .contains(tuple(sent, true, ticket), tuple(ready, false, ticket));
        assertThat(read().erasures().mailsOutOf(ticket)).containsExactly(sent, ready);
        assertThat(read().erasures().copiesOf(ticket)).isEmpty();
        run(unit -> {
            unit.erasures().eraseMailOut(sent);
            unit.erasures().eraseMailOut(ready);
        });
        assertThat(read().erasures().mailsOut(0, 9)).extracting(MailOut::number).containsExactly(elsewhere);
        assertThat(read().outbox().isUnderWay(List.of(ticket))).isFalse();
        assertThat(read().outbox()
                        .findByMessageId("<sent@desk.example>")
                        .orElseThrow()
                        .recipients())
                .isEmpty();
        assertThat(read().outbox().findByMessageId("<ready@desk.example>")).isEmpty();
    }

    @Test
    default void aRecipientIsTakenFromAMailThatGoesToOthersToo() {
        TicketId ticket = keptTicket();
        OutgoingData data = new OutgoingData(
                ticket,
                null,
                OutgoingData.Kind.COPY,
                null,
                List.of(ADDRESS, OTHER),
                "<both@desk.example>",
                bytes("to both"),
                START);
        long mail = added(data);

        MailOut found = read().erasures().copiesOf(ticket).get(0);
        assertThat(found.number()).isEqualTo(mail);
        assertThat(found.all()).containsExactly(ADDRESS, OTHER);
        assertThat(found.remaining()).containsExactly(ADDRESS, OTHER);
        assertThat(found.content()).isEqualTo(bytes("to both"));
        run(unit -> unit.erasures().rewriteMailOut(mail, Set.of(EmailAddress.of("jane@EXAMPLE.org")), bytes("to one")));
        Claim claim = write().outbox().claim(minutes(1), minutes(2), 1).get(0);
        assertThat(claim.mail().recipients()).containsExactly(OTHER);
        assertThat(claim.mail().content()).isEqualTo(bytes("to one"));
        assertThat(read().outbox()
                        .findByMessageId("<both@desk.example>")
                        .orElseThrow()
                        .recipients())
                .containsExactly(OTHER);
    }

    private long added(OutgoingData mail) {
        run(unit -> unit.outbox().add(mail));
        List<MailOut> all = read().erasures().mailsOut(0, 99);
        return all.get(all.size() - 1).number();
    }

    @Test
    default void noMessageIdLeadsToTheTicketAndNothingIsKnownOfHowMuchSomebodyWrote() {
        TicketId ticket = keptTicket();
        TicketId other = keptTicket();
        run(unit -> {
            unit.threads().remember("<one@a.example>", ticket);
            unit.threads().remember("<two@a.example>", other);
            unit.admissions().admit("account jane", 1, START, START);
        });
        assertThat(write().admissions().admit("account jane", 1, START, START)).isFalse();

        run(unit -> {
            unit.erasures().forgetThreads(ticket);
            unit.erasures().forgetAdmissions("account jane");
        });

        assertThat(read().threads().find(List.of("<one@a.example>", "<two@a.example>")))
                .containsOnlyKeys("<two@a.example>");
        assertThat(write().admissions().admit("account jane", 1, START, START)).isTrue();
    }
}
