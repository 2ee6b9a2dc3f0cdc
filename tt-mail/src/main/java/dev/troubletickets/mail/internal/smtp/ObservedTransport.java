// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Remembers how far a sending came: whether the end of the message may have reached the server, and what it said to that. */
final class ObservedTransport extends SMTPTransport {
    private boolean endSent;
    private int answer;

    ObservedTransport(Session session, URLName server) {
        super(session, server);
    }

    /** True as soon as the final dot may have left. */
    boolean endSent() {
        return endSent;
    }

    /** The reply code to the end of the message; not positive if there was none. */
    int answer() {
        return answer;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        endSent = true;
        super.finishData();
    }

    /** Only the first reply after the end counts: on refusal Angus goes on with RSET. */
    @Override
    protected int readServerResponse() throws MessagingException {
        boolean toTheEnd = endSent && answer == 0;
        if (toTheEnd) {
            answer = -1;
        }
        int code = super.readServerResponse();
        if (toTheEnd) {
            answer = code;
        }
        return code;
    }
}
