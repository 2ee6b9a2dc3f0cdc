// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import dev.troubletickets.people.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a message says, in decoded words. Nothing in it is believed: every field is a claim of whoever sent it.
 *
 * @param messageId with its angle brackets, as are the others
 * @param references In-Reply-To and References together, the nearest ancestor first, without repetition
 * @param recipients To, Cc and the addresses the message was delivered to (Delivered-To, X-Original-To, Envelope-To)
 * @param subject decoded, one line, not yet cleaned
 * @param text the readable body as plain text; HTML made readable where there is nothing else
 * @param headers all headers of the message by lower-case name, values unfolded and not decoded
 * @param contentDigest SHA-256 in hex over what the sender wrote (From, Date, Subject and body, without trace headers): equal for two
 *     copies of one message that came by different ways
 */
public record ParsedMail(
        Optional<String> messageId,
        List<String> references,
        Optional<Sender> from,
        List<EmailAddress> recipients,
        String subject,
        String text,
        List<Part> attachments,
        Map<String, List<String>> headers,
        Optional<DeliveryReport> report,
        String contentDigest) {
    public ParsedMail {
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
        Map<String, List<String>> copy = new TreeMap<>();
        headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(copy);
    }

    /** The first value of a header; empty where there is none. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** @param name may be empty */
    public record Sender(EmailAddress address, String name) {}

    /**
     * A file, inline image or attached message.
     *
     * @param name as the sender wrote it, decoded; of a part without one what fits its type, or empty
     * @param contentId by which the HTML of the mail names it, without angle brackets
     */
    public record Part(String name, String type, byte[] content, Optional<String> contentId) {
        /** One that no HTML names. */
        public Part(String name, String type, byte[] content) {
            this(name, type, content, Optional.empty());
        }
    }

    /**
     * A delivery status notification (RFC 3464), or what reads like one.
     *
     * @param originalMessageId of the message that could not be delivered, if the report tells
     */
    public record DeliveryReport(Optional<String> originalMessageId, List<Recipient> recipients) {
        public DeliveryReport {
            recipients = List.copyOf(recipients);
        }

        /**
         * @param action failed, delayed, delivered, relayed or expanded (RFC 3464 section 2.3.3)
         * @param status such as {@code 5.1.1}; may be empty
         */
        public record Recipient(EmailAddress address, String action, String status) {
            public boolean hasFailed() {
                return action.equalsIgnoreCase("failed");
            }

            /** It failed, and not for a reason that may pass (RFC 3463 section 3.1, class 4), such as a full mailbox. */
            public boolean isPermanent() {
                return hasFailed() && !status.startsWith("4");
            }
        }
    }
}
