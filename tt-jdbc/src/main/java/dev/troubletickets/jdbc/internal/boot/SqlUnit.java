// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.admin.SqlAuditStore;
import dev.troubletickets.jdbc.internal.admin.SqlDocumentStore;
import dev.troubletickets.jdbc.internal.admin.SqlPredefinedReplyStore;
import dev.troubletickets.jdbc.internal.admin.SqlQueueStore;
import dev.troubletickets.jdbc.internal.admin.SqlSavedSearchStore;
import dev.troubletickets.jdbc.internal.admin.SqlStaffStore;
import dev.troubletickets.jdbc.internal.bulk.SqlBulkStore;
import dev.troubletickets.jdbc.internal.conversation.SqlAdmissionStore;
import dev.troubletickets.jdbc.internal.conversation.SqlAttachmentStore;
import dev.troubletickets.jdbc.internal.conversation.SqlCollaboratorStore;
import dev.troubletickets.jdbc.internal.conversation.SqlConversationStore;
import dev.troubletickets.jdbc.internal.conversation.SqlFeedStore;
import dev.troubletickets.jdbc.internal.conversation.SqlFollowStore;
import dev.troubletickets.jdbc.internal.conversation.SqlPresenceStore;
import dev.troubletickets.jdbc.internal.conversation.SqlThreadStore;
import dev.troubletickets.jdbc.internal.mail.SqlBounceStore;
import dev.troubletickets.jdbc.internal.mail.SqlIntakeStore;
import dev.troubletickets.jdbc.internal.mail.SqlMailboxStore;
import dev.troubletickets.jdbc.internal.mail.SqlOutboxStore;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.jdbc.internal.tasks.SqlPrivateMessageStore;
import dev.troubletickets.jdbc.internal.tasks.SqlTaskStore;
import dev.troubletickets.jdbc.internal.ticket.SqlFieldStore;
import dev.troubletickets.jdbc.internal.ticket.SqlLinkStore;
import dev.troubletickets.jdbc.internal.ticket.SqlOperationStore;
import dev.troubletickets.jdbc.internal.ticket.SqlScheduleStore;
import dev.troubletickets.jdbc.internal.ticket.SqlTicketStore;
import dev.troubletickets.spi.storage.AdmissionStore;
import dev.troubletickets.spi.storage.AttachmentStore;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.BounceStore;
import dev.troubletickets.spi.storage.BulkStore;
import dev.troubletickets.spi.storage.CollaboratorStore;
import dev.troubletickets.spi.storage.ConversationStore;
import dev.troubletickets.spi.storage.DocumentStore;
import dev.troubletickets.spi.storage.FeedStore;
import dev.troubletickets.spi.storage.FieldStore;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.spi.storage.LinkStore;
import dev.troubletickets.spi.storage.MailboxStore;
import dev.troubletickets.spi.storage.OperationStore;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.PredefinedReplyStore;
import dev.troubletickets.spi.storage.PresenceStore;
import dev.troubletickets.spi.storage.PrivateMessageStore;
import dev.troubletickets.spi.storage.QueueStore;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.StaffStore;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.ThreadStore;
import dev.troubletickets.spi.storage.TicketStore;
import dev.troubletickets.spi.storage.UnitOfWork;

/** All stores on one session. */
public record SqlUnit(
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
        AuditStore audit,
        FeedStore feed)
        implements UnitOfWork {
    public static SqlUnit of(Session session) {
        return new SqlUnit(
                new SqlTicketStore(session),
                new SqlConversationStore(session),
                new SqlAttachmentStore(session),
                new SqlThreadStore(session),
                new SqlPresenceStore(session),
                new SqlLinkStore(session),
                new SqlOperationStore(session),
                new SqlQueueStore(session),
                new SqlStaffStore(session),
                new SqlDocumentStore(session),
                new SqlPredefinedReplyStore(session),
                new SqlFollowStore(session),
                new SqlCollaboratorStore(session),
                new SqlBulkStore(session),
                new SqlFieldStore(session),
                new SqlSavedSearchStore(session),
                new SqlMailboxStore(session),
                new SqlIntakeStore(session),
                new SqlAdmissionStore(session),
                new SqlOutboxStore(session),
                new SqlBounceStore(session),
                new SqlScheduleStore(session),
                new SqlTaskStore(session),
                new SqlPrivateMessageStore(session),
                new SqlAuditStore(session),
                new SqlFeedStore(session));
    }
}
