// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Bytes that go out as they are; Angus only doubles dots. Recipients that are refused do not hold up the others. */
final class RawMessage extends SMTPMessage {
    private final byte[] bytes;

    /** @param sender with brackets or without; {@code <>} for none */
    RawMessage(Session session, String sender, byte[] bytes) {
        super(session);
        this.bytes = bytes;
        setEnvelopeFrom(sender);
        setSendPartial(true);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(bytes);
    }
}
