// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.core.mail.MailClass;
import java.util.function.UnaryOperator;

/** How mails show that a machine wrote them, and how some only look so. */
enum Machine {
    VACATION(MailClass.AUTO_REPLY, mail -> mail.header("Auto-Submitted", "auto-replied")),
    VACATION_WITH_PARAMETERS(
            MailClass.AUTO_REPLY, mail -> mail.header("Auto-Submitted", "Auto-Replied; owner-email=\"a@b.example\"")),
    AUTOREPLY_HEADER(MailClass.AUTO_REPLY, mail -> mail.header("X-Autoreply", "yes")),
    AUTORESPOND_HEADER(MailClass.AUTO_REPLY, mail -> mail.header("X-Autorespond", "Mail bounces")),
    PRECEDENCE_AUTO_REPLY(MailClass.AUTO_REPLY, mail -> mail.header("Precedence", "auto_reply")),
    READ_RECEIPT(
            MailClass.AUTO_REPLY,
            mail -> mail.header("Content-Type", "multipart/report; report-type=disposition-notification")),
    ABSENCE_THAT_ANSWERS(
            MailClass.AUTO_REPLY,
            mail -> mail.subject("Automatic reply: Mail bounces").references("<x@elsewhere.example>")),
    ABSENCE_OF_ITSELF(MailClass.GENERATED, mail -> mail.subject("Réponse automatique : Mail bounces")),
    MONITOR(MailClass.GENERATED, mail -> mail.header("Auto-Submitted", "auto-generated")),
    NULL_RETURN_PATH(MailClass.GENERATED, mail -> mail.header("Return-Path", "<>")),
    LIST(MailClass.BULK, mail -> mail.header("List-Id", "<news.example>")),
    NEWSLETTER(MailClass.BULK, mail -> mail.header("List-Unsubscribe", "<https://news.example>")),
    BULK(MailClass.BULK, mail -> mail.header("Precedence", "Bulk")),
    DAEMON(
            MailClass.BOUNCE,
            mail -> InboundMail.from("MAILER-DAEMON@mx.example").subject(mail.subject())),
    FAILED_RECIPIENTS(MailClass.BOUNCE, mail -> mail.header("X-Failed-Recipients", "x@y.example")),
    REPORT(MailClass.BOUNCE, mail -> mail.header("Content-Type", "multipart/report; report-type=delivery-status")),
    POSTMASTERS_DAEMON(
            MailClass.BOUNCE,
            mail -> InboundMail.from("postmaster@mx.example")
                    .subject("Undeliverable")
                    .header("Return-Path", "<>")),

    PERSON(MailClass.HUMAN, mail -> mail),
    PERSON_WHO_SAYS_SO(MailClass.HUMAN, mail -> mail.header("Auto-Submitted", "no")),
    PERSON_WITH_A_RETURN_PATH(MailClass.HUMAN, mail -> mail.header("Return-Path", "<stranger@elsewhere.example>")),
    PERSON_ABOUT_AUTOMATIC_REPLIES(MailClass.HUMAN, mail -> mail.subject("Auto-reply does not work")),
    PERSON_ABOUT_ABSENCE(MailClass.HUMAN, mail -> mail.subject("Out of office message cannot be set")),
    PERSON_AT_POSTMASTER(
            MailClass.HUMAN,
            mail -> InboundMail.from("postmaster@elsewhere.example").subject(mail.subject()));

    final MailClass mailClass;
    private final UnaryOperator<InboundMail> marks;

    Machine(MailClass mailClass, UnaryOperator<InboundMail> marks) {
        this.mailClass = mailClass;
        this.marks = marks;
    }

    InboundMail marks(InboundMail mail) {
        return marks.apply(mail);
    }
}
