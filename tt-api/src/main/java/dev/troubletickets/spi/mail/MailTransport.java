// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import dev.troubletickets.people.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands mail to a server (RFC 5321). Never throws for what the server or the network does: the result says it. */
public interface MailTransport {
    Result send(Envelope envelope, byte[] message);

    /** @param sender empty for the null return path {@code <>}, so that nothing answers */
    record Envelope(Optional<EmailAddress> sender, List<EmailAddress> recipients) {
        public Envelope {
            recipients = List.copyOf(recipients);
            if (recipients.isEmpty()) {
                throw new IllegalArgumentException("an envelope names someone");
            }
        }
    }

    /** What is known when {@link #send} returns. */
    sealed interface Result {
        /**
         * The server has taken the mail over, but not for the recipients named here.
         *
         * @param refused never (5xx), and why
         * @param deferred not now (4xx), and why: they alone are tried again later
         */
        record Accepted(Map<EmailAddress, String> refused, Map<EmailAddress, String> deferred) implements Result {
            public Accepted {
                refused = Map.copyOf(refused);
                deferred = Map.copyOf(deferred);
            }

            /** By everyone the envelope names. */
            public static Accepted byAll() {
                return new Accepted(Map.of(), Map.of());
            }
        }

        /** Not now: connection refused, 4xx, time-out before the end of the message. */
        record Deferred(String reason) implements Result {}

        /** Never: 5xx. */
        record Rejected(String reason) implements Result {}

        /** Lost after the end of the message was sent and before the server's word: it may have been taken or not. */
        record Uncertain(String reason) implements Result {}
    }
}
