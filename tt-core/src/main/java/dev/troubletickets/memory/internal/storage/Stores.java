// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.AdmissionStore;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.BillingStore;
import dev.troubletickets.spi.storage.BounceStore;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.spi.storage.CollaboratorStore;
import dev.troubletickets.spi.storage.ConversationStore;
import dev.troubletickets.spi.storage.CustomerCommentStore;
import dev.troubletickets.spi.storage.DocumentStore;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.FeedStore;
import dev.troubletickets.spi.storage.FieldStore;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.IncidentStore;
import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.spi.storage.LedgerStore;
import dev.troubletickets.spi.storage.LinkStore;
import dev.troubletickets.spi.storage.MailboxStore;
import dev.troubletickets.spi.storage.OperationStore;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.PredefinedReplyStore;
import dev.troubletickets.spi.storage.PresenceStore;
import dev.troubletickets.spi.storage.PriceStore;
import dev.troubletickets.spi.storage.PrivateMessageStore;
import dev.troubletickets.spi.storage.QueueStore;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.StaffStore;
import dev.troubletickets.spi.storage.StatementStore;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.ThreadStore;
import dev.troubletickets.spi.storage.TicketStore;
import dev.troubletickets.spi.storage.UnitOfWork;

/** The stores over one memory. All units of work share them; the {@link Journal} refuses their use outside of a unit. */
public record Stores(
        TicketStore tickets,
        ConversationStore conversations,
        AttachmentStore attachments,
        ThreadStore threads,
        PresenceStore presence,
        LinkStore links,
        OperationStore operations,
        QueueStore queues,
        StaffStore staff,
        DocumentStore documents,
        PredefinedReplyStore replies,
        FollowStore follows,
        CollaboratorStore collaborators,
        BulkStore bulk,
        FieldStore fields,
        SavedSearchStore savedSearches,
        MailboxStore mailboxes,
        IntakeStore intake,
        AdmissionStore admissions,
        OutboxStore outbox,
        BounceStore bounces,
        ScheduleStore schedule,
        TaskStore tasks,
        PrivateMessageStore privateMessages,
        ArticleStore articles,
        CustomerCommentStore customerComments,
        PriceStore prices,
        LedgerStore ledger,
        StatementStore statements,
        BillingStore billing,
        ErasureStore erasures,
        IncidentStore incidents,
        AuditStore audit,
        FeedStore feed,
        StatisticsStore statistics)
        implements UnitOfWork {
    public static Stores over(Tables tables) {
        return new Stores(
                new MemoryTickets(tables),
                new MemoryConversations(tables),
                new MemoryAttachments(tables),
                new MemoryThreads(tables),
                new MemoryPresence(tables),
                new MemoryLinks(tables),
                new MemoryOperations(tables),
                new MemoryQueues(tables),
                new MemoryStaff(tables),
                new MemoryDocuments(tables),
                new MemoryPredefinedReplies(tables),
                new MemoryFollows(tables),
                new MemoryCollaborators(tables),
                new MemoryBulk(tables),
                new MemoryFields(tables),
                new MemorySavedSearches(tables),
                new MemoryMailboxes(tables),
                new MemoryIntake(tables),
                new MemoryAdmissions(tables),
                new MemoryOutbox(tables),
                new MemoryBounces(tables),
                new MemorySchedule(tables),
                new MemoryTasks(tables),
                new MemoryPrivateMessages(tables),
                new MemoryArticles(tables),
                new MemoryCustomerComments(tables),
                new MemoryPrices(tables),
                new MemoryLedger(tables),
                new MemoryStatements(tables),
                new MemoryBilling(tables),
                new MemoryErasures(tables),
                new MemoryIncidents(tables),
                new MemoryAudit(tables),
                new MemoryFeed(tables),
                new MemoryStatistics(tables));
    }
}
