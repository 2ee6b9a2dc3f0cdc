// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.spi.storage.CustomerKeyStore.CustomerKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who leaves a word in every place there is, each another one. */
final class TracedLife {
    private final TestCenter center;
    private final Account account;
    private final String address;
    private final String mark;
    private final List<String> words = new ArrayList<>();
    private final StaffDesk john;
    private final StaffDesk anna;
    private final CustomerDesk self;
    final List<TicketId> tickets = new ArrayList<>();

    /** @param mark how all the words begin */
    TracedLife(TestCenter center, Account account, String mark) {
        this.center = center;
        this.account = account;
        this.address = account.addresses().get(0).value();
        this.mark = mark;
        this.john = center.john();
        this.anna = center.anna();
        this.self = center.center().customer(account.id());
    }

    /** Those that were left, and what they are known by. */
    List<String> words() {
        List<String> all = new ArrayList<>(words);
        all.add(account.name());
        account.addresses().forEach(each -> all.add(each.value()));
        return all;
    }

    String word(String place) {
        String word = mark + place + (words.size() + 100);
        words.add(word);
        return word;
    }

    TracedLife live() {
        TicketId panel = inThePanel();
        work(panel);
        later(panel);
        byMail();
        mailsThatWentWrong();
        rated();
        mergedAndSplit();
        besides(panel);
        return this;
    }

    private TicketId open(String place) {
        TicketId ticket = self.open(NewTicket.of(word(place + "subject"), word(place + "text")));
        tickets.add(ticket);
        return ticket;
    }

    private TicketId inThePanel() {
        TicketId ticket = self.open(NewTicket.of(word("subject"), word("text"))
                .attach(file("file"))
                .field("domain", FieldValue.text(word("field"))));
        tickets.add(ticket);
        self.reply(ticket, Reply.of(word("reply")).attach(file("more")));
        return ticket;
    }

    private Upload file(String place) {
        return Upload.of(
                word(place) + ".txt", "text/plain", word(place + "bytes").getBytes(UTF_8));
    }

    private void work(TicketId ticket) {
        john.pickUp(ticket);
        john.answer(
                ticket,
                Answer.of(word("answer"))
                        .cc(word("cc") + "@boss.test")
                        .note(word("besides"))
                        .attach(file("answerfile"))
                        .keepOpen());
        john.note(ticket, word("note"));
        anna.editMessage(ticket, MessageId.note(ticket, 2), word("edited"));
        john.change(
                ticket,
                Edit.subject(word("changed")),
                Edit.summary(word("summary")),
                Edit.addTags(word("tag"), word("othertag")),
                Edit.field("domain", FieldValue.text(word("otherfield"))));
        john.change(ticket, Edit.removeTags(words.get(words.size() - 2)));
        self.reply(ticket, Reply.of(word("followup")));
        center.run();
    }

    private void later(TicketId ticket) {
        john.scheduling().at(tomorrow(), ticket, ScheduledAction.remind(word("reminder")));
        john.scheduling().answerAt(tomorrow(), ticket, Answer.of(word("later")).attach(file("laterfile")));
        john.composing().lock(ticket);
        john.composing().saveDraft(ticket, word("draft"));
        TaskId task = john.tasks()
                .create(NewTask.of(word("task"), Cast.JOHN)
                        .details(word("details"))
                        .ticket(ticket));
        john.tasks().note(task, word("tasknote"));
    }

    private void byMail() {
        InboundMail mail = InboundMail.from(account.name() + " <" + address + ">")
                .subject(word("mailsubject"))
                .text(word("mailtext"))
                .id("<" + word("id") + "@mailer.test>")
                .header("X-Anything", word("header"));
        center.mail().deliver(mail.bytes());
        center.run();
        center.mail().deliver(mail.header("X-Again", word("copy")).bytes());
        center.run();
        TicketId ticket = last();
        john.pickUp(ticket);
        center.mail().answerNextWith(new Rejected("550 " + word("refused")));
        john.answer(ticket, Answer.of(word("mailanswer")).keepOpen());
        center.run();
        john.answer(ticket, Answer.of(word("secondanswer")).keepOpen());
    }

    /** The newest there is. */
    private TicketId last() {
        List<TicketData> all = center.storage().read(Invariants::allTickets);
        TicketId ticket = all.get(all.size() - 1).id();
        tickets.add(ticket);
        return ticket;
    }

    private void mailsThatWentWrong() {
        String quarantined = "Subject: " + word("lost") + "\r\n\r\n" + word("losttext") + " " + address;
        center.mail().deliver(quarantined.getBytes(UTF_8));
        center.run();
    }

    private void rated() {
        TicketId ticket = open("rated");
        john.pickUp(ticket);
        john.answer(ticket, Answer.of(word("closing")).andClose());
        self.rate(ticket, Rating.of(2).comment(word("rating")));
        center.run();
    }

    private void mergedAndSplit() {
        TicketId one = open("one");
        TicketId two = open("two");
        john.change(two, Edit.cc(EmailAddress.of(word("copied") + "@boss.test")));
        anna.linking().merge(two, one);
        self.reply(one, Reply.of(word("both")));
        TicketId whole = open("whole");
        self.reply(whole, Reply.of(word("part")));
        tickets.addAll(anna.linking()
                .split(whole, Split.into(Split.Part.of(word("parted"), MessageId.publicMessage(whole, 2))))
                .tickets());
        center.run();
    }

    private void publicKey() {
        PublicKey key = new PublicKey(
                word("armor"),
                word("fingerprint"),
                word("owner"),
                word("algorithm"),
                TestCenter.START,
                Optional.empty());
        center.storage().write(unit -> {
            unit.customerKeys().save(new CustomerKey(account.id(), key, TestCenter.START));
            return true;
        });
    }

    private void besides(TicketId ticket) {
        john.customers().comment(account.id(), 0, word("comment"));
        publicKey();
        john.privateMessages()
                .send(NewPrivateMessage.of(word("private"), word("privatetext") + " about " + ticket, Cast.KATE));
        john.privateMessages()
                .send(NewPrivateMessage.of(word("second"), word("secondtext") + " <" + address + ">", Cast.KATE));
        TaskId task = john.tasks().create(NewTask.of(word("free") + " see " + ticket, Cast.JOHN));
        john.tasks().note(task, word("freenote"));
        john.search()
                .saved()
                .save(SavedSearch.Content.of(
                        word("saved"), Search.everything().requester(address).title(word("sought")), newest()));
        john.bulk().start(Search.everything().requester(address).title(word("many")), BulkAction.tag("many"));
        center.admin().statements().correct(Cast.RITA, Money.of("-1", "EUR"), word("charge") + " " + ticket, mark);
        ordered(ticket);
        center.run();
        center.center().mailroom(Cast.ANNA).clearBounce(account.addresses().get(0));
        TicketId bounced = open("bounced");
        john.pickUp(bounced);
        center.run();
        center.mail().answerNextWith(new Rejected("550 " + word("gone")));
        john.answer(bounced, Answer.of(word("unread")).keepOpen());
        center.run();
    }

    private void ordered(TicketId ticket) {
        Instant now = center.clock().instant();
        BillingOrderId id = BillingOrderId.of(mark);
        BillingOrder order = new BillingOrder(
                id,
                BillingOrder.Kind.CHARGE,
                Optional.empty(),
                account.id(),
                ticket,
                Money.of("10", "EUR"),
                word("paid"),
                Cast.JOHN,
                now);
        center.storage().write(unit -> {
            unit.billing().add(order);
            long fence = unit.billing().claim(now, now, 1).get(0).fence();
            return unit.billing().stuck(id, fence, word("unpaid"));
        });
    }

    private Instant tomorrow() {
        return center.clock().instant().plus(Duration.ofDays(1));
    }

    private static TicketSort newest() {
        return TicketSort.descending(TicketSort.Column.ID);
    }
}
