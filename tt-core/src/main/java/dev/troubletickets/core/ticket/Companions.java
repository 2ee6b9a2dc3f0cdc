// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.OperationId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who came with a merge, to get copies or to follow the ticket, and leaves with it: unless another merge has brought a ticket for which they
 * do, too; then they have come with that one.
 */
record Companions(Set<EmailAddress> cc, List<Followers.Joined> followers) {
    static Companions of(MergeRecord merge) {
        return new Companions(merge.cc(), merge.followers());
    }

    boolean isNobody() {
        return cc.isEmpty() && followers.isEmpty();
    }

    /** Those who came on with that merge, too. */
    Companions alsoWith(MergeRecord merge) {
        Set<EmailAddress> both = new LinkedHashSet<>(cc);
        both.retainAll(merge.cc());
        return new Companions(
                both, followers.stream().filter(merge.followers()::contains).toList());
    }

    /** @return those who have left */
    Companions leave(Case from, MergesInForce merges, List<OperationId> others) {
        Scope scope = merges.scope();
        Set<EmailAddress> gone = new LinkedHashSet<>(cc);
        List<Followers.Joined> left = new ArrayList<>(followers);
        for (OperationId other : isNobody() ? List.<OperationId>of() : others) {
            scope.stores().tickets().find(merges.get(other).source()).ifPresent(source -> {
                passCc(gone, source, merges, other);
                passFollowers(left, source, merges, other);
            });
        }
        withoutCc(from, gone);
        Followers.leave(scope, left, from);
        return new Companions(gone, left);
    }

    private static void passCc(Set<EmailAddress> gone, TicketData source, MergesInForce merges, OperationId other) {
        boolean one = source.merged() != null && !source.merged().apart();
        for (EmailAddress address : Set.copyOf(gone)) {
            if (one && isAnswered(source.header(), address)) {
                gone.remove(address);
                merges.change(other, record -> record.with(address));
            }
        }
    }

    private static void passFollowers(
            List<Followers.Joined> left, TicketData source, MergesInForce merges, OperationId other) {
        for (Followers.Joined each : List.copyOf(left)) {
            if (Followers.follows(merges.scope(), each, source.id())) {
                left.remove(each);
                merges.change(other, record -> record.with(each));
            }
        }
    }

    private static boolean isAnswered(Header header, EmailAddress address) {
        return header.requester().equals(address) || header.cc().contains(address);
    }

    private static void withoutCc(Case ticket, Set<EmailAddress> gone) {
        Set<EmailAddress> before = ticket.header().cc();
        Set<EmailAddress> cc = new LinkedHashSet<>(before);
        if (cc.removeAll(gone)) {
            ticket.change(
                    Headers.withCc(ticket.header(), cc),
                    new FieldChanged(Field.CC, Headers.list(before), Headers.list(cc)));
        }
    }
}
