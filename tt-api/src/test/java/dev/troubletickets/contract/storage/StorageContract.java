// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

/** The whole contract of a storage. Implement {@link #storage} in a test class, and every test here is that class's. */
public interface StorageContract
        extends TransactionContract,
                RaceContract,
                ClaimRaceContract,
                TicketStoreContract,
                TicketDeletionContract,
                TicketListContract,
                TicketOrderContract,
                TicketVisibilityContract,
                TicketLockContract,
                PresenceStoreContract,
                SearchContract,
                SearchTextContract,
                TagContract,
                WeightContract,
                ConversationStoreContract,
                MessageTextContract,
                HistoryContract,
                AttachmentStoreContract,
                ThreadStoreContract,
                LinkStoreContract,
                QueueStoreContract,
                StaffStoreContract,
                DocumentStoreContract,
                PredefinedReplyStoreContract,
                FollowStoreContract,
                BulkStoreContract,
                MailboxStoreContract,
                IntakeStoreContract,
                OutboxStoreContract,
                OutboxSettlingContract,
                OutboxReportContract,
                AuditStoreContract {}
