// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What customers are told before they write, such as of an outage (G13). It is for every new ticket, unless it names a queue, a service or
 * a group; of several named, all must fit.
 *
 * @param text as customers read it; without placeholders
 * @param stopsIntake whether a panel refuses new tickets; mails open them all the same and are answered with the text. False by default:
 *     the text is shown, and stands at the head of the receipt
 * @param queue where a ticket goes by its category or the address written to; every queue if empty
 * @param service a service of the account, by its name or its kind; everything if empty
 * @param group of the account; everybody if empty
 * @param from the first moment it is in force
 * @param until the first moment it is not any more; empty for one without an end
 */
public record Announcement(
        Wording text,
        boolean stopsIntake,
        Optional<QueueId> queue,
        Optional<String> service,
        Optional<String> group,
        Instant from,
        Optional<Instant> until) {
    private static final int LONGEST = 190;

    /** @throws IllegalArgumentException if it ends before it begins, or a service or group is not one line of 1 to 190 characters */
    public Announcement {
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("an announcement ends after it begins");
        }
        service.ifPresent(Announcement::requireName);
        group.ifPresent(Announcement::requireName);
    }

    /** For every new ticket from that moment on, without an end; it is shown. */
    public static Announcement of(Wording text, Instant from) {
        return new Announcement(
                text, false, Optional.empty(), Optional.empty(), Optional.empty(), from, Optional.empty());
    }

    /** It stops the intake. */
    public Announcement stoppingIntake() {
        return with(draft -> draft.stopsIntake = true);
    }

    public Announcement forQueue(QueueId value) {
        return with(draft -> draft.queue = value);
    }

    public Announcement forService(String nameOrKind) {
        return with(draft -> draft.service = nameOrKind);
    }

    public Announcement forGroup(String value) {
        return with(draft -> draft.group = value);
    }

    public Announcement until(Instant end) {
        return with(draft -> draft.until = end);
    }

    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && until.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /**
     * Whether it is for a new ticket of that queue and account. One that names no service is about any of the account's; whoever has no
     * account has no service and no group.
     */
    public boolean concerns(QueueId to, Optional<Account> account, Optional<String> about) {
        return queue.filter(each -> !each.equals(to)).isEmpty()
                && group.filter(each -> account.filter(who -> each.equalsIgnoreCase(who.group()))
                                .isEmpty())
                        .isEmpty()
                && service.filter(each -> services(account, about).stream().noneMatch(had -> is(each, had)))
                        .isEmpty();
    }

    private static List<Service> services(Optional<Account> account, Optional<String> about) {
        return account.map(Account::services).orElse(List.of()).stream()
                .filter(had -> about.filter(name -> !name.equals(had.name())).isEmpty())
                .toList();
    }

    private static boolean is(String nameOrKind, Service service) {
        return nameOrKind.equalsIgnoreCase(service.name()) || nameOrKind.equalsIgnoreCase(service.kind());
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a service or a group is one line of 1 to " + LONGEST + " characters");
        }
    }

    private Announcement with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Announcement(
                text,
                draft.stopsIntake,
                Optional.ofNullable(draft.queue),
                Optional.ofNullable(draft.service),
                Optional.ofNullable(draft.group),
                from,
                Optional.ofNullable(draft.until));
    }

    /** The announcement while a part of it is being replaced. */
    private static final class Draft {
        private boolean stopsIntake;
        private @Nullable QueueId queue;
        private @Nullable String service;
        private @Nullable String group;
        private @Nullable Instant until;

        Draft(Announcement a) {
            stopsIntake = a.stopsIntake;
            queue = a.queue.orElse(null);
            service = a.service.orElse(null);
            group = a.group.orElse(null);
            until = a.until.orElse(null);
        }
    }
}
