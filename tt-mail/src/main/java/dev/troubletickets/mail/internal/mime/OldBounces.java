// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Bounces without a status part: Exim's {@code X-Failed-Recipients}, and texts of mailer daemons that name an address at the start of a
 * line ({@code <jane@x.example>:}), as qmail, Postfix and Sendmail write, or at its end after a
 * word that leads to it.
 */
final class OldBounces {
    private static final List<String> DAEMONS = List.of("mailer-daemon", "postmaster", "mdaemon", "mail-daemon");
    private static final List<String> LEADS = List.of(":", "*", " to", " for");
    private static final List<String> ORIGINAL = List.of("received:", "return-path:", "message-id:", "from:");
    private static final int MOST_LINES = 200;

    private OldBounces() {}

    static Optional<DeliveryReport> find(Headers headers, Optional<String> attached, String text) {
        Set<EmailAddress> failed = new LinkedHashSet<>();
        headers.all("x-failed-recipients")
                .flatMap(value -> Addresses.parse(value).stream())
                .forEach(sender -> failed.add(sender.address()));
        if (failed.isEmpty() && isFromDaemon(headers)) {
            named(text, failed);
        }
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        List<Recipient> recipients = failed.stream()
                .map(address -> new Recipient(address, "failed", ""))
                .toList();
        return Optional.of(new DeliveryReport(attached.or(() -> quotedId(text)), recipients));
    }

    private static boolean isFromDaemon(Headers headers) {
        List<Sender> from = headers.all("from")
                .flatMap(value -> Addresses.parse(value).stream())
                .toList();
        return from.isEmpty()
                        && headers.first("from")
                                .filter(value -> value.endsWith("<>"))
                                .isPresent()
                || from.stream()
                        .anyMatch(sender ->
                                isDaemon(sender.address()) || sender.name().startsWith("Mail Delivery"));
    }

    private static boolean isDaemon(EmailAddress address) {
        return DAEMONS.contains(address.local().toLowerCase(Locale.ROOT));
    }

    /** Up to the copy of the original, whose headers would name others. */
    private static void named(String text, Set<EmailAddress> failed) {
        Iterator<String> lines = text.lines().limit(MOST_LINES).iterator();
        while (lines.hasNext()) {
            String line = lines.next().strip();
            if (beginsOriginal(line)) {
                return;
            }
            atStart(line)
                    .or(() -> atEnd(line))
                    .filter(address -> !isDaemon(address))
                    .ifPresent(failed::add);
        }
    }

    private static boolean beginsOriginal(String line) {
        String start = (line.startsWith(">") ? line.substring(1).strip() : line).toLowerCase(Locale.ROOT);
        boolean divider = start.startsWith("---")
                && (start.contains("copy") || start.contains("original") || start.contains("returned"));
        return divider || ORIGINAL.stream().anyMatch(start::startsWith);
    }

    private static Optional<EmailAddress> atStart(String line) {
        int end = line.startsWith("<") ? line.indexOf('>') : endOfWord(line);
        if (end <= 0) {
            return Optional.empty();
        }
        return EmailAddress.parse(line.startsWith("<") ? line.substring(1, end) : line.substring(0, end));
    }

    /** A bare address counts only if the line ends with it or a colon follows. */
    private static int endOfWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) != ':') {
            end++;
        }
        return end == line.length() || line.charAt(end) == ':' ? end : 0;
    }

    /** {@code Unknown user: jane@x.example}, {@code undeliverable to …}, {@code * jane@x.example}; no header of the original. */
    private static Optional<EmailAddress> atEnd(String line) {
        int space = line.lastIndexOf(' ');
        String before = space < 0 ? "" : line.substring(0, space).strip().toLowerCase(Locale.ROOT);
        boolean header =
                before.endsWith(":") && before.indexOf(' ') < 0 && (before.indexOf('-') > 0 || before.length() <= 3);
        boolean introduced = LEADS.stream().anyMatch(before::endsWith) && !header;
        return introduced ? EmailAddress.parse(withoutFrame(line.substring(space + 1))) : Optional.empty();
    }

    private static String withoutFrame(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "<\"'(".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ">\"'),.".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private static Optional<String> quotedId(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, "message-id:", 0, "message-id:".length()))
                .flatMap(line -> MessageIds.in(line).stream())
                .findFirst();
    }
}
