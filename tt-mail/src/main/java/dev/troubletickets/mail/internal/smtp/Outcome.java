// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a failure of Angus means for the mail. Whatever goes wrong before the mail's own commands (greeting, TLS, log-in) is no verdict
 * on the mail, so it is deferred, be the reply 5xx.
 */
final class Outcome {
    private static final Set<Integer> LOGIN_WANTED = Set.of(530, 534, 535, 538);
    private static final int MOST_CAUSES = 10_000;

    private final Endpoint server;
    private final ObservedTransport transport;
    private final Map<String, EmailAddress> recipients;

    Outcome(Endpoint server, ObservedTransport transport, Map<String, EmailAddress> recipients) {
        this.server = server;
        this.transport = transport;
        this.recipients = recipients;
    }

    Result notConnected(Exception failure) {
        String what = failure instanceof AuthenticationFailedException ? " refuses the login: " : " cannot be used: ";
        return new Result.Deferred(server + what + words(failure));
    }

    Result of(Exception failure) {
        Map<EmailAddress, String> refused = new LinkedHashMap<>();
        boolean anyTemporary = collectRefused(failure, refused);
        if (transport.endSent()) {
            return afterEnd(failure, refused);
        }
        if (refused.size() == recipients.size()) {
            String reason = String.join("; ", refused.values());
            return anyTemporary ? new Result.Deferred(reason) : new Result.Rejected(reason);
        }
        return byCode(failure instanceof SMTPSendFailedException reply ? reply.getReturnCode() : -1, words(failure));
    }

    private Result afterEnd(Exception failure, Map<EmailAddress, String> refused) {
        int answer = transport.answer();
        if (answer >= 200 && answer < 300) {
            return new Result.Accepted(refused);
        }
        return answer >= 400 && answer < 600
                ? byCode(answer, words(failure))
                : new Result.Uncertain(server + " did not confirm the message: " + words(failure));
    }

    private Result byCode(int code, String reason) {
        boolean never = code >= 500 && code < 600 && !LOGIN_WANTED.contains(code);
        return never ? new Result.Rejected(reason) : new Result.Deferred(reason);
    }

    /** True if one of them was refused for now only. */
    private boolean collectRefused(Exception failure, Map<EmailAddress, String> refused) {
        boolean temporary = false;
        Exception next = failure;
        for (int i = 0; next instanceof MessagingException cause && i < MOST_CAUSES; i++) {
            if (cause instanceof SMTPAddressFailedException refusal) {
                EmailAddress address = address(refusal.getAddress());
                refused.putIfAbsent(address, words(refusal));
                temporary |= refusal.getReturnCode() / 100 != 5;
            }
            next = cause.getNextException();
        }
        return temporary;
    }

    private EmailAddress address(InternetAddress written) {
        EmailAddress known = recipients.get(written.getAddress());
        return known == null ? EmailAddress.of(written.getAddress()) : known;
    }

    /** The server's words where it spoke, else those of the deepest cause, which name the trouble with the network. */
    private String words(Exception failure) {
        Exception next = failure;
        for (int i = 0;
                next instanceof MessagingException cause && cause.getNextException() != null && i < MOST_CAUSES;
                i++) {
            if (cause instanceof SMTPSendFailedException || cause instanceof SMTPAddressFailedException) {
                break;
            }
            next = cause.getNextException();
        }
        String message = next.getMessage();
        return Words.of(message == null ? next.getClass().getSimpleName() : message, server);
    }
}
