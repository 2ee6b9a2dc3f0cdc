// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.billing;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.work.Backoff;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.spi.billing.Billing;
import dev.troubletickets.spi.billing.Billing.Outcome;
import dev.troubletickets.spi.storage.BillingStore.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the host carry out what was ordered (E6): after the commit, outside of any unit of work, and under a lease, so that no two nodes do at
 * once. When a process ends between the host's word and the note of it, the host gets the same order again, and knows it by its id.
 */
public final class CarryOut {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOut.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int BATCH = 5;
    private static final int TRIES = 12;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
    private static final int LONGEST = 1000;

    private final Work work;
    private final Billing host;

    public CarryOut(Work work, Billing host) {
        this.work = work;
        this.host = host;
    }

    /** How many orders came to an end. One batch of which none did ends the round: then the host is not to be had. */
    public int run() {
        int all = 0;
        int settled = batch();
        while (settled > 0) {
            all += settled;
            settled = batch();
        }
        return all;
    }

    private int batch() {
        List<Claim> claims = work.write(
                scope -> scope.stores().billing().claim(scope.now(), scope.now().plus(LEASE), BATCH));
        // the host may be slow; what it might not have done when the lease ends is left to whoever claims it next
        Instant deadline = work.now().plus(LEASE.dividedBy(2));
        int settled = 0;
        for (Claim claim : claims) {
            if (work.now().isAfter(deadline)) {
                break;
            }
            settled += carryOut(claim) ? 1 : 0;
        }
        return settled;
    }

    /** True if it has come to an end by this. */
    private boolean carryOut(Claim claim) {
        BillingOrder order = claim.order();
        Outcome outcome;
        try {
            outcome = Objects.requireNonNull(host.carryOut(order), "the host has not said what has become of it");
        } catch (RuntimeException | Error e) {
            LOG.warn("it is unknown whether the host has carried out {}", order.id(), e);
            putOff(claim, "unknown: " + e);
            return false;
        }
        if (outcome instanceof Outcome.Refused refused) {
            LOG.warn("the host has refused {}: {}", order.id(), refused.reason());
            return work.write(scope -> scope.stores()
                    .billing()
                    .stuck(order.id(), claim.fence(), shortened("refused: " + refused.reason())));
        }
        Outcome.Done done = (Outcome.Done) outcome;
        return work.write(scope -> scope.stores()
                .billing()
                .done(order.id(), claim.fence(), done.reference().map(CarryOut::shortened), scope.now()));
    }

    private void putOff(Claim claim, String failure) {
        boolean last = claim.attempts() + 1 >= TRIES;
        String text = shortened(failure);
        work.write(scope -> {
            Instant due = scope.now().plus(BACKOFF.after(claim.attempts()));
            return last
                    ? scope.stores().billing().stuck(claim.order().id(), claim.fence(), text)
                    : scope.stores().billing().postpone(claim.order().id(), claim.fence(), due, text);
        });
    }

    /** The host's words, fit to be kept. */
    private static String shortened(String words) {
        String text = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return MessageText.clean(text);
    }
}
