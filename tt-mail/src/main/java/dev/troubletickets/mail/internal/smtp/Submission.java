// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import dev.troubletickets.mail.internal.net.Deadline;
import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Login;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One mail for one connection.
 *
 * @param recipients by how their addresses are written
 */
record Submission(String sender, Map<String, EmailAddress> recipients, byte[] message) {
    boolean isInternational() {
        return !isAscii(sender) || recipients.keySet().stream().anyMatch(to -> !isAscii(to));
    }

    Result over(Session session, Endpoint server, Deadline deadline) {
        ObservedTransport transport =
                new ObservedTransport(session, new URLName("smtp", server.host(), server.port(), null, null, null));
        Outcome outcome = new Outcome(server, deadline, transport, recipients);
        try {
            connect(transport, server);
        } catch (MessagingException | RuntimeException failure) {
            return outcome.notConnected(failure);
        }
        try {
            if (isInternational() && !transport.supportsExtension("SMTPUTF8")) {
                return new Result.Rejected(server + " takes no addresses with letters beyond ASCII (SMTPUTF8)");
            }
            transport.sendMessage(new RawMessage(session, sender, message), addresses());
            return Result.Accepted.byAll();
        } catch (MessagingException | RuntimeException failure) {
            return outcome.of(failure);
        } finally {
            close(transport);
        }
    }

    private static void connect(ObservedTransport transport, Endpoint server) throws MessagingException {
        Optional<Login> login = server.login();
        if (login.isEmpty()) {
            transport.connect(server.host(), server.port(), null, null);
            return;
        }
        String secret = login.get().secret().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        transport.connect(server.host(), server.port(), login.get().user(), secret);
    }

    private static void close(ObservedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException | RuntimeException afterTheFact) {
            return;
        }
    }

    private Address[] addresses() {
        return recipients.keySet().stream()
                .map(written -> {
                    InternetAddress address = new InternetAddress();
                    address.setAddress(written);
                    return address;
                })
                .toArray(Address[]::new);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
