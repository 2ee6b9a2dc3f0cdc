// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Rating;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that is about to happen to a ticket. */
public sealed interface Step {
    /** True for what a colleague's lock keeps from: others read, but they do not reply (B6). */
    default boolean waitsForLock() {
        return false;
    }

    /** True for a word or an act of the customer's that brings the ticket back to staff (A7). */
    default boolean isFollowUp() {
        return false;
    }

    record CustomerWrites(Channel channel) implements Step {
        @Override
        public boolean isFollowUp() {
            return true;
        }
    }

    /** A machine on the customer's side writes (G5). */
    record MachineWrites() implements Step {}

    /**
     * A word of the customer that came before the answer in the ticket was written after it: the answer was held back (G8).
     *
     * @param since when the word came
     */
    record WordStands(Instant since) implements Step {}

    record CustomerCloses() implements Step {}

    record CustomerArchives() implements Step {}

    /** The customer says how content they are; nothing else becomes of it (G11). */
    record Rates(Rating rating) implements Step {}

    record CustomerReopens() implements Step {
        @Override
        public boolean isFollowUp() {
            return true;
        }
    }

    /** @param invited a colleague's invitation lets them answer although the ticket is not theirs (G10) */
    record Answers(
            StaffId by,
            boolean hasProfile,
            Answer.Then then,
            Optional<Boolean> sticky,
            boolean withNote,
            Set<EmailAddress> cc,
            boolean invited)
            implements Step {
        public Answers {
            cc = Set.copyOf(cc);
        }

        /** By one who was not invited. */
        public Answers(
                StaffId by,
                boolean hasProfile,
                Answer.Then then,
                Optional<Boolean> sticky,
                boolean withNote,
                Set<EmailAddress> cc) {
            this(by, hasProfile, then, sticky, withNote, cc, false);
        }

        /** By the assignee, or by a technician who has a part of the ticket (B5). */
        boolean isOnOwn(TicketState ticket) {
            return ticket.isAssignedTo(by) || ticket.hasPart(by);
        }

        @Override
        public boolean waitsForLock() {
            return true;
        }
    }

    record Notes() implements Step {}

    record PicksUp(StaffId by, boolean hasProfile) implements Step {
        @Override
        public boolean waitsForLock() {
            return true;
        }
    }

    record Assigns(StaffId to, boolean hasProfile) implements Step {}

    /** @param hasProfile true where it goes to a department */
    record Redirects(StaffId by, Holder to, boolean hasProfile) implements Step {}

    /** Of a ticket that is open with others as well (B5); the one in charge has a part, too. */
    record ClosesPart(Holder part) implements Step {}

    /** The queue is going, and its part of the ticket goes to the other one, if there is one. */
    record PassesPart(QueueId from, Optional<QueueId> to) implements Step {}

    /** By a rule on submission, or by the queue's way of assigning (B10, B14); who it is has been found fit. */
    record IsAssigned(StaffId to) implements Step {}

    /** By a rule on submission (B10). */
    record IsHeld() implements Step {}

    record Releases() implements Step {}

    /**
     * The ticket, or these technicians, have changed sides (E4); they have nothing to do with it any more.
     *
     * @param departments no department has a part of it, either
     */
    record LeavesHands(Set<StaffId> staff, boolean departments) implements Step {
        public LeavesHands {
            staff = Set.copyOf(staff);
        }
    }

    record Holds() implements Step {}

    record Snoozes(Instant until) implements Step {}

    /** @param cause who or what brings the ticket back (A14) */
    record Wakes(TicketEvent.Cause cause) implements Step {}

    record Resolves() implements Step {}

    record Closes() implements Step {}

    record Reopens() implements Step {}

    record Moves(QueueId to) implements Step {}

    record Prioritises(Priority to) implements Step {}

    record Sticks(boolean sticky) implements Step {}

    /** The time an answered ticket was given has passed (A10). */
    record AutoCloses() implements Step {}

    /** One of these two has come, and the mail with the answer is still on its way (G5). */
    record PutsOffClosing() implements Step {}

    /** There is something to be done first (E7): no time runs until it closes (G5). */
    record SuspendsAutoClose() implements Step {}

    /** There is nothing to be done any more: the time begins anew, as if it were answered now (G5). */
    record ResumesAutoClose() implements Step {}

    /** The time has come to warn that an answered ticket will close (G5). */
    record WarnsOfClosing() implements Step {}

    /** What merging, splitting and undoing do to a ticket; the rules refuse none of these. */
    sealed interface Joins extends Step {}

    /**
     * Another ticket is merged into it (A12).
     *
     * @param messages how many messages come with it, and how many of them its customer is shown
     * @param waitingSince since when its customer waits, who is this one's, too
     * @param othersSince since when another customer waits in it
     * @param unread it has answers its customer has not read
     * @param staffWroteLast whose the last word of both together is; as it was, if empty
     */
    record TakesIn(
            int messages,
            int shown,
            @Nullable Instant waitingSince,
            @Nullable Instant othersSince,
            boolean unread,
            Optional<Boolean> staffWroteLast)
            implements Joins {}

    /**
     * Words of it are read in another ticket from now on (A4).
     *
     * @param waitingSince since when its customer waits for an answer to what is left
     * @param lastAnswer how many messages the customer was shown with the last answer that is left
     * @param staffWroteLast whose the last word is of what is left
     */
    record LosesWords(@Nullable Instant waitingSince, int lastAnswer, boolean staffWroteLast) implements Joins {}

    /** An operation is undone, since which nothing has happened that matters: it stands as before. */
    record StandsAgain(Standing before) implements Joins {}

    /**
     * An operation is undone: nobody waits any longer for what has left.
     *
     * @param waitingSince since when its customer waits for an answer to what is left
     * @param othersSince the same of other customers
     */
    record WaitsForRest(
            @Nullable Instant waitingSince, @Nullable Instant othersSince) implements Joins {}

    /** Another customer, whose ticket was merged in and kept apart, writes. */
    record OtherWrites(MessageId message, Channel channel) implements Joins {}

    /** A machine on that customer's side writes. */
    record OtherMachineWrites(MessageId message) implements Joins {}

    /** That customer waits again without a new word: they have reopened it, or words have come back to it (G2). */
    record OtherReopens(TicketId ticket) implements Joins {}

    /** That customer closes or puts away; {@code othersSince} is since when further such customers wait. */
    record OtherSettles(TicketId ticket, @Nullable Instant othersSince) implements Joins {}

    /** The ticket it was merged into, and kept apart from, was settled. */
    record SettlesAlong(Status to, TicketEvent.Cause cause) implements Joins {}

    /** A move between queues is undone. */
    record GoesBack(Place before) implements Joins {}

    /** It is no longer merged, after so long. */
    record Returns(Duration away) implements Joins {}

    /** @param missed what the requester has not got */
    record DeliveryFails(Set<EmailAddress> recipients, String reason, Missed missed) implements Step {
        public DeliveryFails {
            recipients = Set.copyOf(recipients);
        }

        public enum Missed {
            ANSWER,
            /** Perhaps the warning that the ticket will close. */
            AUTOMATIC_MAIL,
            /** It was meant for others. */
            NOTHING
        }
    }
}
