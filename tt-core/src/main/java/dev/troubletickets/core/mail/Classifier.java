// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.spi.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells machines from people (D4): by RFC 3834, RFC 3464 and what the world sends besides. The first rule that fits decides. */
final class Classifier {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final Set<String> ROBOTS = Set.of("mailer-daemon", "mail-daemon", "maildaemon");
    private static final List<String> REPLY_HEADERS =
            List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-vacation", "auto-reply");
    private static final Set<String> ABSENCE = Set.of(
            "out of office",
            "out of office autoreply",
            "automatic reply",
            "auto reply",
            "autoreply",
            "auto-reply",
            "automatische antwort",
            "abwesenheitsnotiz",
            "réponse automatique",
            "respuesta automática",
            "автоответ");

    private final Tokens tokens;

    Classifier(Tokens tokens) {
        this.tokens = tokens;
    }

    Verdict classify(ParsedMail mail) {
        if (mail.messageId().filter(tokens::isOurs).isPresent()) {
            return new Verdict(MailClass.OWN, "its Message-ID is one of ours");
        }
        Optional<String> bounce = bounce(mail);
        if (bounce.isPresent()) {
            return new Verdict(MailClass.BOUNCE, bounce.get());
        }
        Optional<String> reply = autoReply(mail);
        if (reply.isPresent()) {
            return new Verdict(MailClass.AUTO_REPLY, reply.get());
        }
        String precedence = lower(mail, "precedence");
        if (mail.header("list-id").isPresent()
                || mail.header("list-unsubscribe").isPresent()
                || BULK.contains(precedence)) {
            return new Verdict(MailClass.BULK, "it is marked as a mailing list or bulk mail");
        }
        String submitted = keyword(mail, "auto-submitted");
        if ((!submitted.isEmpty() && !submitted.equals("no")) || hasNullReturnPath(mail) || tellsOfAbsence(mail)) {
            return new Verdict(MailClass.GENERATED, "it says a machine wrote it");
        }
        return new Verdict(MailClass.HUMAN, "nothing says a machine wrote it");
    }

    /** A delivery report counts only if a mail server says so itself: a customer may forward one, and asks what it means. */
    private static Optional<String> bounce(ParsedMail mail) {
        String type = lower(mail, "content-type");
        if (type.startsWith("multipart/report") && isDeliveryReport(type)) {
            return Optional.of("it is a delivery report");
        }
        String writer = mail.from()
                .map(from -> from.address().local().toLowerCase(Locale.ROOT))
                .orElse("");
        boolean robot = ROBOTS.contains(writer)
                || hasNullReturnPath(mail)
                        && (writer.equals("postmaster") || mail.report().isPresent());
        boolean nobody = mail.from().isEmpty() && mail.report().isPresent();
        return robot || nobody || mail.header("x-failed-recipients").isPresent()
                ? Optional.of("a mail server wrote it")
                : Optional.empty();
    }

    /** Complaints and read receipts are reports, too, but of something else (RFC 5965, RFC 8098). */
    private static boolean isDeliveryReport(String type) {
        return type.contains("delivery-status") || !type.contains("report-type");
    }

    private static Optional<String> autoReply(ParsedMail mail) {
        String submitted = keyword(mail, "auto-submitted");
        if (submitted.equals("auto-replied") || submitted.equals("auto-notified")) {
            return Optional.of("Auto-Submitted: " + submitted);
        }
        Optional<String> header = REPLY_HEADERS.stream()
                .filter(name ->
                        mail.header(name).isPresent() && !lower(mail, name).equals("no"))
                .findFirst();
        if (header.isPresent()) {
            return header.map(name -> "it has the header " + name);
        }
        if (lower(mail, "precedence").equals("auto_reply")
                || lower(mail, "content-type").contains("disposition-notification")) {
            return Optional.of("it is marked as an automatic reply or a read receipt");
        }
        return tellsOfAbsence(mail) && !mail.references().isEmpty()
                ? Optional.of("it answers a mail, under a subject as automatic replies have")
                : Optional.empty();
    }

    /** Only with the colon: people write about their automatic replies, too. */
    private static boolean tellsOfAbsence(ParsedMail mail) {
        String subject = mail.subject().strip().toLowerCase(Locale.ROOT);
        int colon = subject.indexOf(':');
        return ABSENCE.contains((colon < 0 ? subject : subject.substring(0, colon)).strip());
    }

    private static boolean hasNullReturnPath(ParsedMail mail) {
        return mail.header("return-path")
                .filter(path -> path.strip().equals("<>"))
                .isPresent();
    }

    /** The value without parameters and comments, in lower case. */
    private static String keyword(ParsedMail mail, String header) {
        String value = lower(mail, header);
        int end = 0;
        while (end < value.length() && (Character.isLetterOrDigit(value.charAt(end)) || value.charAt(end) == '-')) {
            end++;
        }
        return value.substring(0, end);
    }

    private static String lower(ParsedMail mail, String header) {
        return mail.header(header).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    record Verdict(MailClass mailClass, String why) {}
}
