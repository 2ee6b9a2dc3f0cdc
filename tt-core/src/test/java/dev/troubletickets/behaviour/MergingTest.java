// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.event.TicketEvent.OtherTicketMerged;
import dev.troubletickets.event.TicketEvent.TicketMerged;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two tickets of one customer become one, under both numbers (A12). */
@Tag("A12")
class MergingTest extends BehaviourTest {
    private TicketId target;
    private TicketId source;

    @BeforeEach
    void twoTickets() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        target = jane.open(NewTicket.of("Mail bounces", "All my mail bounces."));
        center.after(Duration.ofMinutes(1));
        source = jane.open(NewTicket.of("Again mail", "Still bouncing.").attach(file("log")));
        center.after(Duration.ofMinutes(1));
    }

    @Test
    void theSourceIsInNoListAnyMore() {
        john.linking().merge(source, target);

        assertThat(unassigned()).containsExactly(target);
        assertThat(john.dashboard().unassigned().total()).isEqualTo(1);
        assertThat(found("bounces")).containsExactly(target);
        assertThat(found("Again")).isEmpty();
        assertThat(found("jane@jane.example")).containsExactly(target);
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id)
                .containsExactly(target);
    }

    @Test
    void itsNumberLeadsToTheTarget() {
        john.linking().merge(source, target);

        assertThat(john.ticket(source).id()).isEqualTo(target);
        assertThat(jane.ticket(source).id()).isEqualTo(target);
        assertThat(found(source.toString())).containsExactly(target);
        assertThat(john.search()
                        .find(Search.everything().tickets(source), TicketSort.descending(Column.ID), Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(target);
        john.pickUp(source);
        assertThat(john.ticket(target).header().assignee()).contains(Cast.JOHN);
        assertThat(jane.reply(source, Reply.of("Hello?"))).isEqualTo(target);
    }

    @Test
    void thePageShowsWhatWasSaidInBothByTime() {
        jane.reply(target, Reply.of("Anybody there?"));
        john.note(source, "the same again");
        john.linking().merge(source, target);
        center.after(Duration.ofMinutes(1));
        jane.reply(target, Reply.of("Please."));

        assertThat(texts(john.ticket(target).messages()))
                .containsExactly(
                        "All my mail bounces.", "Still bouncing.", "Anybody there?", "the same again", "Please.");
        assertThat(texts(jane.ticket(target).messages()))
                .containsExactly("All my mail bounces.", "Still bouncing.", "Anybody there?", "Please.");
    }

    @Test
    void systemLinesSayWhoseTheyAre() {
        john.note(source, "the same again");
        john.linking().merge(source, target);

        List<ConversationItem.SystemLine> lines = lines(target);
        assertThat(lines)
                .extracting(ConversationItem.SystemLine::ticket)
                .contains(source, target)
                .hasSize(5);
        assertThat(lines).extracting(ConversationItem.SystemLine::at).isSorted();
    }

    @Test
    @Tag("A15")
    void theHistoryOfEachNamesTheOther() {
        john.linking().merge(source, target);

        assertThat(lines(target))
                .extracting(line -> line.ticket() + " " + line.event())
                .contains(
                        target + " " + new OtherTicketMerged(source, false),
                        source + " " + new TicketMerged(target, false));
    }

    @Test
    void theTargetLinksToTheSource() {
        john.linking().merge(source, target);

        assertThat(john.ticket(target).links())
                .containsExactly(new TicketLink(Kind.MERGED, source, Optional.of("Again mail")));
    }

    @Test
    @Tag("F3")
    void attachmentsAndMessagesKeepTheirNumbers() {
        john.linking().merge(source, target);
        MessageId message = MessageId.publicMessage(source, 1);

        assertThat(john.ticket(target).messages())
                .extracting(ConversationItem.Message::id)
                .contains(message);
        assertThat(john.quote(message)).isEqualTo("> Still bouncing.\n");
        assertThat(downloaded(
                        into -> john.download(new AttachmentId(message, 1)).to(into)))
                .isEqualTo("log");
        assertThat(downloaded(
                        into -> jane.download(new AttachmentId(message, 1)).to(into)))
                .isEqualTo("log");
        Expect.in(center)
                .notFound(
                        "ticket",
                        () -> mary.download(new AttachmentId(message, 1)).to(new ByteArrayOutputStream()));
    }

    @Test
    void theTargetKeepsItsHeaderAndState() {
        john.change(source, Edit.priority(90), Edit.summary("urgent"));
        john.pickUp(target);
        john.hold(target);
        StaffTicketRow before = john.ticket(target).header();

        john.linking().merge(source, target);

        StaffTicketRow after = john.ticket(target).header();
        assertThat(after.priority()).isEqualTo(before.priority());
        assertThat(after.status()).isEqualTo(Status.ON_HOLD);
        assertThat(after.assignee()).contains(Cast.JOHN);
        assertThat(after.subject()).isEqualTo("Mail bounces");
        assertThat(john.ticket(target).summary()).isEmpty();
    }

    @Test
    @Tag("A17")
    void anUnansweredWordMakesTheTargetUnanswered() {
        john.pickUp(target);
        john.answer(target, Answer.of("Fixed."));

        john.linking().merge(source, target);

        StaffTicketRow row = john.ticket(target).header();
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.waitingSince()).contains(TestCenter.START.plus(Duration.ofMinutes(1)));
        assertThat(row.assignee()).contains(Cast.JOHN);
        assertThat(jane.ticket(target).status()).isEqualTo(CustomerStatus.IN_PROGRESS);
    }

    @Test
    @Tag("A17")
    void whoeverHasWaitedLongestHasDoneSoStill() {
        john.linking().merge(target, source);

        assertThat(john.ticket(source).header().waitingSince()).contains(TestCenter.START);
    }

    @Test
    void whatWasAnsweredMakesNothingUnanswered() {
        answered(target);
        answered(source);

        john.linking().merge(source, target);

        assertThat(john.ticket(target).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(target).header().isUnanswered()).isFalse();
    }

    @Test
    @Tag("A14")
    void aSnoozedTargetComesBackForAnUnansweredWord() {
        john.snooze(target, clock.instant().plus(Duration.ofDays(7)));

        john.linking().merge(source, target);

        assertThat(unassigned()).containsExactly(target);
    }

    @Test
    @Tag("A17")
    void whoHasNotReadTheSourceHasTheTargetUnread() {
        kate.ticket(target);
        anna.ticket(target);
        assertThat(unread(target)).isFalse();

        john.linking().merge(source, target);

        assertThat(unread(target)).isTrue();
        kate.ticket(target);
        assertThat(unread(target)).isFalse();
    }

    @Test
    @Tag("A6")
    void answersTheCustomerHasNotReadAreUnreadInTheTarget() {
        answered(source);
        answered(target);
        jane.ticket(target);
        jane.archive(target);

        john.linking().merge(source, target);

        assertThat(jane.unread()).isEqualTo(1);
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, CustomerTicketRow::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(target, CustomerStatus.NEW_MESSAGES));
        jane.ticket(target);
        assertThat(jane.unread()).isZero();
    }

    @Test
    void whoeverWasAnsweredIsAnsweredStill() {
        answered(source, "boss@jane.example");
        john.change(source, Edit.requester("jane@home.example"));
        john.pickUp(target);

        john.linking().merge(source, target);

        assertThat(john.ticket(target).cc())
                .containsExactlyInAnyOrder(EmailAddress.of("boss@jane.example"), EmailAddress.of("jane@home.example"));
        center.sent();
        center.mail().forgetSent();
        john.answer(target, Answer.of("Fixed."));
        assertThat(center.sent())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).hasSize(3));
    }

    @Test
    void nothingOfASourceClosesByItself() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        answered(source);
        john.linking().merge(source, target);
        center.after(Duration.ofDays(4));

        assertThat(center.run().closed()).isZero();
    }

    @Test
    void chainsLeadToTheLast() {
        TicketId last = center.opened();
        john.linking().merge(source, target);
        john.linking().merge(target, last);

        for (TicketId number : List.of(source, target, last)) {
            assertThat(john.ticket(number).id()).isEqualTo(last);
            assertThat(jane.ticket(number).messages()).hasSize(3);
        }
        assertThat(unassigned()).containsExactly(last);
    }

    @Test
    void aTicketIsNotMergedIntoItself() {
        Expect.in(center).refused(Refusal.ONE_ALREADY, () -> john.linking().merge(source, source));
        john.linking().merge(source, target);

        Expect.in(center).refused(Refusal.ONE_ALREADY, () -> john.linking().merge(source, target));
        Expect.in(center).refused(Refusal.ONE_ALREADY, () -> john.linking().merge(target, source));
        Expect.in(center).refused(Refusal.ONE_ALREADY, () -> john.linking().mergeAcrossCustomers(target, source));
    }

    @Test
    @Tag("E3")
    void itNeedsAPermission() {
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.linking().merge(source, target));
        assertThat(kate.ticket(target).actions().whyNot(Action.MERGE)).contains(Refusal.PERMISSION_MISSING);
        assertThat(john.ticket(target).actions().allows(Action.MERGE)).isTrue();
    }

    @Test
    @Tag("B6")
    void aColleagueAtWorkOnTheSourceIsNotDisturbed() {
        kate.composing().lock(source);

        Expect.in(center).failure(LockedByAnother.class, () -> john.linking().merge(source, target));
        kate.composing().unblock(source);
        john.linking().merge(source, target);
    }

    @Test
    @Tag("B2")
    void bothTicketsMustBeSeen() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        kate.change(source, Edit.queue(billing));

        Expect.in(center).notFound("ticket", () -> john.linking().merge(source, target));
        Expect.in(center).notFound("ticket", () -> john.linking().merge(target, source));
        Expect.in(center).notFound("ticket", () -> john.linking().merge(target, TicketId.of(999)));
    }

    @Test
    @Tag("B2")
    void whoSeesTheTargetSeesAllOfItAndNobodyElseAny() {
        QueueId billing = center.queue("Billing", Cast.KATE);
        john.linking().merge(source, target);
        kate.change(target, Edit.queue(billing));

        assertThat(kate.ticket(source).messages()).hasSize(2);
        Expect.in(center).notFound("ticket", () -> john.ticket(source));
        Expect.in(center).notFound("ticket", () -> john.quote(MessageId.publicMessage(source, 1)));
        assertThat(found(source.toString())).isEmpty();
    }

    @Test
    @Tag("G7")
    void pagesShownBeforeAreStaleWithTheOthersWords() {
        long johns = john.ticket(target).seen().mark();
        long janes = jane.ticket(target).seen().mark();
        long janesOfSource = jane.ticket(source).seen().mark();
        john.linking().merge(source, target);

        assertThat(Expect.in(center)
                        .stale(() -> john.note(target.seenAt(johns), "Hm"))
                        .news())
                .anySatisfy(item -> assertThat(item)
                        .isInstanceOfSatisfying(
                                ConversationItem.Message.class,
                                message -> assertThat(message.text()).isEqualTo("Still bouncing.")))
                .noneMatch(item -> item instanceof ConversationItem.Message message
                        && message.text().startsWith("All my"));
        assertThat(texts(Expect.in(center)
                        .stale(() -> jane.reply(target.seenAt(janes), Reply.of("Hm")))
                        .news()))
                .containsExactly("Still bouncing.");
        assertThat(texts(Expect.in(center)
                        .stale(() -> jane.reply(source.seenAt(janesOfSource), Reply.of("Hm")))
                        .news()))
                .containsExactly("All my mail bounces.");
    }

    @Test
    void whoseTheTicketIsIsWhoseAllOfItIs() {
        john.linking().merge(source, target);

        john.change(target, Edit.account(Cast.MARY.id()), Edit.requester("mary@mary.example"));

        assertThat(mary.ticket(source).messages()).hasSize(2);
        Expect.in(center).notFound("ticket", () -> jane.ticket(source));
        assertThat(center.kept(source).header().account()).isEqualTo(Cast.MARY.id());
    }

    @Test
    @Tag("A11")
    void deletingTheTargetDeletesAllThatWasMergedIntoIt() {
        TicketId first = center.opened();
        john.linking().merge(first, source);
        john.linking().merge(source, target);

        anna.delete(target);

        for (TicketId number : List.of(first, source, target)) {
            Expect.in(center).notFound("ticket", () -> anna.ticket(number));
        }
        assertThat(center.audit("deleted").get(0).what())
                .isEqualTo("deleted ticket " + target + ", and what was merged into it: " + source + ", " + first);
    }

    @Test
    @Tag("B1")
    void aQueueGoesWithoutWhatWasMergedIntoATicketOfAnother() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        john.change(source, Edit.queue(billing));
        john.linking().merge(source, target);

        center.admin().deleteQueue(billing, QueueDeletion.deleteTickets());

        assertThat(john.ticket(source).messages()).hasSize(2);
        assertThat(center.kept(source).state().queue()).isEqualTo(center.defaultQueue());
    }

    @Test
    @Tag("B1")
    void aQueueTakesItsTicketsAlongWithWhatWasMergedIntoThem() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        john.change(target, Edit.queue(billing));
        john.linking().merge(source, target);

        center.admin().deleteQueue(billing, QueueDeletion.deleteTickets());

        Expect.in(center).notFound("ticket", () -> anna.ticket(source));
        Expect.in(center).notFound("ticket", () -> anna.ticket(target));
    }

    @Test
    void aTicketTakesInAHundredOthersAndNoMore() {
        for (int i = 0; i < 99; i++) {
            john.linking().merge(center.opened(), target);
        }
        john.linking().merge(source, target);
        TicketId more = center.opened();

        Expect.in(center).overLimit("mergedTickets", () -> john.linking().merge(more, target));
        assertThat(john.ticket(source).messages()).hasSize(101);
    }

    private void answered(TicketId ticket, String... cc) {
        john.pickUp(ticket);
        Answer answer = Answer.of("Fixed.");
        for (String address : cc) {
            answer = answer.cc(address);
        }
        john.answer(ticket, answer);
    }

    private boolean unread(TicketId ticket) {
        return kate.quickSearch(ticket.toString(), Optional.empty())
                .tickets()
                .get(0)
                .marks()
                .unread();
    }

    private List<TicketId> unassigned() {
        return ids(john.dashboard().unassigned().tickets());
    }

    private List<TicketId> found(String words) {
        return ids(john.quickSearch(words, Optional.empty()).tickets());
    }

    private static List<TicketId> ids(List<StaffTicketRow> rows) {
        return rows.stream().map(StaffTicketRow::id).toList();
    }

    private static List<String> texts(List<? extends ConversationItem> items) {
        return items.stream()
                .map(ConversationItem.Message.class::cast)
                .map(ConversationItem.Message::text)
                .toList();
    }

    private List<ConversationItem.SystemLine> lines(TicketId ticket) {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(ConversationItem.SystemLine.class::cast)
                .toList();
    }

    private static Upload file(String text) {
        return Upload.of("log.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String downloaded(java.util.function.Consumer<ByteArrayOutputStream> download) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        download.accept(into);
        return into.toString(StandardCharsets.UTF_8);
    }
}
