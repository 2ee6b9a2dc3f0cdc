// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bounces without a status part: Exim's {@code X-Failed-Recipients}, and texts of mail servers that name an address, as qmail, Postfix,
 * Sendmail, Exchange and many more write. Failed for good, unless the text says that the server goes on trying, or gives a status. A
 * server's notice that names nobody is a report without recipients, as is one that comes with the mail it is about.
 */
final class OldBounces {
    private static final String PERMANENT = "5.0.0";
    private static final String TRANSIENT = "4.0.0";
    private static final int MOST_CHARACTERS = 20_000;

    private OldBounces() {}

    /** @param original the fields of the message that came back, if they are attached */
    static Optional<DeliveryReport> find(Headers headers, Optional<Headers> original, String text) {
        Map<EmailAddress, String> failed = NamedRecipients.inHeader(headers);
        boolean server = Notice.isFromServer(headers);
        boolean titled = Notice.isTitledAsOne(headers);
        if (failed.isEmpty() && (server || titled)) {
            failed = NamedRecipients.inText(headers, text);
        } else if (failed.isEmpty() && Notice.hasNullPath(headers)) {
            failed = withStatus(NamedRecipients.inText(headers, text));
        }
        boolean told = titled && (server || original.isPresent());
        if (failed.isEmpty() && told) {
            failed = NamedRecipients.only(original);
        }
        if (failed.isEmpty() && !told) {
            return Optional.empty();
        }
        boolean warning = Notice.isWarning(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        List<Recipient> recipients = failed.entrySet().stream()
                .map(named -> recipient(named.getKey(), named.getValue(), warning))
                .toList();
        return Optional.of(
                new DeliveryReport(original.flatMap(MessageIds::messageId).or(() -> quotedId(text)), recipients));
    }

    /** A vacation's text names people as well, but never why their server refused a mail. */
    private static Map<EmailAddress, String> withStatus(Map<EmailAddress, String> named) {
        return named.values().stream().allMatch(String::isEmpty) ? Map.of() : named;
    }

    private static Recipient recipient(EmailAddress address, String status, boolean warning) {
        if (warning) {
            return new Recipient(address, "delayed", status.startsWith("4") ? status : TRANSIENT);
        }
        return new Recipient(address, "failed", status.isEmpty() ? PERMANENT : status);
    }

    private static Optional<String> quotedId(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, "message-id:", 0, "message-id:".length()))
                .flatMap(line -> MessageIds.in(line).stream())
                .findFirst();
    }
}
