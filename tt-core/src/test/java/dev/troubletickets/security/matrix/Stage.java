// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.Search;
import dev.troubletickets.security.matrix.Id.Whose;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.TicketSort;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A {@link Setting} with things to act on, by their ids. */
final class Stage extends Setting {
    /** The month before everything happens. */
    static final BillingPeriod FEBRUARY = BillingPeriod.month(YearMonth.of(2026, 2));

    /** With these, nothing of its sort is another's. */
    static final EnumSet<Permission> SEE_ALL = EnumSet.of(Permission.TASKS_ADMIN, Permission.KNOWLEDGE_BASE);

    private static final long NOT_THERE = 999_999;

    private Whose whose;
    private Optional<Id.Use> varied;
    private final List<Id.Use> asked = new ArrayList<>();
    private final Map<String, ArticleCategoryId> categories = new HashMap<>();
    private final Map<String, ArticleId> articles = new HashMap<>();
    private final Map<String, Object> made = new HashMap<>();
    private Optional<TicketId> siblings = Optional.empty();

    private Stage(Storage storage, Scene scene, Set<Permission> held, Optional<Id.Use> varied, Whose whose) {
        super(storage, scene, held);
        this.varied = varied;
        this.whose = whose;
    }

    static Stage of(Scene scene) {
        return of(scene, EnumSet.allOf(Permission.class));
    }

    /** Where who is entitled holds these permissions alone. */
    static Stage of(Scene scene, Set<Permission> held) {
        return new Stage(InMemoryStorage.create(), scene, held, Optional.empty(), Whose.OWN);
    }

    /** On an empty storage. */
    static Stage on(Storage storage, Scene scene) {
        return new Stage(storage, scene, EnumSet.allOf(Permission.class), Optional.empty(), Whose.OWN);
    }

    /** Where one of the ids is of something else. */
    static Stage of(Scene scene, Set<Permission> held, Id.Use varied, Whose whose) {
        return new Stage(InMemoryStorage.create(), scene, held, Optional.of(varied), whose);
    }

    /** From now on, no id was asked for, and this one is of something else, and no other is. */
    Stage with(Id.Use id, Whose other) {
        anew();
        varied = Optional.of(id);
        whose = other;
        return this;
    }

    /** From now on, no id was asked for, and none is of something else. */
    Stage anew() {
        varied = Optional.empty();
        asked.clear();
        return this;
    }

    /** The ids that were asked for, in their order. */
    List<Id.Use> asked() {
        return List.copyOf(asked);
    }

    TicketId ticket() {
        return switch (whose(Id.TICKET)) {
            case OWN -> ticket;
            case FOREIGN -> foreign;
            case NOWHERE -> TicketId.of(NOT_THERE);
        };
    }

    /** Another of the same customer in the same queue; one that is another's is in the hidden one. */
    TicketId another() {
        return switch (whose(Id.TICKET)) {
            case OWN -> openedByOwner();
            case FOREIGN -> foreign;
            case NOWHERE -> TicketId.of(NOT_THERE);
        };
    }

    MessageId message(int number) {
        return switch (whose(Id.MESSAGE)) {
            case OWN -> MessageId.publicMessage(ticket, number);
            case FOREIGN -> MessageId.publicMessage(foreign, number);
            case NOWHERE -> MessageId.publicMessage(TicketId.of(NOT_THERE), number);
        };
    }

    MessageId note() {
        return switch (whose(Id.NOTE)) {
            case OWN -> MessageId.note(ticket, 1);
            case FOREIGN -> MessageId.note(foreign, 1);
            case NOWHERE -> MessageId.note(ticket, 7);
        };
    }

    AttachmentId attachment() {
        return switch (whose(Id.ATTACHMENT)) {
            case OWN -> new AttachmentId(MessageId.publicMessage(ticket, 1), 1);
            case FOREIGN -> new AttachmentId(MessageId.publicMessage(foreign, 1), 1);
            case NOWHERE -> new AttachmentId(MessageId.publicMessage(TicketId.of(NOT_THERE), 1), 1);
        };
    }

    AccountId account() {
        return switch (whose(Id.ACCOUNT)) {
            case OWN -> AccountId.of(Who.OWNER.id());
            case FOREIGN -> AccountId.of("neighbour");
            case NOWHERE -> AccountId.of("nobody");
        };
    }

    /** A move to another queue, by the chief, and back. */
    OperationId operation() {
        return switch (whose(Id.OPERATION)) {
            case OWN -> moved(inCharge, ticket, queue);
            case FOREIGN -> once("moved", () -> moved(chief, foreign, hidden));
            case NOWHERE -> new OperationId(ticket, NOT_THERE);
        };
    }

    private OperationId moved(StaffDesk by, TicketId moving, QueueId home) {
        by.change(moving, Edit.queue(center.defaultQueue()));
        OperationId operation = by.ticket(moving).operations().get(0).id();
        by.change(moving, Edit.queue(home));
        return operation;
    }

    /** Scheduled by the chief. */
    ScheduledId scheduled() {
        return switch (whose(Id.SCHEDULED)) {
            case OWN -> inCharge.scheduling().answerAt(tomorrow(), ticket, Answer.of("Tomorrow."));
            case FOREIGN ->
                once("scheduled", () -> chief.scheduling().answerAt(tomorrow(), foreign, Answer.of("Tomorrow.")));
            case NOWHERE -> new ScheduledId(TicketId.of(NOT_THERE), 1);
        };
    }

    /** The actor's own. */
    BulkJobId bulkJob() {
        return switch (whose(Id.BULK_JOB)) {
            case OWN -> staff().bulk().start(Set.of(foreign), BulkAction.tag("a"));
            case FOREIGN -> once("bulk", () -> chief.bulk().start(Set.of(foreign), BulkAction.tag("a")));
            case NOWHERE -> new BulkJobId(NOT_THERE);
        };
    }

    PredefinedReplyId predefinedReply() {
        return switch (whose(Id.PREDEFINED_REPLY)) {
            case OWN -> chief.predefinedReplies().create(reply(Optional.empty()));
            case FOREIGN -> chief.predefinedReplies().create(reply(Optional.of(hidden)));
            case NOWHERE -> new PredefinedReplyId(NOT_THERE);
        };
    }

    private static PredefinedReply.Content reply(Optional<QueueId> of) {
        return new PredefinedReply.Content("Hello", Wording.of("Hello"), of);
    }

    /** The actor's own. */
    SavedSearchId savedSearch() {
        return switch (whose(Id.SAVED_SEARCH)) {
            case OWN -> staff().search().saved().save(search("Mine"));
            case FOREIGN -> chief.search().saved().save(search("Chief's"));
            case NOWHERE -> new SavedSearchId(NOT_THERE);
        };
    }

    /** The chief's, for all. */
    SavedSearchId sharedSearch() {
        return chief.search().saved().save(search("Everybody's").forAllStaff());
    }

    static SavedSearch.Content search(String name) {
        return SavedSearch.Content.of(name, Search.everything(), TicketSort.ascending(TicketSort.Column.ID));
    }

    /** The actor's own. */
    TaskId task() {
        return switch (whose(Id.TASK)) {
            case OWN ->
                staff().tasks().create(NewTask.of("Mine", StaffId.of(scene.who().id())));
            case FOREIGN -> chief.tasks().create(NewTask.of("Chief's", Company.CHIEF));
            case NOWHERE -> TaskId.of(NOT_THERE);
        };
    }

    /** One that the actor wrote to themselves. */
    PrivateMessageId privateMessage() {
        return switch (whose(Id.PRIVATE_MESSAGE)) {
            case OWN ->
                staff().privateMessages()
                        .send(NewPrivateMessage.of(
                                "Mine", "Mine", StaffId.of(scene.who().id())));
            case FOREIGN -> chief.privateMessages().send(NewPrivateMessage.of("Chief's", "Chief's", Company.COLLEAGUE));
            case NOWHERE -> PrivateMessageId.of(NOT_THERE);
        };
    }

    /** One that customers may read; where it is another's, a draft. */
    ArticleId article() {
        return switch (whose(Id.ARTICLE)) {
            case OWN -> published();
            case FOREIGN -> draft();
            case NOWHERE -> ArticleId.of(NOT_THERE);
        };
    }

    private ArticleId published() {
        return articles.computeIfAbsent(
                "Help",
                title -> chief.knowledge()
                        .create(ArticleContent.of(category(title), title, "Help for help.")
                                .forCustomers()
                                .publish()));
    }

    private ArticleId draft() {
        return articles.computeIfAbsent(
                "Drafts",
                title -> chief.knowledge()
                        .create(ArticleContent.of(category(title), title, "A draft.")
                                .forCustomers()));
    }

    /** One that customers see; where it is another's, one of drafts. */
    ArticleCategoryId articleCategory() {
        published();
        return switch (whose(Id.ARTICLE_CATEGORY)) {
            case OWN -> category("Help");
            case FOREIGN -> category("Drafts");
            case NOWHERE -> ArticleCategoryId.of(NOT_THERE);
        };
    }

    /** One without articles. */
    ArticleCategoryId emptyCategory() {
        return whose(Id.ARTICLE_CATEGORY) == Whose.NOWHERE ? ArticleCategoryId.of(NOT_THERE) : category("Empty");
    }

    private ArticleCategoryId category(String name) {
        return categories.computeIfAbsent(name, chief.knowledge()::createCategory);
    }

    /** Makes what is there to be read, and to be named, so that its numbers say nothing of what happens from then on. */
    Stage furnish() {
        published();
        draft();
        siblings = Optional.of(opened(Company.SIBLINGS, hidden, chief));
        for (Id id : List.of(Id.OPERATION, Id.SCHEDULED, Id.BILLING_ORDER, Id.BULK_JOB)) {
            with(new Id.Use(id, 1), Whose.FOREIGN);
            switch (id) {
                case OPERATION -> operation();
                case SCHEDULED -> scheduled();
                case BILLING_ORDER -> charge();
                default -> bulkJob();
            }
        }
        return anew();
    }

    /** Of the sibling reseller's customer. */
    TicketId siblingsTicket() {
        return siblings.orElseThrow();
    }

    /** What is another's is made once: where it belongs to, things may happen that stand in its way. */
    @SuppressWarnings("unchecked")
    private <T> T once(String what, Supplier<T> making) {
        return (T) made.computeIfAbsent(what, any -> making.get());
    }

    ResellerId aReseller() {
        return ResellerId.of(whose(Id.RESELLER) == Whose.NOWHERE ? "nobody" : Who.RESELLER.id());
    }

    /** Of the reseller; where it is another's, of the sibling. */
    StatementId statement() {
        return switch (whose(Id.STATEMENT)) {
            case OWN -> issued(Who.RESELLER);
            case FOREIGN -> issued(Who.SIBLING_RESELLER);
            case NOWHERE -> new StatementId(ResellerId.of(Who.RESELLER.id()), 7);
        };
    }

    private StatementId issued(Who reseller) {
        return center.center()
                .administration(Company.CHIEF)
                .statements()
                .issue(ResellerId.of(reseller.id()), FEBRUARY)
                .id();
    }

    /** Which uses one, or the ticket does that it was merged into. */
    TicketId ticketWithIncidents() {
        TicketId id = ticket();
        center.storage().write(unit -> {
            unit.tickets()
                    .find(id)
                    .ifPresent(kept -> unit.incidents()
                            .save(new IncidentUse(
                                    kept.merged() == null ? id : kept.merged().into(),
                                    AccountId.of(Who.OWNER.id()),
                                    queue,
                                    1,
                                    List.of(),
                                    0)));
            return true;
        });
        return id;
    }

    /** A charge that the host has carried out. */
    BillingOrderId charge() {
        return switch (whose(Id.BILLING_ORDER)) {
            case OWN -> once("own charge", () -> ordered(ticket, false));
            case FOREIGN -> once("charged", () -> ordered(foreign, false));
            case NOWHERE -> BillingOrderId.of("nothing");
        };
    }

    /** A charge that the host has refused. */
    BillingOrderId stuckOrder() {
        return whose(Id.BILLING_ORDER) == Whose.NOWHERE ? BillingOrderId.of("nothing") : ordered(ticket, true);
    }

    /** As it is kept, for an answer would change the ticket. */
    private BillingOrderId ordered(TicketId of, boolean stuck) {
        Instant now = center.clock().instant();
        BillingOrderId id = BillingOrderId.of("charge-" + of);
        center.storage().write(unit -> {
            unit.billing()
                    .add(new BillingOrder(
                            id,
                            BillingOrder.Kind.CHARGE,
                            Optional.empty(),
                            AccountId.of(Who.OWNER.id()),
                            of,
                            Money.of("10", "EUR"),
                            "Work",
                            Company.CHIEF,
                            now));
            long fence = unit.billing().claim(now, now, 1).get(0).fence();
            return stuck
                    ? unit.billing().stuck(id, fence, "No.")
                    : unit.billing().done(id, fence, Optional.empty(), now);
        });
        return id;
    }

    /** Of somebody whom the chief erases; nobody's is another's. */
    ErasureId erasure() {
        return whose(Id.ERASURE) == Whose.NOWHERE
                ? ErasureId.of(NOT_THERE)
                : center.center().administration(Company.CHIEF).erasure().erase(Person.account(Company.NEIGHBOUR));
    }

    /** One that is kept aside. */
    long incomingMail() {
        center.mail().deliver("Subject: from nobody\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII));
        center.run();
        return whose(Id.MAIL) == Whose.OWN
                ? center.center()
                        .mailroom(Company.CHIEF)
                        .state()
                        .quarantine()
                        .get(0)
                        .mail()
                : NOT_THERE;
    }

    /** One that could not be sent. */
    long outgoingMail() {
        center.mail().answerNextWith(new Result.Rejected("no"));
        chief.openFor(EmailAddress.of("jane@elsewhere.example"), NewTicket.of("Hello", "Hello"));
        center.run();
        return whose(Id.MAIL) == Whose.OWN
                ? center.center()
                        .mailroom(Company.CHIEF)
                        .state()
                        .troubled()
                        .get(0)
                        .mail()
                : NOT_THERE;
    }

    /** An address that a mail did not reach. */
    EmailAddress bounced() {
        EmailAddress address = EmailAddress.of("gone@elsewhere.example");
        center.storage().write(unit -> {
            unit.bounces().mark(new Bounce(address, center.clock().instant(), true, "no such user"));
            return true;
        });
        return address;
    }

    /** The fingerprint of one that the desk has. */
    String encryptionKey() {
        return center.admin()
                .encryptionKeys()
                .importKey(Keyring.key("old", ""))
                .publicKey()
                .fingerprint();
    }

    /** That only the main administrators see, though all can send tickets there. */
    QueueId hiddenQueue() {
        return whose(Id.QUEUE) == Whose.NOWHERE ? QueueId.of(NOT_THERE) : hidden;
    }

    /** Where it is another's, one that only the main administrators see. */
    QueueId searchedQueue() {
        return switch (whose(Id.QUEUE)) {
            case OWN -> queue;
            case FOREIGN -> hidden;
            case NOWHERE -> QueueId.of(NOT_THERE);
        };
    }

    QueueId queue() {
        return whose(Id.QUEUE) == Whose.NOWHERE ? QueueId.of(NOT_THERE) : queue;
    }

    /** Of the provider's. */
    StaffId technician() {
        return whose(Id.TECHNICIAN) == Whose.NOWHERE ? StaffId.of("nobody") : Company.COLLEAGUE;
    }

    /** Of the side the ticket is on. */
    StaffId colleague() {
        return whose(Id.TECHNICIAN) == Whose.NOWHERE ? StaffId.of("nobody") : aColleague();
    }

    private Whose whose(Id id) {
        int before = (int) asked.stream().filter(use -> use.sort() == id).count();
        Id.Use use = new Id.Use(id, before + 1);
        asked.add(use);
        return varied.filter(use::equals).isPresent() ? whose : Whose.OWN;
    }
}
