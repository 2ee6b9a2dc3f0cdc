// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.event.TicketEvent.DeliveryUncertain;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailTransport.Result.Accepted;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.OutgoingData;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox (D8). Each mail is marked as being sent before the server hears of it, and as sent with nothing in between
 * that can fail; so after a crash it is known which mails may have left. An answer of which that is unknown is sent once more, under the
 * same Message-ID; an automatic mail is not.
 */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** Few, for each is in memory whole. */
    private static final int BATCH = 5;

    private static final int TRIES = 12;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));

    private final Work work;
    private final MailTransport transport;

    Dispatch(Work work, MailTransport transport) {
        this.work = work;
        this.transport = transport;
    }

    /** Claims one batch, and sends it; how many mails the server took. */
    int batch() {
        List<Claim> claims = work.write(
                scope -> scope.stores().outbox().claim(scope.now(), scope.now().plus(LEASE), BATCH));
        int sent = 0;
        // a server may be slow; a mail whose lease might end while it is being sent is left to whoever claims it next
        Instant deadline = work.now().plus(LEASE.dividedBy(2));
        for (Claim claim : claims) {
            if (work.now().isAfter(deadline)) {
                break;
            }
            sent += claim.wasSending() ? resume(claim) : send(claim);
        }
        return sent;
    }

    private int send(Claim claim) {
        boolean ours = work.write(scope -> scope.stores().outbox().sending(claim.id(), claim.fence()));
        if (!ours) {
            return 0;
        }
        OutgoingData mail = claim.mail();
        Result result =
                transport.send(new Envelope(Optional.ofNullable(mail.sender()), mail.recipients()), mail.content());
        if (result instanceof Accepted accepted) {
            settleAccepted(claim, accepted);
            return 1;
        }
        LOG.info("mail {} was not sent: {}", claim.id(), result);
        settle(claim, result);
        return 0;
    }

    /**
     * The server has the mail: that it is sent, or for whom it remains, and to whom it was refused, in one. Where the ticket cannot be
     * told, at least the first, for what fails after the server's word would send it again.
     */
    private void settleAccepted(Claim claim, Accepted accepted) {
        boolean last = claim.tries() + 1 >= TRIES;
        Map<EmailAddress, String> failed = new LinkedHashMap<>(accepted.refused());
        failed.putAll(last ? accepted.deferred() : Map.of());
        if (!failed.isEmpty()) {
            try {
                Unreached unreached = new Unreached(failed, accepted.refused().keySet(), "refused: " + failed.values());
                work.write(scope -> settleSent(scope, claim, accepted.deferred(), last)
                        && tellFailure(scope, claim.mail(), unreached));
                return;
            } catch (RuntimeException e) {
                LOG.warn("the ticket of mail {} could not be told of refused recipients", claim.id(), e);
            }
        }
        work.write(scope -> settleSent(scope, claim, accepted.deferred(), last));
    }

    /** Sent; or, for those whom the server has deferred, to be sent to them alone, if this was not the last try. */
    private static boolean settleSent(Scope scope, Claim claim, Map<EmailAddress, String> deferred, boolean last) {
        OutboxStore outbox = scope.stores().outbox();
        List<EmailAddress> remaining =
                claim.mail().recipients().stream().filter(deferred::containsKey).toList();
        if (remaining.isEmpty()) {
            return outbox.sent(claim.id(), claim.fence(), scope.now());
        }
        String reason = "deferred: " + deferred.values();
        return outbox.narrow(claim.id(), claim.fence(), remaining)
                && (last
                        ? outbox.failed(claim.id(), claim.fence(), reason)
                        : postpone(scope, claim, reason, claim.again()));
    }

    /** A mail that was being sent when its sender vanished. */
    private int resume(Claim claim) {
        settle(claim, new Result.Uncertain("the process ended while the mail was being sent"));
        return 0;
    }

    private void settle(Claim claim, Result result) {
        if (result instanceof Result.Uncertain uncertain) {
            boolean once = claim.mail().kind() == OutgoingData.Kind.ANSWER && !claim.again();
            if (once) {
                work.write(scope -> postpone(scope, claim, uncertain.reason(), true));
            } else {
                leaveUncertain(claim, uncertain.reason());
            }
        } else if (result instanceof Result.Deferred deferred && claim.tries() + 1 < TRIES) {
            work.write(scope -> postpone(scope, claim, deferred.reason(), claim.again()));
        } else {
            giveUp(claim, result);
        }
    }

    private static boolean postpone(Scope scope, Claim claim, String reason, boolean again) {
        Instant due = scope.now().plus(BACKOFF.after(claim.tries()));
        return scope.stores().outbox().postpone(claim.id(), claim.fence(), due, reason, again);
    }

    /** The server said no, or not yet once too often. */
    private void giveUp(Claim claim, Result result) {
        OutgoingData mail = claim.mail();
        Unreached unreached = result instanceof Result.Deferred deferred
                ? Unreached.all(mail, false, deferred.reason())
                : Unreached.all(mail, true, ((Result.Rejected) result).reason());
        work.write(scope -> scope.stores().outbox().failed(claim.id(), claim.fence(), unreached.reason())
                && tellFailure(scope, mail, unreached));
    }

    private void leaveUncertain(Claim claim, String reason) {
        OutgoingData mail = claim.mail();
        work.write(scope -> {
            boolean ours = scope.stores().outbox().uncertain(claim.id(), claim.fence(), reason);
            if (ours) {
                Bounces.ticket(scope, mail.ticket(), mail.message())
                        .ifPresent(ticket -> Case.of(scope, ticket)
                                .happened(new DeliveryUncertain(Set.copyOf(mail.recipients()), reason))
                                .save(Actor.system()));
            }
            return ours;
        });
    }

    /** Marks the addresses, and tells the ticket; of a copy for staff the mailroom tells. */
    private static boolean tellFailure(Scope scope, OutgoingData mail, Unreached unreached) {
        unreached
                .reasons()
                .forEach((address, reason) ->
                        Bounces.mark(scope, address, unreached.forGood().contains(address), reason));
        if (mail.kind() == OutgoingData.Kind.COPY) {
            return true;
        }
        Bounces.ticket(scope, mail.ticket(), mail.message())
                .ifPresent(ticket -> Bounces.tell(
                        scope, ticket, mail.kind(), unreached.reasons().keySet(), unreached.reason()));
        return true;
    }

    /**
     * @param reasons by recipient
     * @param forGood those among them that were refused with 5xx
     * @param reason of all together
     */
    private record Unreached(Map<EmailAddress, String> reasons, Set<EmailAddress> forGood, String reason) {
        static Unreached all(OutgoingData mail, boolean forGood, String reason) {
            Map<EmailAddress, String> reasons =
                    mail.recipients().stream().distinct().collect(Collectors.toMap(to -> to, to -> reason));
            return new Unreached(reasons, forGood ? reasons.keySet() : Set.of(), reason);
        }
    }
}
