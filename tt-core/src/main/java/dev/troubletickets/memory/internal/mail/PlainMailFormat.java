// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.SafeHtml;
import java.util.Optional;

/**
 * Mail in its plainest form: UTF-8 headers (RFC 6532), a text/plain body, attachments as base64 in one multipart/mixed. What a
 * stranger's mail may be beyond that (encoded words, other charsets, HTML) is kept as it is.
 */
public final class PlainMailFormat implements MailFormat {
    @Override
    public ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded {
        if (raw.length > limits.bytes()) {
            throw new LimitExceeded("bytes", limits.bytes());
        }
        return new PlainMailReader(limits).read(raw);
    }

    /** Always empty: HTML is text like any other here. */
    @Override
    public Optional<SafeHtml> html(byte[] raw, MailLimits limits) {
        return Optional.empty();
    }

    @Override
    public byte[] compose(OutgoingMail mail) {
        return PlainMailWriter.write(mail);
    }

    @Override
    public byte[] composeContent(OutgoingMail mail) {
        return PlainMailWriter.content(mail);
    }

    @Override
    public byte[] composeEncrypted(OutgoingMail mail, String armored) {
        return PlainMailWriter.encrypted(mail, armored);
    }
}
