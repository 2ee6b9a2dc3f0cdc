// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;

/** Delivery status notifications (RFC 3464, RFC 6533), in whichever multipart they stand; other dialects by {@link OldBounces}. */
final class Reports {
    private static final int MOST_RECIPIENTS = 1_000;

    private Reports() {}

    static Optional<DeliveryReport> find(Entity root, String text, MailLimits limits) {
        List<Leaf> leaves = leaves(root).toList();
        Optional<Headers> returned =
                leaves.stream().flatMap(leaf -> returned(leaf).stream()).findFirst();
        List<Leaf> statuses = leaves.stream().filter(Reports::isStatus).toList();
        if (statuses.isEmpty() && Notice.mayBeFromServer(root.headers())) {
            Optional<DeliveryReport> wrapped = wrapped(leaves, limits);
            if (wrapped.isPresent()) {
                return wrapped;
            }
        }
        List<Recipient> recipients = recipients(statuses);
        if (!recipients.isEmpty()) {
            return Optional.of(new DeliveryReport(returned.flatMap(MessageIds::messageId), recipients));
        }
        boolean bare = !statuses.isEmpty();
        return OldBounces.find(root.headers(), returned, text)
                .or(() -> Optional.of(new DeliveryReport(returned.flatMap(MessageIds::messageId), List.of()))
                        .filter(report -> bare));
    }

    /** A report that a gateway has put into another mail. */
    private static Optional<DeliveryReport> wrapped(List<Leaf> leaves, MailLimits limits) {
        return leaves.stream()
                .filter(leaf -> returned(leaf).filter(Reports::isReport).isPresent())
                .findFirst()
                .flatMap(leaf -> inner(leaf, limits));
    }

    private static Optional<DeliveryReport> inner(Leaf message, MailLimits limits) {
        try {
            List<Leaf> leaves =
                    leaves(EntityReader.read(message.content(), limits)).toList();
            List<Recipient> recipients =
                    recipients(leaves.stream().filter(Reports::isStatus).toList());
            Optional<String> original = leaves.stream()
                    .flatMap(leaf -> returned(leaf).stream())
                    .findFirst()
                    .flatMap(MessageIds::messageId);
            return Optional.of(new DeliveryReport(original, recipients)).filter(found -> !recipients.isEmpty());
        } catch (LimitExceeded | MimeException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isReport(Headers headers) {
        return headers.parameters("content-type")
                .get("report-type")
                .filter(type -> type.equalsIgnoreCase("delivery-status"))
                .isPresent();
    }

    private static boolean isStatus(Leaf leaf) {
        return leaf.type().equals("message/delivery-status") || leaf.type().equals("message/global-delivery-status");
    }

    private static List<Recipient> recipients(List<Leaf> statuses) {
        return statuses.stream()
                .flatMap(status -> blocks(new String(status.content(), ISO_8859_1)).stream())
                .flatMap(block -> recipient(Headers.parse(block)).stream())
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    private static Stream<Leaf> leaves(Entity entity) {
        if (entity instanceof Multipart parts) {
            return parts.children().stream().flatMap(Reports::leaves);
        }
        return Stream.of((Leaf) entity);
    }

    private static Optional<Headers> returned(Leaf leaf) {
        return switch (leaf.type()) {
            case "message/rfc822",
                    "message/global",
                    "text/rfc822-headers",
                    "text/rfc822",
                    "message/rfc822-headers",
                    "message/global-headers" ->
                Optional.of(Headers.parse(new String(leaf.content(), ISO_8859_1).stripLeading()));
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
        return address.map(known -> new Recipient(known, action(block), status(block)));
    }

    /** Some say {@code failure} for {@code failed}. */
    private static String action(Headers block) {
        String action = firstWord(block.first("action").orElse("")).toLowerCase(Locale.ROOT);
        return action.startsWith("fail") ? "failed" : action;
    }

    /** Where the field has no enhanced code: as the server of the recipient said. */
    private static String status(Headers block) {
        String said = firstWord(block.first("status").orElse(""));
        return StatusCode.of(said)
                .or(() -> block.first("diagnostic-code").flatMap(Notice::status))
                .orElse(said);
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
