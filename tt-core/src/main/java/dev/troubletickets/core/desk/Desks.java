// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.Reply;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.admin.Security;
import dev.troubletickets.core.billing.BillingWork;
import dev.troubletickets.core.bulk.BulkActs;
import dev.troubletickets.core.bulk.BulkRun;
import dev.troubletickets.core.encryption.AnswerKeys;
import dev.troubletickets.core.encryption.DeskKeys;
import dev.troubletickets.core.erasure.ErasureRun;
import dev.troubletickets.core.erasure.Persons;
import dev.troubletickets.core.erasure.Rest;
import dev.troubletickets.core.export.Exports;
import dev.troubletickets.core.feed.CoreEventFeed;
import dev.troubletickets.core.files.FileRoom;
import dev.troubletickets.core.incidents.PackBook;
import dev.troubletickets.core.mail.MailWork;
import dev.troubletickets.core.mail.MailWork.Uses;
import dev.troubletickets.core.money.MoneyWork;
import dev.troubletickets.core.money.TicketCharges;
import dev.troubletickets.core.page.StaffPages;
import dev.troubletickets.core.post.Notices;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.StaffPost;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.core.tasks.PrivateMail;
import dev.troubletickets.core.tasks.TaskWork;
import dev.troubletickets.core.ticket.AnswerTicket;
import dev.troubletickets.core.ticket.ChangeTicket;
import dev.troubletickets.core.ticket.Desk;
import dev.troubletickets.core.ticket.EscalateTicket;
import dev.troubletickets.core.ticket.HandleTicket;
import dev.troubletickets.core.ticket.LateAnswers;
import dev.troubletickets.core.ticket.OpenTicket;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.core.ticket.Recipients;
import dev.troubletickets.core.ticket.ReplyToTicket;
import dev.troubletickets.core.ticket.ReplyToTicket.Party;
import dev.troubletickets.core.ticket.ScheduleActions;
import dev.troubletickets.core.ticket.SplitTicket;
import dev.troubletickets.core.ticket.UndoOperation;
import dev.troubletickets.core.ticket.Words;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.Background;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.money.IncidentPacks;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.spelling.SpellChecker;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import java.util.Optional;
import java.util.function.Function;

/** Wires the use cases once, and hands out desks. */
public final class Desks {
    final Work work;
    final People people;
    final Access access;
    final Desk desk;
    final OpenTicket openTicket;
    final ReplyToTicket replyToTicket;
    final LateAnswers lateAnswers;
    final HandleTicket handleTicket;
    final ChangeTicket changeTicket;
    final SplitTicket splitTicket;
    final UndoOperation undo;
    final TaskWork taskWork;
    final PrivateMail privateMail;
    final StaffPages staffPages;
    final BulkRun bulkRun;
    final Persons persons;
    final Exports exports;
    final Security security;
    final FileRoom files;
    final Downloads downloads;
    final Originals originals;
    final MoneyWork money;
    final BillingWork billing;
    final Optional<SpellChecker> spelling;
    final DeskKeys keys;
    final Optional<Diagnostics> diagnostics;
    private final Background background;

    public Desks(Parts parts) {
        people = new People(parts.directory(), parts.clock());
        access = new Access(people);
        desk = new Desk(access);
        Tokens tokens = new Tokens(parts.secrets(), parts.random());
        Optional<Post> post = parts.mail().map(mail -> new Post(mail.format(), tokens));
        Optional<StaffPost> staffPost = parts.mail().map(mail -> new StaffPost(mail.format(), tokens));
        Optional<Notices> notices = post.map(out -> new Notices(access, out));
        files = new FileRoom(parts.storage(), parts.blobs(), parts.scanner(), parts.clock(), parts.random());
        work = new Work(parts.storage(), parts.clock(), parts.firstSettings(), people, files, scope -> {
            notices.ifPresent(each -> each.tell(scope));
            TicketCharges.charge(scope);
        });
        money = MoneyWork.of(work, people, parts.customerCounts());
        billing = BillingWork.of(work, parts.billing());
        openTicket = new OpenTicket(people, post);
        replyToTicket = new ReplyToTicket(openTicket);
        keys = new DeskKeys(parts.decryption(), parts.encryption(), parts.sealing());
        AnswerKeys answerKeys = new AnswerKeys(keys);
        AnswerTicket answerTicket = new AnswerTicket(
                post, billing.charging(), answerKeys, parts.mailLimits().bytes());
        lateAnswers = new LateAnswers(answerTicket, answerKeys);
        handleTicket = new HandleTicket(post);
        changeTicket = new ChangeTicket(people, handleTicket);
        splitTicket = new SplitTicket(access, handleTicket);
        undo = new UndoOperation(access);
        taskWork = new TaskWork(access, desk, staffPost);
        privateMail = new PrivateMail(access, staffPost);
        staffPages = new StaffPages(people, access, billing.chargeable());
        exports = new Exports(work, access);
        bulkRun = new BulkRun(work, access, new BulkActs(desk, handleTicket, changeTicket));
        Rest rest = new Rest(parts.mail().map(MailSystem::format), parts.mailLimits());
        persons = new Persons(work, people, rest);
        security = new Security(people);
        downloads = new Downloads(access, files);
        originals = new Originals(parts.mail().map(MailSystem::format), parts.mailLimits());
        spelling = parts.spelling();
        diagnostics = parts.diagnostics();
        Optional<MailWork> mailWork = parts.mail()
                .map(mail -> new MailWork(
                        work,
                        mail,
                        parts.mailLimits(),
                        new Uses(tokens, people, access, post.orElseThrow(), openTicket, answerTicket)));
        TimedWork timed = new TimedWork(
                work,
                handleTicket,
                new EscalateTicket(post, new Recipients(people, access)),
                new ScheduleWork(work, new ScheduleActions(access, desk, handleTicket, lateAnswers)));
        background = new CoreBackground(
                work,
                people,
                timed,
                bulkRun,
                new ErasureRun(work, people, rest),
                mailWork,
                files,
                new Accounts(money, billing));
    }

    /** A follow-up from the panel, on the customer's side; where it went. */
    TicketId reply(Scope scope, Writer writer, TicketRef ticket, Reply reply) {
        Viewer viewer = writer.viewer();
        Party party = new Party(other -> access.isFor(viewer, other), writer.self());
        Words words = Words.of(viewer.actor(), writer.name(), Channel.PANEL, reply.text(), reply.attachments());
        return replyToTicket.fromForm(scope, desk.take(scope, viewer, ticket), words, party);
    }

    /**
     * Someone on the customer's side.
     *
     * @param name as readers of the ticket see it
     * @param self who they are where they take no part in what continues a ticket
     */
    record Writer(Viewer viewer, String name, Function<TicketData, Requester> self) {}

    public CustomerDesk customer(AccountId account) {
        return new CoreCustomerDesk(this, account);
    }

    public StaffDesk staff(StaffId technician) {
        return new CoreStaffDesk(this, technician);
    }

    public ResellerDesk reseller(ResellerId reseller) {
        return new CoreResellerDesk(this, reseller);
    }

    public AdminDesk administration(StaffId administrator) {
        return new CoreAdminDesk(this, administrator);
    }

    public Mailroom mailroom(StaffId administrator) {
        return new CoreMailroom(this, administrator);
    }

    public IncidentPacks incidents() {
        return new PackBook(work);
    }

    /** What customers encrypt to, if anything. */
    public Optional<PublicKey> publicKey() {
        return work.read(scope -> keys.publicKey(scope.stores(), scope.now()));
    }

    public EventFeed events() {
        return new CoreEventFeed(work);
    }

    public Background background() {
        return background;
    }
}
