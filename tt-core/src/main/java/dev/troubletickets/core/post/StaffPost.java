// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells technicians of what belongs to no ticket, as they chose (D12). A reply to such a mail is no answer to anybody: it is set aside
 * by its Message-ID.
 */
public final class StaffPost {
    private final MailFormat format;
    private final Tokens tokens;

    public StaffPost(MailFormat format, Tokens tokens) {
        this.format = format;
        this.tokens = tokens;
    }

    /** What a technician is told. */
    public record Note(String subject, String text) {}

    /** Nothing goes to who did not choose it, to our own addresses, or where mails have bounced. */
    public void tell(Scope scope, Viewer.Staff reader, Notice notice, Note note) {
        reader.profile()
                .filter(profile -> profile.notices().contains(notice))
                .map(StaffProfile::email)
                .filter(to -> !Restraint.isOwn(scope, to)
                        && scope.stores().bounces().find(Set.of(to)).isEmpty())
                .ifPresent(to -> send(scope, to, note, Languages.of(scope, reader)));
    }

    private void send(Scope scope, EmailAddress to, Note note, Locale language) {
        OutgoingMail mail = new OutgoingMail(
                new OutgoingMail.Mailer(
                        scope.settings().supportAddress(), scope.settings().installation()),
                List.of(to),
                List.of(),
                Subject.clean(note.subject()),
                tokens.internalId(Post.domain(scope)),
                List.of(),
                scope.now(),
                true,
                note.text() + "\n-- \n" + Texts.NOT_READ.in(language) + "\n",
                List.of());
        scope.stores()
                .outbox()
                .add(new OutgoingData(
                        null,
                        null,
                        OutgoingData.Kind.COPY,
                        null,
                        List.of(to),
                        mail.messageId(),
                        format.compose(mail),
                        scope.now()));
    }
}
