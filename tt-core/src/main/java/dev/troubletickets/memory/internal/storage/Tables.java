// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.spi.storage.CollaboratorStore;
import dev.troubletickets.spi.storage.CustomerCommentStore;
import dev.troubletickets.spi.storage.CustomerKeyStore;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.EncryptionKeyStore;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.PresenceStore.DraftData;
import dev.troubletickets.spi.storage.PresenceStore.Presence;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Bounce;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;

/** All there is in a storage's memory. Arrays in it are never changed and never handed out. */
public final class Tables {
    private static final Comparator<MessageId> BY_MESSAGE = Comparator.<MessageId>comparingLong(
                    id -> id.ticket().value())
            .thenComparing(MessageId::track)
            .thenComparingInt(MessageId::number);

    private static final Comparator<Line> BY_LINE = Comparator.comparingLong(Line::ticket)
            .thenComparingLong(Line::version)
            .thenComparingInt(Line::index);

    final Table<TicketId, TicketData> tickets;
    final Table<MessageId, MessageData> messages;
    final Table<Line, HistoryEntry> history;
    final Table<Reader, Integer> readMarks;
    final Table<BlobKey, FileData> files;
    final Table<String, TicketId> threads;
    final Table<Link, LinkData> links;
    final Table<OperationId, OperationData> operations;
    final Table<QueueId, Queue> queues;
    final Table<QueueId, StaffId> turns;
    final Table<Reader, Presence> presence;
    final Table<Reader, DraftData> drafts;
    final Table<StaffId, StaffData> staff;
    final Table<String, Document> documents;
    final Table<Long, PredefinedReply> replies;
    final Table<MemoryFollows.Key, Instant> follows;
    final Table<MemoryCollaborators.Key, CollaboratorStore.Invited> collaborators;
    final Table<Long, BulkStore.JobData> bulkJobs;
    final Table<Long, SavedSearchStore.SavedData> savedSearches;
    final Table<MemoryBulk.Key, BulkOutcome> bulkTickets;
    final Table<MemoryFields.Key, FieldValue> fields;
    final Table<String, MailboxRow> mailboxes;
    final Table<Long, IncomingRow> incoming;
    /** Those of the incoming mails that are not processed yet. */
    final Table<Long, IncomingRow> waiting;

    final Table<Fetched, Long> fetched;
    final Table<String, Long> identities;
    final Table<MemoryAdmissions.Key, Instant> admissions;
    final Table<Long, OutgoingRow> outgoing;
    /** Those of the outgoing mails that are not sent, uncertain or failed. */
    final Table<Long, OutgoingRow> unsettled;

    final Table<Long, MemoryOutbox.Withheld> withheld;

    final Table<Long, MemorySchedule.Row> scheduled;
    final Table<String, Bounce> bounces;
    final Table<Long, TaskData> tasks;
    final Table<MemoryTasks.Key, TaskStore.Entry> taskEntries;
    final Table<Long, MemoryPrivateMessages.Row> privateMessages;
    /** Whether each is unread. */
    final Table<MemoryPrivateMessages.Key, Boolean> privateCopies;

    final Table<Long, ArticleStore.Category> articleCategories;
    final Table<Long, MemoryArticles.Row> articles;
    final Table<MemoryArticles.Key, ArticleStore.Edit> articleEdits;
    final Table<String, CustomerCommentStore.Comment> customerComments;
    final Table<Long, PriceChange> prices;
    final Table<Long, Charge> charges;
    final Table<String, Long> chargeKeys;
    final Table<StatementId, Statement> statements;
    final Table<MemoryLedger.CountKey, MemoryLedger.Counted> customerCounts;
    final Table<LocalDate, Instant> countDays;
    final Table<String, MemoryBilling.Row> billing;
    final Table<Long, ErasureStore.JobData> erasures;
    final Table<MemoryErasures.Key, TicketId> erasureTickets;
    final Table<String, PackBalance> packs;
    final Table<Long, IncidentUse> incidentUses;
    final Table<String, EncryptionKeyStore.KeyData> encryptionKeys;
    final Table<String, CustomerKeyStore.CustomerKey> customerKeys;
    final Table<Long, AuditStore.Line> audit;
    /** The lines of histories that have a place in the feed, and those that have none. */
    final Table<Long, Line> feed;

    final Table<Line, Line> unplaced;
    final Table<String, Long> feedConsumers;
    final Table<StatisticsStore.Key, StatisticsStore.Row> statistics;
    private final AtomicLong ids = new AtomicLong();

    /** A line's place in the history of a ticket. */
    record Line(long ticket, long version, int index) {
        static Line of(HistoryEntry entry) {
            return new Line(entry.ticket().value(), entry.version(), entry.index());
        }

        /** A ticket's lines, oldest first; a view. */
        static <V> Collection<V> of(Table<Line, V> lines, TicketId ticket) {
            return lines.between(
                    new Line(ticket.value(), Long.MIN_VALUE, 0),
                    new Line(ticket.value(), Long.MAX_VALUE, Integer.MAX_VALUE));
        }
    }

    record Reader(long ticket, String staff) {}

    record Link(long from, long to, LinkData.Kind kind) {}

    /** What a fetched mail is known by. */
    record Fetched(String mailbox, String uid, String sha256) {}

    public Tables(Journal journal) {
        tickets = new Table<>(journal, Comparator.comparingLong(TicketId::value));
        messages = new Table<>(journal, BY_MESSAGE);
        history = new Table<>(journal, BY_LINE);
        readMarks =
                new Table<>(journal, Comparator.comparingLong(Reader::ticket).thenComparing(Reader::staff));
        presence = new Table<>(journal, Comparator.comparingLong(Reader::ticket).thenComparing(Reader::staff));
        drafts = new Table<>(journal, Comparator.comparingLong(Reader::ticket).thenComparing(Reader::staff));
        files = new Table<>(journal, MemoryFiles.ORDER);
        threads = Table.sorted(journal);
        links = new Table<>(
                journal,
                Comparator.comparingLong(Link::from).thenComparingLong(Link::to).thenComparing(Link::kind));
        operations = new Table<>(
                journal,
                Comparator.<OperationId>comparingLong(id -> id.ticket().value())
                        .thenComparingLong(OperationId::version));
        queues = new Table<>(journal, Comparator.comparingLong(QueueId::value));
        turns = new Table<>(journal, Comparator.comparingLong(QueueId::value));
        staff = new Table<>(journal, Comparator.comparing(StaffId::value));
        documents = Table.sorted(journal);
        replies = Table.sorted(journal);
        follows = new Table<>(journal, MemoryFollows.ORDER);
        collaborators = new Table<>(journal, MemoryCollaborators.ORDER);
        bulkJobs = Table.sorted(journal);
        savedSearches = Table.sorted(journal);
        bulkTickets = new Table<>(journal, MemoryBulk.ORDER);
        fields = new Table<>(journal, MemoryFields.ORDER);
        mailboxes = Table.sorted(journal);
        incoming = Table.sorted(journal);
        waiting = Table.sorted(journal);
        fetched = new Table<>(
                journal,
                Comparator.comparing(Fetched::mailbox)
                        .thenComparing(Fetched::uid)
                        .thenComparing(Fetched::sha256));
        identities = Table.sorted(journal);
        admissions = new Table<>(journal, MemoryAdmissions.ORDER);
        outgoing = Table.sorted(journal);
        unsettled = Table.sorted(journal);
        withheld = Table.sorted(journal);
        scheduled = Table.sorted(journal);
        bounces = Table.sorted(journal);
        tasks = Table.sorted(journal);
        taskEntries = new Table<>(journal, MemoryTasks.Key.ORDER);
        privateMessages = Table.sorted(journal);
        privateCopies = new Table<>(journal, MemoryPrivateMessages.Key.ORDER);
        articleCategories = Table.sorted(journal);
        articles = Table.sorted(journal);
        articleEdits = new Table<>(journal, MemoryArticles.Key.ORDER);
        customerComments = Table.sorted(journal);
        prices = Table.sorted(journal);
        charges = Table.sorted(journal);
        chargeKeys = Table.sorted(journal);
        statements = new Table<>(journal, MemoryStatements.ORDER);
        customerCounts = new Table<>(journal, MemoryLedger.BY_COUNT);
        countDays = new Table<>(journal, Comparator.<LocalDate>naturalOrder());
        billing = Table.sorted(journal);
        erasures = Table.sorted(journal);
        erasureTickets = new Table<>(journal, MemoryErasures.ORDER);
        packs = Table.sorted(journal);
        incidentUses = Table.sorted(journal);
        encryptionKeys = Table.sorted(journal);
        customerKeys = Table.sorted(journal);
        audit = Table.sorted(journal);
        feed = Table.sorted(journal);
        unplaced = new Table<>(journal, BY_LINE);
        feedConsumers = Table.sorted(journal);
        statistics = new Table<>(journal, MemoryStatistics.ORDER);
    }

    /** A number larger than all before, also of units that fail. */
    long nextId() {
        return ids.incrementAndGet();
    }
}
