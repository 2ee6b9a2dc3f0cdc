// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.compose.MailWriter;
import dev.troubletickets.mail.internal.mime.MailReader;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.SafeHtml;
import java.util.Optional;

/**
 * Mail as the world writes it (RFC 5322, MIME and their dialects). Has no state; safe for concurrent use.
 *
 * <p>Reading: lines of text end in LF and the last line end is dropped; several text parts are joined; of alternatives plain text wins,
 * HTML is made readable where there is nothing else; every other part is an attachment. What is packed in {@code winmail.dat} and what is
 * uuencoded in the text are attachments, too; an invitation alone is read out. Nesting beyond 200 levels is refused whatever the
 * limit says. HTML may have eight times as many characters as the text that is made of it, and a million more.
 */
public final class MimeFormat implements MailFormat {
    /** All are alike. */
    public MimeFormat() {}

    @Override
    public ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded {
        return MailReader.read(raw, limits);
    }

    /** Texts in HTML one after the other; that of {@code winmail.dat} where there is no other. Remote pictures are left out. */
    @Override
    public Optional<SafeHtml> html(byte[] raw, MailLimits limits) throws LimitExceeded {
        return MailReader.html(raw, limits);
    }

    /**
     * Bytes that need no extension of SMTP, unless an address has letters beyond ASCII before its {@code @}.
     *
     * @throws java.io.UncheckedIOException if an attachment cannot be read
     */
    @Override
    public byte[] compose(OutgoingMail mail) {
        return MailWriter.write(mail);
    }

    /** In 7-bit lines that end in CRLF. */
    @Override
    public byte[] composeContent(OutgoingMail mail) {
        return MailWriter.content(mail);
    }

    @Override
    public byte[] composeEncrypted(OutgoingMail mail, String armored) {
        return MailWriter.encrypted(mail, armored);
    }
}
