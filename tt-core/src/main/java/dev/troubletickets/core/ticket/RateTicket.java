// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Rating;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.page.Ratings;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;

/** Ratings by customers (G11). */
public final class RateTicket {
    private RateTicket() {}

    /** A rating that says nothing new is taken, and leaves no line. */
    public static void rate(Scope scope, Actor actor, Case ticket, Rating rating) {
        ticket.take(new Step.Rates(rating));
        boolean same = Ratings.last(scope, ticket.id())
                .filter(before ->
                        before.stars() == rating.stars() && before.comment().equals(rating.comment()))
                .isPresent();
        if (!same) {
            ticket.save(actor);
        }
    }
}
