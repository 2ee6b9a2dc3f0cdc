// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.core.ticket.AnswerTicket;
import dev.troubletickets.core.ticket.OpenTicket;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.InputStream;
import java.util.List;

/** The mailroom's pieces of background work, wired. */
public final class MailWork {
    private final List<Mailbox> mailboxes;
    private final Poll poll;
    private final Processing processing;
    private final Dispatch dispatch;
    private final HandedIn handedIn;

    public MailWork(Work work, MailSystem mail, MailLimits limits, Uses uses) {
        this.mailboxes = List.copyOf(mail.mailboxes());
        this.poll = new Poll(work, limits);
        this.handedIn = new HandedIn(work, limits, mailboxes);
        StaffMail staffMail = new StaffMail(uses.tokens(), uses.access(), uses.answerTicket(), uses.post());
        Threading threading = new Threading(uses.tokens(), uses.people());
        Letters letters = new Letters(threading, uses.openTicket(), uses.post(), uses.people(), staffMail);
        Classifier classifier = new Classifier(uses.tokens());
        this.processing = new Processing(work, new Intake(mail.format(), limits, classifier, new Bounces(), letters));
        this.dispatch = new Dispatch(work, mail.transport());
    }

    public List<Mailbox> mailboxes() {
        return mailboxes;
    }

    /** Takes what the mailbox holds, if it is due; how many mails are new. */
    public int poll(Mailbox mailbox) {
        return poll.poll(mailbox);
    }

    /** Takes a mail that was handed in; false if it is there already. */
    public boolean receive(String source, InputStream raw) {
        return handedIn.take(source, raw);
    }

    /** Processes the next stored mail; false if there is none. */
    public boolean processNext() {
        return processing.next();
    }

    /** Sends a batch; how many the server took. */
    public int sendBatch() {
        return dispatch.batch();
    }

    /** What mail that comes in is read by, and what is done with it. */
    public record Uses(
            Tokens tokens, People people, Access access, Post post, OpenTicket openTicket, AnswerTicket answerTicket) {}
}
