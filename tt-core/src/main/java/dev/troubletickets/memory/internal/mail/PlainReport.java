// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Delivery status notifications (RFC 3464): blocks of fields, the first for the message, one for each recipient. */
final class PlainReport {
    private PlainReport() {}

    static Optional<DeliveryReport> find(List<PlainEntity> parts, MailLimits limits) throws LimitExceeded {
        List<Recipient> recipients = new ArrayList<>();
        Optional<String> original = Optional.empty();
        boolean found = false;
        for (PlainEntity part : parts) {
            String content = new String(part.content(), ISO_8859_1);
            switch (part.type()) {
                case "message/delivery-status" -> {
                    found = true;
                    for (String block : content.replace("\r\n", "\n").split("\n\n", limits.parts())) {
                        recipient(PlainEntity.of(block.stripLeading(), limits)).ifPresent(recipients::add);
                    }
                }
                case "message/rfc822", "text/rfc822-headers" ->
                    original = PlainEntity.of(content.stripLeading(), limits).header("message-id");
                default -> {}
            }
        }
        return found ? Optional.of(new DeliveryReport(original, recipients)) : Optional.empty();
    }

    private static Optional<Recipient> recipient(PlainEntity block) {
        String action = block.header("action").orElse("").toLowerCase(Locale.ROOT);
        String status = block.header("status").orElse("");
        return block.header("original-recipient")
                .or(() -> block.header("final-recipient"))
                .flatMap(value -> EmailAddress.parse(
                        value.substring(value.indexOf(';') + 1).strip()))
                .map(address -> new Recipient(address, action, status));
    }
}
