// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.FirstMessage;
import dev.troubletickets.core.post.AutomaticMail.ToAddress;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.settings.AutomaticMailLimits;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.spi.storage.OutboxStore.Automatic;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an automatic mail does not go out (D4): no machine is answered, and nobody often. */
public final class Restraint {
    private static final Withheld MACHINES = new Withheld("machines are not answered", Optional.empty());
    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private Restraint() {}

    /** The addresses that are this installation's own, and that of the erased (G12); nothing is ever answered to them automatically. */
    public static boolean isOwn(Scope scope, EmailAddress address) {
        return address.equals(Erased.ADDRESS)
                || address.equals(scope.settings().supportAddress())
                || scope.installation().queues().stream()
                        .anyMatch(queue -> queue.settings()
                                .address()
                                .filter(address::equals)
                                .isPresent());
    }

    /**
     * Why the first word of a ticket is not answered automatically; empty if it may be (D4). Whoever is told that it may answers in this
     * unit of work.
     *
     * @param machine it does not come from a person
     * @param mail the one that opened the ticket; absent if none did
     */
    public static Optional<Withheld> firstResponse(
            Scope scope, TicketData ticket, boolean machine, @Nullable Long mail) {
        EmailAddress to = ticket.header().requester();
        if (machine || isOwn(scope, to)) {
            return Optional.of(MACHINES);
        }
        Optional<Withheld> limited =
                limited(scope, ticket, AutomaticMail.answerTo(ticket.header().channel()));
        return limited.isPresent() || mail == null || isOnlyOne(scope, to, mail)
                ? limited
                : Optional.of(Withheld.by(Limit.ADDRESS, "the address is being answered at this moment"));
    }

    static Optional<Withheld> machine(Scope scope, TicketData ticket) {
        return isOwn(scope, ticket.header().requester()) || openedByMachine(scope, ticket)
                ? Optional.of(MACHINES)
                : Optional.empty();
    }

    static Optional<Withheld> limited(Scope scope, TicketData ticket, AutomaticMail mail) {
        if (!mail.isCounted() && mail.toAddress() == ToAddress.ANY) {
            return Optional.empty();
        }
        AutomaticMailLimits limits = scope.settings().automaticMail();
        return exceeded(
                limits,
                scope.stores()
                        .outbox()
                        .countAutomatic(
                                ticket.header().requester(),
                                ticket.id(),
                                scope.now().minus(limits.window())),
                mail);
    }

    /** @param sent in the window */
    static Optional<Withheld> exceeded(AutomaticMailLimits limits, Automatic sent, AutomaticMail mail) {
        String when = " in the last " + (limits.minutes() == 1 ? "minute" : limits.minutes() + " minutes");
        if (mail.toAddress() == ToAddress.ONE && sent.toAddress() > 0) {
            return Optional.of(Withheld.by(Limit.ADDRESS, "the address got an automatic mail" + when));
        }
        if (mail.toAddress() == ToAddress.AS_SET && sent.toAddress() >= limits.toAddress()) {
            return Optional.of(Withheld.by(Limit.ADDRESS, "the address got " + mails(limits.toAddress()) + when));
        }
        if (mail.isCounted() && sent.ofTicket() >= limits.ofTicket()) {
            return Optional.of(Withheld.by(Limit.TICKET, "the ticket caused " + mails(limits.ofTicket()) + when));
        }
        return mail.isCounted() && sent.ofInstallation() >= limits.ofInstallation()
                ? Optional.of(Withheld.by(
                        Limit.INSTALLATION, "the installation sent " + mails(limits.ofInstallation()) + when))
                : Optional.empty();
    }

    /**
     * Of nodes that answer one address at the same moment, each before it sees the other's answer, one does: the others find it claimed, or
     * are run again. Two moments less than half a minute apart share one of the claims; no window is shorter than a minute.
     */
    private static boolean isOnlyOne(Scope scope, EmailAddress to, long mail) {
        long seconds = scope.now().getEpochSecond();
        return Stream.of("minute " + seconds / MINUTE, "half past " + (seconds + MINUTE / 2) / MINUTE)
                .allMatch(moment -> scope.stores()
                        .intake()
                        .claimIdentity("answer to " + to.key() + " in " + moment, mail)
                        .isEmpty());
    }

    private static String mails(int number) {
        return number == 1 ? "an automatic mail" : number + " automatic mails";
    }

    private static boolean openedByMachine(Scope scope, TicketData ticket) {
        return ticket.header().channel() == Channel.MAIL
                && FirstMessage.of(scope, ticket)
                        .filter(first -> first.kind() == MessageKind.AUTOMATIC)
                        .isPresent();
    }
}
