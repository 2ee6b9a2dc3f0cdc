// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A mail on its way out, as it is kept.
 *
 * @param remaining the recipients who do not have it yet
 * @param due when it may be claimed: its lease's end while somebody has it
 * @param fence the number of the newest claim, 0 before the first
 * @param reason why it failed, is uncertain or waits; empty for none
 */
record OutgoingRow(
        long id,
        OutgoingData data,
        List<EmailAddress> remaining,
        Step step,
        Instant due,
        long fence,
        int tries,
        boolean again,
        Optional<String> reason) {
    /** How far it is. */
    enum Step {
        READY,
        CLAIMED,
        SENDING,
        SENT,
        UNCERTAIN,
        FAILED;

        boolean isSettled() {
            return compareTo(SENT) >= 0;
        }
    }

    static OutgoingRow ready(long id, OutgoingData mail) {
        return new OutgoingRow(
                id,
                copy(mail, mail.recipients()),
                mail.recipients(),
                Step.READY,
                mail.createdAt(),
                0,
                0,
                false,
                Optional.empty());
    }

    boolean isDue(Instant now) {
        return !step.isSettled() && !due.isAfter(now);
    }

    boolean isTroubled() {
        return step == Step.FAILED || step == Step.UNCERTAIN || step == Step.READY && tries > 0;
    }

    OutgoingRow claimed(Instant until) {
        Step next = step == Step.SENDING ? Step.SENDING : Step.CLAIMED;
        return new OutgoingRow(id, data, remaining, next, until, fence + 1, tries, again, reason);
    }

    OutgoingRow step(Step next, Optional<String> why) {
        return new OutgoingRow(id, data, remaining, next, due, fence, tries, again, why);
    }

    OutgoingRow narrowed(List<EmailAddress> to) {
        return new OutgoingRow(id, data, List.copyOf(to), step, due, fence, tries, again, reason);
    }

    OutgoingRow postponed(Instant until, String why, boolean mayHaveArrived) {
        return new OutgoingRow(
                id, data, remaining, Step.READY, until, fence, tries + 1, again || mayHaveArrived, Optional.of(why));
    }

    OutgoingRow retried(Instant now) {
        boolean maybeArrived = again || step == Step.UNCERTAIN;
        return new OutgoingRow(id, data, remaining, Step.READY, now, fence, 0, maybeArrived, Optional.empty());
    }

    /** Sent, to whom and what nobody knows any more. */
    OutgoingRow emptied() {
        return new OutgoingRow(
                id, rest(List.of(), new byte[0]), List.of(), step, due, fence, tries, again, Optional.empty());
    }

    OutgoingRow without(Set<EmailAddress> gone, byte[] content) {
        Predicate<EmailAddress> stays = address -> !gone.contains(address);
        List<EmailAddress> all = data.recipients().stream().filter(stays).toList();
        List<EmailAddress> left = remaining.stream().filter(stays).toList();
        return new OutgoingRow(id, rest(all, content), left, step, due, fence, tries, again, reason);
    }

    ErasureStore.MailOut toMailOut() {
        return new ErasureStore.MailOut(
                id,
                step == Step.SENT,
                data.ticket(),
                data.recipients(),
                remaining,
                data.content().clone());
    }

    private OutgoingData rest(List<EmailAddress> recipients, byte[] content) {
        return new OutgoingData(
                data.ticket(),
                data.message(),
                data.kind(),
                data.sender(),
                recipients,
                data.messageId(),
                content.clone(),
                data.createdAt());
    }

    Claim toClaim() {
        return new Claim(id, fence, copy(data, remaining), step == Step.SENDING, tries, again);
    }

    Delivery toDelivery() {
        Delivery.State state = switch (step) {
            case READY, CLAIMED, SENDING -> Delivery.State.QUEUED;
            case SENT -> Delivery.State.SENT;
            case UNCERTAIN -> Delivery.State.UNCERTAIN;
            case FAILED -> Delivery.State.FAILED;
        };
        return new Delivery(state, reason);
    }

    Outgoing toOutgoing() {
        return new Outgoing(id, Optional.ofNullable(data.ticket()), remaining, toDelivery(), tries);
    }

    private static OutgoingData copy(OutgoingData mail, List<EmailAddress> recipients) {
        return new OutgoingData(
                mail.ticket(),
                mail.message(),
                mail.kind(),
                mail.sender(),
                recipients,
                mail.messageId(),
                mail.content().clone(),
                mail.createdAt());
    }
}
