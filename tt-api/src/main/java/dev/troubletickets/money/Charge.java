// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the ledger: what a reseller is charged, or given back (E5). Kept once under its key, and never changed.
 *
 * @param number larger than those of all kept before
 * @param ticket which it is for; it may be deleted since
 * @param quantity of tickets, or of customers a day, summed over the days
 * @param statement in which it stands; empty until one is issued
 */
public record Charge(
        long number,
        String key,
        ResellerId reseller,
        Instant at,
        Kind kind,
        Optional<TicketId> ticket,
        long quantity,
        Money amount,
        Why why,
        Optional<StatementId> statement) {
    /** What is charged. */
    public enum Kind {
        TICKET,
        CUSTOMERS,
        /** By an administrator's word, either way. */
        CORRECTION
    }

    /**
     * Why it is charged, and that much (G1).
     *
     * @param price in force when it happened
     * @param note an administrator's reason, or which days were counted
     * @param by who corrected; empty for what is charged by itself, and where a reseller looks
     */
    public record Why(Optional<PriceChange> price, Optional<String> note, Optional<StaffId> by) {
        public static Why price(PriceChange price) {
            return new Why(Optional.of(price), Optional.empty(), Optional.empty());
        }

        public String words() {
            String rule = price.map(PriceChange::words)
                    .orElseGet(() -> by.map(who -> "a correction by " + who).orElse("a correction"));
            return note.map(words -> rule + "; " + words).orElse(rule);
        }
    }

    /** As resellers see it, who need not know the provider's staff. */
    public Charge withoutStaff() {
        Why shown = new Why(why.price().map(PriceChange::withoutStaff), why.note(), Optional.empty());
        return new Charge(number, key, reseller, at, kind, ticket, quantity, amount, shown, statement);
    }

    public Charge numbered(long value) {
        return new Charge(value, key, reseller, at, kind, ticket, quantity, amount, why, statement);
    }

    public Charge in(StatementId value) {
        return new Charge(number, key, reseller, at, kind, ticket, quantity, amount, why, Optional.of(value));
    }
}
