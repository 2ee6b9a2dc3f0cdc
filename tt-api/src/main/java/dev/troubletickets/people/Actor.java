// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/**
 * Who did something. An actor comes into being when the host takes a desk, or in the mailroom from a proven mail; it is never read
 * from a text field.
 */
public sealed interface Actor {
    /** The customer who owns an account, at the panel or by a mail proven to be theirs. */
    record Customer(AccountId account) implements Actor {}

    /** Someone known by a mail address alone. */
    record Sender(EmailAddress address) implements Actor {}

    record Staff(StaffId id) implements Actor {}

    record Reseller(ResellerId id) implements Actor {}

    /** The library itself, in its background work. */
    record System() implements Actor {}

    static Actor system() {
        return new System();
    }

    static Actor staff(StaffId id) {
        return new Staff(id);
    }

    static Actor customer(AccountId account) {
        return new Customer(account);
    }
}
