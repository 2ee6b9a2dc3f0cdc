// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Endpoint.Login;
import dev.troubletickets.mail.internal.net.MailSessions;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** SMTP submission (RFC 5321, RFC 6409) with one connection per mail. */
public final class SmtpSender implements MailTransport {
    private static final String NOBODY = "<>";

    private final Endpoint server;
    private final Session session;
    private final Session internationalSession;

    /** @param greeting the name given in EHLO; empty for the machine's own */
    public SmtpSender(Endpoint server, Optional<String> greeting) {
        this.server = server;
        this.session = MailSessions.session(properties(server, greeting));
        Properties international = properties(server, greeting);
        international.put("mail.mime.allowutf8", "true");
        this.internationalSession = MailSessions.session(international);
    }

    private static Properties properties(Endpoint server, Optional<String> greeting) {
        Properties properties = MailSessions.properties("smtp", server);
        properties.put("mail.smtp.quitwait", "false");
        greeting.ifPresent(name -> properties.put("mail.smtp.localhost", name));
        return properties;
    }

    @Override
    public Result send(Envelope envelope, byte[] message) {
        Map<String, EmailAddress> recipients = new LinkedHashMap<>();
        envelope.recipients().forEach(address -> recipients.putIfAbsent(written(address), address));
        String sender = envelope.sender().map(SmtpSender::written).orElse(NOBODY);
        boolean international = !isAscii(sender) || recipients.keySet().stream().anyMatch(to -> !isAscii(to));
        Session used = international ? internationalSession : session;
        ObservedTransport transport =
                new ObservedTransport(used, new URLName("smtp", server.host(), server.port(), null, null, null));
        Outcome outcome = new Outcome(server, transport, recipients);
        try {
            connect(transport);
        } catch (MessagingException | RuntimeException failure) {
            return outcome.notConnected(failure);
        }
        try {
            if (international && !transport.supportsExtension("SMTPUTF8")) {
                return new Result.Rejected(server + " takes no addresses with letters beyond ASCII (SMTPUTF8)");
            }
            transport.sendMessage(new RawMessage(used, sender, message), addresses(recipients));
            return Result.Accepted.byAll();
        } catch (MessagingException | RuntimeException failure) {
            return outcome.of(failure);
        } finally {
            close(transport);
        }
    }

    private void connect(ObservedTransport transport) throws MessagingException {
        Optional<Login> login = server.login();
        if (login.isEmpty()) {
            transport.connect(server.host(), server.port(), null, null);
            return;
        }
        String password = login.get().password().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        transport.connect(server.host(), server.port(), login.get().user(), password);
    }

    private static void close(ObservedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException | RuntimeException afterTheFact) {
            return;
        }
    }

    private static Address[] addresses(Map<String, EmailAddress> recipients) {
        return recipients.keySet().stream()
                .map(written -> {
                    InternetAddress address = new InternetAddress();
                    address.setAddress(written);
                    return address;
                })
                .toArray(Address[]::new);
    }

    /** International domains in their ASCII form, which every server takes. */
    private static String written(EmailAddress address) {
        try {
            return address.local() + "@" + IDN.toASCII(address.domain());
        } catch (IllegalArgumentException unconvertible) {
            return address.value();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
