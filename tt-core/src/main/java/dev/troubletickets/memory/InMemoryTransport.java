// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accepts everything, except where a test has said otherwise. An uncertain mail counts as sent: the server may have it. */
final class InMemoryTransport implements MailTransport {
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<Result> script = new ArrayDeque<>();

    @Override
    public synchronized Result send(Envelope envelope, byte[] message) {
        Result result = script.isEmpty() ? Result.Accepted.byAll() : script.remove();
        if (result instanceof Result.Accepted accepted) {
            Set<EmailAddress> notTaken = new HashSet<>(accepted.refused().keySet());
            notTaken.addAll(accepted.deferred().keySet());
            keep(envelope, notTaken, message);
        } else if (result instanceof Result.Uncertain) {
            keep(envelope, Set.of(), message);
        }
        return result;
    }

    private void keep(Envelope envelope, Set<EmailAddress> notTaken, byte[] message) {
        List<EmailAddress> accepted = envelope.recipients().stream()
                .filter(r -> !notTaken.contains(r))
                .toList();
        sent.add(new Sent(envelope, accepted, message.clone()));
    }

    synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    synchronized void forgetSent() {
        sent.clear();
    }

    synchronized void answerNextWith(Result... results) {
        script.addAll(List.of(results));
    }
}
