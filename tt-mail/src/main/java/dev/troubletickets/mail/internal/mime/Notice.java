// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a mail server wrote a mail, by its headers, and by the words such notices use. */
final class Notice {
    private static final Set<String> POSTMASTERS = Set.of("postmaster", "post_master", "post-master", "post.master");
    private static final Set<String> DAEMONS =
            Set.of("mailer-daemon", "mdaemon", "mail-daemon", "maildaemon", "mailerdaemon", "mailer_daemon");
    private static final List<String> NAMES =
            List.of("mail delivery", "delivery subsystem", "mailer-daemon", "mailer daemon");
    /** People may have these. */
    private static final List<String> TASKS =
            List.of("mail administrator", "mail system", "delivery system", "system administrator");
    /** Words beside an address to which a mail could not be delivered. */
    private static final List<String> WORDS = List.of(
            "deliver",
            "reach",
            "reject",
            "refuse",
            "bounce",
            "return",
            "unknown",
            "no such",
            "exist",
            "did not",
            "not accept",
            "not allowed",
            "unable to",
            "mailbox",
            "quota",
            "recipient",
            "fail",
            "error",
            "delay",
            "not found",
            "not listed",
            "invalid",
            "disabled",
            "inactive",
            "suspended",
            "zustell",
            "zugestellt",
            "délivr",
            "remis",
            "consegna",
            "entreg",
            "bezorgd",
            "доставл");

    private static final List<String> WARNINGS = List.of(
            "warning message only",
            "this is a warning",
            "do not need to resend",
            "no need to resend",
            "has been delayed",
            "is delayed",
            "will be retried",
            "will retry",
            "will be tried again",
            "will keep trying",
            "will continue to",
            "still be trying",
            "not yet been delivered",
            "not been delivered yet",
            "has not yet",
            "could not be delivered for the last",
            "wird weiterhin versucht");

    private Notice() {}

    static boolean isDaemon(EmailAddress address) {
        return isProgram(address) || isPostmaster(address);
    }

    private static boolean isProgram(EmailAddress address) {
        return DAEMONS.contains(address.local().toLowerCase(Locale.ROOT));
    }

    /**
     * A mail server says so itself: by its name, or by the fields of a report. A postmaster or administrator may be a person, and a mail
     * without a return path a vacation's; they have to use its title, too.
     */
    static boolean isFromServer(Headers headers) {
        return isProgram(headers) || isLikeOne(headers) && NoticeTitles.isBegunAsOne(subject(headers));
    }

    /** It may come from one, whatever its title. */
    static boolean mayBeFromServer(Headers headers) {
        return isProgram(headers) || isLikeOne(headers);
    }

    private static boolean isProgram(Headers headers) {
        List<Sender> from = writers(headers);
        boolean nobody = from.isEmpty()
                && headers.first("from").filter(value -> value.endsWith("<>")).isPresent();
        return nobody
                || from.stream().anyMatch(Notice::isServer)
                || headers.parameters("content-type")
                        .get("report-type")
                        .filter(type -> type.equalsIgnoreCase("delivery-status"))
                        .isPresent()
                || headers.first("x-dsncontext").isPresent();
    }

    private static boolean isLikeOne(Headers headers) {
        return writers(headers).stream()
                        .anyMatch(sender -> isPostmaster(sender.address()) || isNamedLikeOne(sender.name()))
                || hasNullPath(headers);
    }

    static boolean hasNullPath(Headers headers) {
        return headers.first("return-path").filter(Notice::isNull).isPresent();
    }

    private static List<Sender> writers(Headers headers) {
        return headers.all("from")
                .flatMap(value -> Addresses.parse(value).stream())
                .toList();
    }

    private static boolean isServer(Sender sender) {
        String name = sender.name().toLowerCase(Locale.ROOT);
        return isProgram(sender.address()) || NAMES.stream().anyMatch(name::startsWith);
    }

    private static boolean isNamedLikeOne(String name) {
        return TASKS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean isPostmaster(EmailAddress address) {
        return POSTMASTERS.contains(address.local().toLowerCase(Locale.ROOT));
    }

    private static boolean isNull(String returnPath) {
        return returnPath.strip().equals("<>");
    }

    /** It answers no mail, and its subject is like those of notices. */
    static boolean isTitledAsOne(Headers headers) {
        if (headers.first("in-reply-to").isPresent()
                || headers.first("references").isPresent()) {
            return false;
        }
        return NoticeTitles.isLikeOne(subject(headers));
    }

    private static String subject(Headers headers) {
        return EncodedWords.decode(headers.first("subject").orElse("")).strip().toLowerCase(Locale.ROOT);
    }

    /** The line tells of a mail that was not delivered. */
    static boolean tellsOfFailure(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }

    /** The server goes on trying. */
    static boolean isWarning(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WARNINGS.stream().anyMatch(lower::contains);
    }

    /** The status that a reply of SMTP or an enhanced code in the line has (RFC 3463), the latter as it is. */
    static Optional<String> status(String line) {
        Optional<String> plain = Optional.empty();
        int at = 0;
        while (at < line.length()) {
            int end = at;
            while (end < line.length() && isCode(line.charAt(end))) {
                end++;
            }
            String word = line.substring(at, end);
            if (StatusCode.isEnhanced(word)) {
                return Optional.of(word);
            }
            if (plain.isEmpty() && StatusCode.isReply(word) && !isInNumber(line, at, end)) {
                plain = Optional.of(word.charAt(0) + ".0.0");
            }
            at = end + 1;
        }
        return plain;
    }

    private static boolean isCode(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    /** Part of a date, a time, an address or a name, not a word of its own. */
    private static boolean isInNumber(String line, int start, int end) {
        return start > 0 && " \t(<#\"':[".indexOf(line.charAt(start - 1)) < 0
                || end < line.length() && " \t-)>;,\"':#]".indexOf(line.charAt(end)) < 0;
    }
}
