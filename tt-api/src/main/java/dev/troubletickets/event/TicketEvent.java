// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.event;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rules.Match;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One moment in a ticket's life. Who and when stand beside it, in the history entry. */
public sealed interface TicketEvent {
    /** @param claimed the ticket a mail named without proof that it belongs there */
    record TicketOpened(QueueId queue, Channel channel, Optional<TicketId> claimed) implements TicketEvent {}

    /** The customer opened it while an announcement was in force for it (G13); by mail also where that stopped the intake. */
    record AnnouncementMet(String text, boolean stopsIntake) implements TicketEvent {}

    /**
     * Opened instead of reopening an earlier ticket, whose reopening window had passed (G14).
     *
     * @param settledAt when the earlier ticket was resolved or closed
     * @param days the window's length then
     */
    record ContinuationOpened(TicketId earlier, Instant settledAt, int days) implements TicketEvent {}

    /** A follow-up came after the reopening window; it opened another ticket (G14). */
    record TicketContinued(TicketId in) implements TicketEvent {}

    /**
     * This ticket became part of another one (A12).
     *
     * @param apart it belongs to another customer, who goes on seeing it as a ticket of its own
     */
    record TicketMerged(TicketId into, boolean apart) implements TicketEvent {}

    /** Another ticket became part of this one (A12). */
    record OtherTicketMerged(TicketId source, boolean apart) implements TicketEvent {}

    /** Messages of this ticket became tickets of their own, in this order (A4). */
    record TicketSplit(List<TicketId> into) implements TicketEvent {
        public TicketSplit {
            into = List.copyOf(into);
        }
    }

    /** This ticket was made of these messages of another one (A4). */
    record SplitOff(TicketId from, QueueId queue, List<MessageId> messages) implements TicketEvent {
        public SplitOff {
            messages = List.copyOf(messages);
        }
    }

    /** An operation on this ticket was undone (G2); the others were part of it. */
    record OperationUndone(OperationId operation, Set<TicketId> others) implements TicketEvent {}

    /** The ticket's customer needs nothing more, while the ticket goes on for another's sake, with which it is merged. */
    record CustomerSettled(TicketId ticket) implements TicketEvent {}

    /** The ticket's customer waits again, without a new word, while it went on for another's sake, with which it is merged. */
    record CustomerWaits(TicketId ticket) implements TicketEvent {}

    /** An abuse case was opened from this ticket (A18). */
    record AbuseRegistered(TicketId abuseCase) implements TicketEvent {}

    /** This is an abuse case, opened from another ticket (A18). */
    record AbuseCaseOpened(TicketId from) implements TicketEvent {}

    /**
     * A rule on submission held (B10).
     *
     * @param because the parts of its condition that decided (G1)
     * @param done what it did
     * @param skipped what it says and did not do
     */
    record RuleApplied(String rule, List<Match> because, Handling done, List<Skipped> skipped) implements TicketEvent {
        public RuleApplied {
            because = List.copyOf(because);
            skipped = List.copyOf(skipped);
        }

        /** Such as the queue {@code queue 3}, and why not. */
        public record Skipped(String action, String why) {}
    }

    /**
     * The queue's way of assigning has looked for a technician (B14).
     *
     * @param to whom it gave the ticket; nobody, and the ticket stays unassigned
     */
    record PolicyApplied(QueueId queue, AssignmentPolicy policy, Optional<StaffId> to, String because)
            implements TicketEvent {}

    record CustomerReplied(MessageId message, Channel channel) implements TicketEvent {}

    /** A machine on the customer's side wrote; the ticket's state is as before. */
    record AutomaticMailReceived(MessageId message) implements TicketEvent {}

    record TicketAnswered(MessageId message, Set<EmailAddress> cc) implements TicketEvent {}

    record NoteAdded(MessageId message) implements TicketEvent {}

    /** The text of an answer or a note was corrected (A16); {@code before} is what it said until then. */
    record MessageEdited(MessageId message, String before) implements TicketEvent {}

    /** A technician follows the ticket from then on (G10), by their own will or a colleague's. */
    record WatcherAdded(StaffId technician) implements TicketEvent {}

    record WatcherRemoved(StaffId technician) implements TicketEvent {}

    /** A technician may read the ticket, or do more with it, from then on (G10); also with another right than before. */
    record CollaboratorInvited(StaffId technician, CollaboratorRight right) implements TicketEvent {}

    /** By a colleague, or by their own will. */
    record CollaboratorDismissed(StaffId technician) implements TicketEvent {}

    record TicketPickedUp() implements TicketEvent {}

    record TicketAssigned(Optional<StaffId> from, StaffId to) implements TicketEvent {}

    /** It went to someone else, and stays open with whoever had it or sent it on (B5). */
    record TicketRedirected(Holder from, Holder to) implements TicketEvent {}

    /** Someone's part is done; the ticket stays open with the others (B5). */
    record PartClosed(Holder part) implements TicketEvent {}

    /** A department is no more, and its part went to another, or ended with it (B5). */
    record PartPassed(QueueId from, Optional<QueueId> to) implements TicketEvent {}

    record TicketReleased(StaffId from) implements TicketEvent {}

    /** A technician ended a colleague's lock (B6). */
    record TicketUnblocked(StaffId from) implements TicketEvent {}

    /** @param because the rule and the facts, where it closed by itself (G1) */
    record StatusChanged(Status from, Status to, Cause cause, Optional<String> because) implements TicketEvent {
        /** By whatever needs no reason. */
        public StatusChanged(Status from, Status to, Cause cause) {
            this(from, to, cause, Optional.empty());
        }
    }

    /** Out of the active lists until then (A14). */
    record TicketSnoozed(Instant until) implements TicketEvent {}

    /** Back in the active lists. */
    record TicketWoken(Cause cause) implements TicketEvent {}

    /** The customer was told that the ticket will close by itself (G5). */
    record AutoCloseWarned(Instant closesAt) implements TicketEvent {}

    /** The ticket, or the warning of it, was to close; but the mail with the answer, or with the warning, had not left yet (G5). */
    record AutoClosePutOff(Instant closesAt) implements TicketEvent {}

    /** An automatic mail did not reach the requester, who perhaps was not warned; the ticket does not close by itself any more (G5). */
    record AutoCloseStopped() implements TicketEvent {}

    /** A task of the ticket is open, and it does not close by itself until that is done (E7, G5). */
    record AutoCloseSuspended() implements TicketEvent {}

    /** The last task is done, and the time until it closes by itself begins anew (E7, G5). */
    record AutoCloseResumed(Instant closesAt) implements TicketEvent {}

    /** The customer was not told automatically that the ticket is settled, or will be (D4); {@code because} says why (G1). */
    record ResponseWithheld(String because) implements TicketEvent {}

    record TicketArchived() implements TicketEvent {}

    /**
     * The provider no longer supports the reseller's customers, and the ticket is on the reseller's side (E4).
     *
     * @param without the technicians who had the ticket, a part, a lock, a draft or an invitation, and do not see it any more
     */
    record TicketReturned(ResellerId reseller, Set<StaffId> without) implements TicketEvent {
        public TicketReturned {
            without = Set.copyOf(without);
        }
    }

    /**
     * The provider supports the reseller's customers, and the ticket is on the provider's side (E4).
     *
     * @param without as in {@link TicketReturned}
     */
    record TicketTakenOver(ResellerId reseller, Set<StaffId> without) implements TicketEvent {
        public TicketTakenOver {
            without = Set.copyOf(without);
        }
    }

    /** A field with a plain value was changed; absent where it was or became empty. */
    record FieldChanged(Field field, Optional<String> from, Optional<String> to) implements TicketEvent {}

    /** What stands in a field of the installation's own was changed (G10). */
    record CustomFieldChanged(FieldKey field, Optional<FieldValue> from, Optional<FieldValue> to)
            implements TicketEvent {}

    record TagsChanged(Set<Tag> added, Set<Tag> removed) implements TicketEvent {}

    /** A mail about this ticket could not be delivered, by the mail server's word or by a bounce. */
    record DeliveryFailed(Set<EmailAddress> recipients, String reason) implements TicketEvent {}

    /** It is unknown whether a mail about this ticket was delivered; it was not sent again. */
    record DeliveryUncertain(Set<EmailAddress> recipients, String reason) implements TicketEvent {}

    /**
     * Someone asked for encrypted blocks of a message in plain text (F2).
     *
     * @param inclusions their numbers within the message, from 1
     */
    record InclusionsRevealed(MessageId message, List<Integer> inclusions) implements TicketEvent {
        public InclusionsRevealed {
            inclusions = List.copyOf(inclusions);
        }
    }

    /** Someone asked for an encrypted file in clear (F2). */
    record FileRevealed(AttachmentId file) implements TicketEvent {}

    /**
     * An answer was encrypted, as it went out and as it is kept (F2).
     *
     * @param keys the fingerprints of whose keys it is for: the customer's first, then those of who is in CC
     */
    record AnswerEncrypted(MessageId message, List<String> keys) implements TicketEvent {
        public AnswerEncrypted {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The clock of an answer runs, or runs otherwise than before (B9).
     *
     * @param due absent where so much working time never passes
     * @param allowed working time
     * @param used of it until now
     * @param because the facts by which the target was chosen
     */
    record AnswerDueSet(String target, Optional<Instant> due, Duration allowed, Duration used, List<Match> because)
            implements TicketEvent {
        public AnswerDueSet {
            because = List.copyOf(because);
        }
    }

    /** @param used working time so far */
    record AnswerClockStopped(Stop why, Duration used) implements TicketEvent {}

    /** @param left of the allowed working time */
    record AnswerTargetMet(String target, Duration left) implements TicketEvent {}

    /** @param late working time beyond what was allowed */
    record AnswerTargetMissed(String target, Duration late) implements TicketEvent {}

    /**
     * A level of escalation came (G6); what it changed follows.
     *
     * @param due when the answer was due
     * @param notified the technicians to whom a mail was written
     */
    record EscalationReached(String level, Optional<Instant> due, Set<StaffId> notified) implements TicketEvent {
        public EscalationReached {
            notified = Set.copyOf(notified);
        }
    }

    /**
     * An answer came before the other levels did; what escalation had changed before stays (G6).
     *
     * @param reached the levels that came in this wait
     * @param undone those that will not come
     */
    record EscalationEnded(List<String> reached, List<String> undone) implements TicketEvent {
        public EscalationEnded {
            reached = List.copyOf(reached);
            undone = List.copyOf(undone);
        }
    }

    /** Something is to be done at a time (G9). */
    record ActionScheduled(long action, ScheduledAction.Kind kind, Instant at, ScheduledAction.DroppedBy droppedBy)
            implements TicketEvent {}

    /** The time of a scheduled action had come; what it did follows. */
    record ActionTaken(long action, ScheduledAction.Kind kind) implements TicketEvent {}

    /** Scheduled actions of another ticket are this one's now, because the two were merged, or because that was undone (A12, G2). */
    record ActionsMoved(TicketId from, List<Long> actions) implements TicketEvent {
        public ActionsMoved {
            actions = List.copyOf(actions);
        }
    }

    record ActionCancelled(long action, ScheduledAction.Kind kind) implements TicketEvent {}

    /** An answer that had not left yet was given back to the one who took it back (G8). */
    record AnswerTakenBack(long action) implements TicketEvent {}

    /** The customer acted, or the ticket changed, before the time had come. An answer is kept, as one that was refused (G8). */
    record ActionDropped(long action, ScheduledAction.Kind kind, ScheduledAction.DroppedBy by) implements TicketEvent {}

    /** The time of a scheduled action had come, and it could not be taken. */
    record ActionRefused(long action, ScheduledAction.Kind kind, String why) implements TicketEvent {}

    /** The customer has rated how the ticket was settled, perhaps once more (G11); {@code stars} are 1 to 5, the best. */
    record TicketRated(int stars, Optional<String> comment) implements TicketEvent {}

    /** The ticket was deleted for good (A11); what its history said until then is gone, but that it happened. */
    record TicketDeleted() implements TicketEvent {}

    /** A task was created for the ticket (E7); what is to be done its page says. */
    record TaskCreated(long task, StaffId assignee) implements TicketEvent {}

    record TaskDone(long task) implements TicketEvent {}

    record TaskReopened(long task) implements TicketEvent {}

    /** Tasks of another ticket are this one's now, because the two were merged, or because that was undone (A12, G2). */
    record TasksMoved(TicketId from, List<Long> tasks) implements TicketEvent {
        public TasksMoved {
            tasks = List.copyOf(tasks);
        }
    }

    /** The ticket's customer pays for an answer (E6); the host's billing carries it out afterwards. */
    record CustomerCharged(BillingOrderId order, AccountId account, Money amount, String words)
            implements TicketEvent {}

    /** So much of a charge is given back (E6). */
    record ChargeRefunded(BillingOrderId order, BillingOrderId charge, Money amount, String reason)
            implements TicketEvent {}

    /** Its customer has used support incidents by opening it (E6); {@code uncovered} are those that no pack had. */
    record IncidentsUsed(int incidents, int uncovered) implements TicketEvent {}

    /** It uses another number of support incidents (E6); the rest was taken from the packs, or given back. */
    record IncidentsChanged(int from, int to, int uncovered, Optional<String> because) implements TicketEvent {}

    /** The host's billing did not carry out a charge, or a refund, and an administrator has given it up: nothing is paid (E6). */
    record BillingGivenUp(BillingOrderId order, BillingOrder.Kind kind, Money amount, String reason)
            implements TicketEvent {}

    /**
     * A person was erased from the ticket (G12): what it said of them is gone, here and in the lines before. Whoever has copied those is to
     * do likewise.
     *
     * @param wholly it was their own ticket, of which no word is left
     */
    record PersonErased(long erasure, boolean wholly) implements TicketEvent {}

    /** Why the clock of an answer does not run although somebody waits. */
    enum Stop {
        ON_HOLD,
        SNOOZED,
        /** The queue has no target for such a ticket. */
        NO_TARGET
    }

    /** What brought a status about. */
    enum Cause {
        STAFF,
        CUSTOMER,
        AUTO_CLOSE,
        FAILED_DELIVERY,
        TIME,
        /** A rule on submission, or the queue's way of assigning (B10, B14). */
        RULE
    }

    enum Field {
        SUBJECT,
        REQUESTER,
        CC,
        PRIORITY,
        QUEUE,
        CATEGORY,
        SERVICE,
        SUMMARY,
        ACCOUNT,
        RESELLER,
        STICKY
    }
}
