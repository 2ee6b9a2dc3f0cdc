// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the ticket a mail belongs to (D3), the strongest proof first: the message it answers, where that was split off; our signed
 * Message-ID, a known Message-ID, the tag in the subject, each together with a sender who takes part in the ticket; then sender and
 * subject; and, where the installation does not check senders, the subject alone. What a mail names without proof is only remembered as a
 * claim.
 */
final class Threading {
    private static final int SCANNED = 400;
    private static final int MOST_OTHERS = 5;
    private static final Duration SUBJECT_LASTS = Duration.ofDays(30);

    private final Tokens tokens;
    private final People people;

    Threading(Tokens tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    Finding find(Scope scope, ParsedMail mail, EmailAddress sender, MailClass mailClass) {
        Set<TicketId> claims = new LinkedHashSet<>();
        Optional<Finding> apart =
                byParty(scope, sender, splitOff(scope, mail), claims, "it answers a message that was split off");
        if (apart.isPresent()) {
            return apart.get();
        }
        return byParty(scope, sender, signed(mail), claims, "it refers to our signed Message-ID")
                .or(() -> byParty(scope, sender, known(scope, mail), claims, "it refers to a known Message-ID"))
                .or(() -> byParty(scope, sender, tagged(mail.subject()), claims, "its subject has the ticket's tag"))
                .or(() -> bySubject(scope, mail, sender, mailClass))
                .map(finding -> finding.besides(others(scope, mail, finding)))
                .orElseGet(() -> new Finding(
                        Optional.empty(),
                        claims.stream().findFirst(),
                        claims.isEmpty()
                                ? "it belongs to no ticket we know"
                                : "it names a ticket its sender takes no part in"));
    }

    /** The tickets that the mail names besides where it went: a reply to one under the subject of another, say. */
    private List<TicketId> others(Scope scope, ParsedMail mail, Finding finding) {
        TicketId placed = finding.ticket().orElseThrow().id();
        return Stream.concat(signed(mail).stream(), tagged(mail.subject()).stream())
                .distinct()
                .filter(id -> !id.equals(placed))
                .limit(MOST_OTHERS)
                .flatMap(id -> Roots.ofCustomer(scope, id).stream())
                .map(TicketData::id)
                .filter(id -> !id.equals(placed))
                .distinct()
                .toList();
    }

    /**
     * Whether the mail answers one that may be among those that came before it and are still to be processed, by another node as a rule: not
     * one of the mails it refers to is known. Asks of them first, for what is processed by then is known when the mails are looked for.
     */
    boolean isAhead(Scope scope, StoredMail stored, ParsedMail mail) {
        return !mail.references().isEmpty()
                && signed(mail).isEmpty()
                && scope.stores().intake().isPreceded(stored.id(), scope.now())
                && known(scope, mail).isEmpty();
    }

    private Optional<Finding> byParty(
            Scope scope, EmailAddress sender, Collection<TicketId> candidates, Set<TicketId> claims, String why) {
        for (TicketId candidate : candidates) {
            Optional<TicketData> ticket = Roots.ofCustomer(scope, candidate);
            if (ticket.isPresent() && takesPart(ticket.get(), sender)) {
                return Optional.of(new Finding(ticket, Optional.empty(), why + ", and the sender takes part in it"));
            }
            ticket.map(TicketData::id).ifPresent(claims::add);
        }
        return Optional.empty();
    }

    private Optional<Finding> bySubject(Scope scope, ParsedMail mail, EmailAddress sender, MailClass mailClass) {
        String key = Subject.clean(mail.subject()).threadKey();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        boolean checked = scope.settings().checkSenderAddress();
        return scope.stores()
                .threads()
                .findBySubject(key, checked ? Optional.of(sender) : Optional.empty())
                .flatMap(id -> Roots.ofCustomer(scope, id))
                .filter(ticket -> isRecent(scope, ticket, mailClass))
                .filter(ticket -> !checked || !isAnothers(ticket, sender))
                .map(ticket -> new Finding(
                        Optional.of(ticket),
                        Optional.empty(),
                        checked
                                ? "sender and subject are the ticket's"
                                : "the subject is the ticket's, and senders are not checked"));
    }

    /** The sender may be somebody else than the ticket's customer, who has or had the same address; then a subject proves nothing. */
    private boolean isAnothers(TicketData ticket, EmailAddress sender) {
        AccountId account = ticket.header().account();
        return account != null && people.isAnothers(sender, account);
    }

    /** A subject alone says little: of finished tickets it leads to those of the last days, and a machine to none. */
    private static boolean isRecent(Scope scope, TicketData ticket, MailClass mailClass) {
        return ticket.state().status().isActive()
                || mailClass.mayReopen()
                        && ticket.activity().lastMessageAt().isAfter(scope.now().minus(SUBJECT_LASTS));
    }

    /** The requester, another address of the account, or someone staff have put into CC. A Cc of the mail's own grants nothing. */
    boolean takesPart(TicketData ticket, EmailAddress sender) {
        return !sender.equals(Erased.ADDRESS) && ticket.header().requester().equals(sender)
                || ticket.header().cc().contains(sender)
                || Optional.ofNullable(ticket.header().account())
                        .flatMap(people::account)
                        .filter(account -> account.owns(sender))
                        .isPresent();
    }

    /**
     * Where the message is shown that the mail answers, if that is not the ticket that it was written in (A4). The nearest ancestor we know
     * decides: what a mail refers to further back may be read elsewhere. That staff have moved the very message is the proof; what a
     * stranger's Message-ID claims moves nothing.
     */
    private List<TicketId> splitOff(Scope scope, ParsedMail mail) {
        List<String> ids = mail.references();
        boolean ours = !ids.isEmpty() && tokens.verify(ids.get(0)).isPresent();
        Map<String, TicketId> known =
                ours || ids.isEmpty() ? Map.of() : scope.stores().threads().find(ids);
        for (String id : ids) {
            Optional<TicketId> writtenIn = tokens.verify(id).or(() -> Optional.ofNullable(known.get(id)));
            if (writtenIn.isPresent()) {
                return scope.stores().conversations().shownIn(writtenIn.get(), id).stream()
                        .filter(place -> !place.equals(writtenIn.get()))
                        .toList();
            }
        }
        return List.of();
    }

    private List<TicketId> signed(ParsedMail mail) {
        return mail.references().stream()
                .flatMap(id -> tokens.verify(id).stream())
                .distinct()
                .toList();
    }

    private static List<TicketId> known(Scope scope, ParsedMail mail) {
        if (mail.references().isEmpty()) {
            return List.of();
        }
        Map<String, TicketId> known = scope.stores().threads().find(mail.references());
        return mail.references().stream()
                .filter(known::containsKey)
                .map(known::get)
                .distinct()
                .toList();
    }

    /** The ticket of the first {@code [#7]} in the subject's first 400 characters. */
    static List<TicketId> tagged(String subject) {
        String head = subject.substring(0, Math.min(subject.length(), SCANNED));
        for (int open = head.indexOf("[#"); open >= 0; open = head.indexOf("[#", open + 1)) {
            int close = head.indexOf(']', open);
            if (close < 0) {
                return List.of();
            }
            Optional<TicketId> id = TicketId.parse(head.substring(open + 1, close));
            if (id.isPresent()) {
                return List.of(id.get());
            }
        }
        return List.of();
    }

    /**
     * @param ticket where the mail belongs
     * @param claimed the ticket it names without proof
     */
    record Finding(Optional<TicketData> ticket, Optional<TicketId> claimed, String why) {
        /** The same; that proofs disagreed is said, too. */
        Finding besides(List<TicketId> others) {
            return others.isEmpty()
                    ? this
                    : new Finding(
                            ticket,
                            claimed,
                            why + "; it also names "
                                    + others.stream().map(TicketId::toString).collect(Collectors.joining(", ")));
        }
    }
}
