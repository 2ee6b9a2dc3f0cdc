// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Delivery status notifications (RFC 3464, RFC 6533), in whichever multipart they stand; other dialects by {@link OldBounces}. */
final class Reports {
    private static final int MOST_RECIPIENTS = 1_000;

    private Reports() {}

    static Optional<DeliveryReport> find(Entity root, String text) {
        List<Leaf> leaves = leaves(root).toList();
        List<Leaf> statuses = leaves.stream()
                .filter(leaf -> leaf.type().equals("message/delivery-status")
                        || leaf.type().equals("message/global-delivery-status"))
                .toList();
        Optional<String> original =
                leaves.stream().flatMap(leaf -> originalId(leaf).stream()).findFirst();
        if (statuses.isEmpty()) {
            return OldBounces.find(root.headers(), original, text);
        }
        List<Recipient> recipients = statuses.stream()
                .flatMap(status -> blocks(new String(status.content(), ISO_8859_1)).stream())
                .flatMap(block -> recipient(Headers.parse(block)).stream())
                .limit(MOST_RECIPIENTS)
                .toList();
        DeliveryReport report = new DeliveryReport(original, recipients);
        return recipients.isEmpty()
                ? OldBounces.find(root.headers(), original, text).or(() -> Optional.of(report))
                : Optional.of(report);
    }

    private static Stream<Leaf> leaves(Entity entity) {
        if (entity instanceof Multipart parts) {
            return parts.children().stream().flatMap(Reports::leaves);
        }
        return Stream.of((Leaf) entity);
    }

    private static Optional<String> originalId(Leaf leaf) {
        return switch (leaf.type()) {
            case "message/rfc822",
                    "message/global",
                    "text/rfc822-headers",
                    "text/rfc822",
                    "message/rfc822-headers",
                    "message/global-headers" ->
                MessageIds.messageId(Headers.parse(new String(leaf.content(), ISO_8859_1).stripLeading()));
            default -> Optional.empty();
        };
    }

    /** Groups of lines between empty ones. */
    private static List<String> blocks(String content) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        content.lines().forEach(line -> {
            if (line.isBlank()) {
                blocks.add(block.toString());
                block.setLength(0);
            } else {
                block.append(line).append('\n');
            }
        });
        blocks.add(block.toString());
        return blocks;
    }

    private static Optional<Recipient> recipient(Headers block) {
        Optional<EmailAddress> address =
                address(block, "original-recipient").or(() -> address(block, "final-recipient"));
        String status = block.first("status").orElse("");
        String action = block.first("action").orElse("");
        return address.map(
                known -> new Recipient(known, firstWord(action).toLowerCase(Locale.ROOT), firstWord(status)));
    }

    /** The value is {@code type; address} (RFC 3464 section 2.1.2). */
    private static Optional<EmailAddress> address(Headers block, String field) {
        return block.first(field)
                .map(value -> value.substring(value.indexOf(';') + 1))
                .flatMap(value -> Addresses.parse(value).stream().findFirst())
                .map(sender -> sender.address());
    }

    private static String firstWord(String value) {
        String text = value.strip();
        int end = 0;
        while (end < text.length() && " \t(;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }
}
