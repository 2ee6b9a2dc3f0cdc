// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a mail server wrote a mail (D9). What a mail reads like is not enough: customers forward delivery reports, and ask what they mean.
 * So it has to come from a server as well, or from a program that guards one.
 */
final class MailServer {
    private static final Set<String> ROBOTS =
            Set.of("mailer-daemon", "mail-daemon", "maildaemon", "mailerdaemon", "mailer_daemon", "mdaemon");
    private static final Set<String> POSTMASTERS = Set.of("postmaster", "post_master", "post-master", "post.master");
    /** Words of addresses, between digits and signs, that no person has. */
    private static final Set<String> PROGRAMS = Set.of(
            "smtp",
            "esmtp",
            "mta",
            "mailer",
            "daemon",
            "mailsystem",
            "mailserver",
            "mailgateway",
            "mailscanner",
            "mailsweeper",
            "antivirus",
            "bounce",
            "bounces",
            "ndr",
            "dsn");
    /** Words of addresses to which nobody but servers writes. */
    private static final Set<String> RETURN_PATHS = Set.of("bounce", "bounces");
    /** Exchange's own, followed by digits. */
    private static final String EXCHANGE = "microsoftexchange";

    private static final List<String> NAMES = List.of(
            "mail delivery s",
            "mail delivery d",
            "mail deliver s",
            "delivery subsystem",
            "mailer-daemon",
            "mailer daemon");
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final Set<String> FORWARDED = Set.of("fwd", "fw", "wg", "tr", "rv", "enc", "vb", "пересл");
    private static final List<String> HEADERS =
            List.of("x-dsncontext", "x-ms-exchange-message-is-ndr", "x-ms-embedded-report");

    private MailServer() {}

    /** Why it is one, or empty. */
    static Optional<String> reports(ParsedMail mail) {
        String type = lower(mail, "content-type");
        if (type.startsWith("multipart/report") && isDeliveryReport(type)) {
            return Optional.of("it is a delivery report");
        }
        boolean server = ROBOTS.contains(writer(mail))
                || isPostmaster(mail) && hasNullReturnPath(mail)
                || mail.header("x-failed-recipients").isPresent();
        return server || mail.report().isPresent() && isFromProgram(mail)
                ? Optional.of("a mail server wrote it")
                : Optional.empty();
    }

    /** Complaints and read receipts are reports, too, but of something else (RFC 5965, RFC 8098). */
    private static boolean isDeliveryReport(String type) {
        return type.contains("delivery-status") || !type.contains("report-type");
    }

    private static boolean isFromProgram(ParsedMail mail) {
        return mail.from().isEmpty()
                || isPostmaster(mail) && !isPassedOn(mail)
                || hasNullReturnPath(mail)
                || returnsToRobot(mail)
                || isNamedAsProgram(mail.from().get())
                || (isBulk(mail) || isToReturnPath(mail)) && !isPassedOn(mail)
                || HEADERS.stream().anyMatch(name -> mail.header(name).isPresent())
                || saysReport(lower(mail, "auto-submitted"));
    }

    private static boolean isNamedAsProgram(Sender from) {
        String local = from.address().local().toLowerCase(Locale.ROOT);
        String name = from.name().strip().toLowerCase(Locale.ROOT);
        return hasWord(local, PROGRAMS)
                || local.startsWith(EXCHANGE)
                || NAMES.stream().anyMatch(name::startsWith);
    }

    /** Servers write to where a mail came from, for which mailing lists and those who send much have addresses of their own. */
    private static boolean isToReturnPath(ParsedMail mail) {
        return mail.recipients().stream()
                .anyMatch(address -> hasWord(address.local().toLowerCase(Locale.ROOT), RETURN_PATHS));
    }

    private static boolean hasWord(String local, Set<String> words) {
        return Arrays.stream(local.split("[^a-z]")).anyMatch(words::contains);
    }

    /** {@code auto-generated (failure)} is Sendmail's; without the comment it may be any program that watches mail. */
    private static boolean saysReport(String submitted) {
        return submitted.startsWith("auto-replied")
                || submitted.contains("(failure)")
                || submitted.contains("(warning");
    }

    /** It is marked as a mailing list's or as bulk mail. */
    static boolean isBulk(ParsedMail mail) {
        return mail.header("list-id").isPresent()
                || mail.header("list-unsubscribe").isPresent()
                || BULK.contains(lower(mail, "precedence"));
    }

    /** A postmaster is a person as well. */
    private static boolean isPostmaster(ParsedMail mail) {
        return POSTMASTERS.contains(writer(mail));
    }

    /** A person forwards it; with words of their own, most likely. */
    static boolean isPassedOn(ParsedMail mail) {
        String subject = mail.subject();
        String before = subject.substring(0, Math.max(subject.indexOf(':'), 0));
        return FORWARDED.contains(before.strip().toLowerCase(Locale.ROOT));
    }

    /** Servers that take a mail without a return path note their own there. */
    static boolean returnsToRobot(ParsedMail mail) {
        String path = lower(mail, "return-path");
        return ROBOTS.stream().anyMatch(robot -> path.equals("<" + robot + ">") || path.startsWith("<" + robot + "@"));
    }

    static boolean hasNullReturnPath(ParsedMail mail) {
        return lower(mail, "return-path").equals("<>");
    }

    private static String writer(ParsedMail mail) {
        return mail.from()
                .map(from -> from.address().local().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The header's value as far as it is compared; empty where it is missing. */
    static String lower(ParsedMail mail, String header) {
        return mail.header(header).orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
