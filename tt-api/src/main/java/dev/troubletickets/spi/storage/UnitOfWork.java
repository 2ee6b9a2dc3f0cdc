// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

/** The stores, all in one transaction. */
public interface UnitOfWork {
    TicketStore tickets();

    ConversationStore conversations();

    FileStore files();

    ThreadStore threads();

    PresenceStore presence();

    LinkStore links();

    OperationStore operations();

    QueueStore queues();

    StaffStore staff();

    DocumentStore documents();

    PredefinedReplyStore replies();

    FollowStore follows();

    CollaboratorStore collaborators();

    BulkStore bulk();

    FieldStore fields();

    SavedSearchStore savedSearches();

    MailboxStore mailboxes();

    IntakeStore intake();

    AdmissionStore admissions();

    OutboxStore outbox();

    BounceStore bounces();

    ScheduleStore schedule();

    TaskStore tasks();

    PrivateMessageStore privateMessages();

    ArticleStore articles();

    CustomerCommentStore customerComments();

    PriceStore prices();

    LedgerStore ledger();

    StatementStore statements();

    BillingStore billing();

    ErasureStore erasures();

    IncidentStore incidents();

    EncryptionKeyStore encryptionKeys();

    CustomerKeyStore customerKeys();

    AuditStore audit();

    FeedStore feed();

    StatisticsStore statistics();
}
