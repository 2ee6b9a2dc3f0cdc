// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.smtp;

import dev.troubletickets.mail.internal.net.Deadline;
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
import java.util.stream.Stream;
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
    private final Deadline deadline;
    private final ObservedTransport transport;
    private final Map<String, EmailAddress> recipients;

    Outcome(Endpoint server, Deadline deadline, ObservedTransport transport, Map<String, EmailAddress> recipients) {
        this.server = server;
        this.deadline = deadline;
        this.transport = transport;
        this.recipients = recipients;
    }

    Result notConnected(Exception failure) {
        String what = failure instanceof AuthenticationFailedException ? " refuses the login: " : " cannot be used: ";
        return new Result.Deferred(server + what + words(failure));
    }

    Result of(Exception failure) {
        Map<EmailAddress, String> refused = new LinkedHashMap<>();
        Map<EmailAddress, String> deferred = new LinkedHashMap<>();
        collectRefused(failure, refused, deferred);
        if (transport.endSent()) {
            return afterEnd(failure, new Result.Accepted(refused, deferred));
        }
        if (refused.size() + deferred.size() == recipients.size()) {
            String reason = String.join(
                    "; ",
                    Stream.concat(deferred.values().stream(), refused.values().stream())
                            .toList());
            return deferred.isEmpty() ? new Result.Rejected(reason) : new Result.Deferred(reason);
        }
        return byCode(failure instanceof SMTPSendFailedException reply ? reply.getReturnCode() : -1, words(failure));
    }

    private Result afterEnd(Exception failure, Result.Accepted taken) {
        int answer = transport.answer();
        if (answer >= 200 && answer < 300) {
            return taken;
        }
        return answer >= 400 && answer < 600
                ? byCode(answer, words(failure))
                : new Result.Uncertain(server + " did not confirm the message: " + words(failure));
    }

    private Result byCode(int code, String reason) {
        boolean never = code >= 500 && code < 600 && !LOGIN_WANTED.contains(code);
        return never ? new Result.Rejected(reason) : new Result.Deferred(reason);
    }

    private void collectRefused(
            Exception failure, Map<EmailAddress, String> refused, Map<EmailAddress, String> deferred) {
        Exception next = failure;
        for (int i = 0; next instanceof MessagingException cause && i < MOST_CAUSES; i++) {
            if (cause instanceof SMTPAddressFailedException refusal) {
                boolean never = refusal.getReturnCode() / 100 == 5;
                (never ? refused : deferred).putIfAbsent(address(refusal.getAddress()), words(refusal));
            }
            next = cause.getNextException();
        }
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
        return deadline.isOver() ? deadline.why(next, server) : Words.spoken(next, server);
    }
}
