// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.billing;

import dev.troubletickets.money.BillingOrder;
import java.util.Objects;
import java.util.Optional;

/** The host's billing of its customers (E6). Called by the background, outside of any unit of work, so it may take its time. */
public interface Billing {
    /**
     * Charges an account, or gives something back. The same order may come again, when it is not known here what has become of it: whoever
     * has carried out one of that {@linkplain BillingOrder#id id} does nothing, and says again that it is done.
     *
     * <p>Throw anything where that is unknown, or to be tried again: after one minute, and then after twice as long each
     * time, at most six hours; after twelve failures the order is stuck until an administrator has it tried anew. An order that takes longer
     * than ten minutes may come again while it is being carried out.
     */
    Outcome carryOut(BillingOrder order);

    /** What has become of an order. */
    sealed interface Outcome {
        /** @param reference the host's own, such as an invoice's number */
        record Done(Optional<String> reference) implements Outcome {
            public Done {
                Objects.requireNonNull(reference, "reference");
            }
        }

        /**
         * It is not carried out, and will not be.
         *
         * @param reason for administrators
         */
        record Refused(String reason) implements Outcome {
            public Refused {
                Objects.requireNonNull(reason, "reason");
            }
        }

        static Outcome done() {
            return new Done(Optional.empty());
        }

        static Outcome done(String reference) {
            return new Done(Optional.of(reference));
        }

        static Outcome refused(String reason) {
            return new Refused(reason);
        }
    }
}
