// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import dev.troubletickets.mail.internal.net.Deadline;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailUnavailable;
import jakarta.mail.Session;
import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** SMTP submission (RFC 5321, RFC 6409) with one connection per mail. */
public final class SmtpSender implements MailTransport {
    private static final String NOBODY = "<>";

    private final Endpoint server;
    private final Optional<String> greeting;

    /** @param greeting the name given in EHLO; empty for the machine's own */
    public SmtpSender(Endpoint server, Optional<String> greeting) {
        this.server = server;
        this.greeting = greeting;
    }

    @Override
    public Result send(Envelope envelope, byte[] message) {
        Map<String, EmailAddress> recipients = new LinkedHashMap<>();
        envelope.recipients().forEach(address -> recipients.putIfAbsent(written(address), address));
        String sender = envelope.sender().map(SmtpSender::written).orElse(NOBODY);
        Submission mail = new Submission(sender, recipients, message);
        Endpoint now;
        try {
            now = server.now();
        } catch (MailUnavailable withoutToken) {
            return new Result.Deferred(String.valueOf(withoutToken.getMessage()));
        }
        try (Deadline deadline = new Deadline(now.waits().session())) {
            return mail.over(session(now, deadline, mail.isInternational()), now, deadline);
        }
    }

    private Session session(Endpoint now, Deadline deadline, boolean international) {
        Properties properties = MailSessions.properties("smtp", now, deadline);
        properties.put("mail.smtp.quitwait", "false");
        greeting.ifPresent(name -> properties.put("mail.smtp.localhost", name));
        if (international) {
            properties.put("mail.mime.allowutf8", "true");
        }
        return MailSessions.session(properties);
    }

    /** International domains in their ASCII form, which every server takes. */
    private static String written(EmailAddress address) {
        try {
            return address.local() + "@" + IDN.toASCII(address.domain());
        } catch (IllegalArgumentException unconvertible) {
            return address.value();
        }
    }
}
