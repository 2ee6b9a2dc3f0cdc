// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a condition can ask. A fact nobody knows, such as the plan where there is no account, is as if it were not there: nothing holds
 * of it but the opposite.
 */
public enum Fact {
    /** The customer's plan. */
    PLAN(Kind.WORD),
    /** The service the ticket is about, by name. */
    SERVICE(Kind.WORD),
    /** The kinds of all services the customer has. */
    SERVICE_KIND(Kind.WORD),
    /** How many services the customer has. */
    SERVICES(Kind.NUMBER),
    /** In the smallest unit of the host's currency. */
    SPENDING(Kind.NUMBER),
    GROUP(Kind.WORD),
    /** {@code good}, {@code bad} or {@code none}. */
    CHARACTERISTIC(Kind.WORD),
    BRAND(Kind.WORD),
    RESELLER(Kind.WORD),
    /** Full days since the customer was registered, at the moment the condition is asked. */
    CUSTOMER_AGE_DAYS(Kind.NUMBER),
    /** The customer's language: {@code de}, and {@code de-AT} too where the host says so. */
    LANGUAGE(Kind.WORD),
    /** The queue's id, in digits. */
    QUEUE(Kind.WORD),
    CATEGORY(Kind.WORD),
    /** The way the ticket came: {@code panel}, {@code mail} or {@code staff}. */
    CHANNEL(Kind.WORD),
    /** 0 to 100. */
    PRIORITY(Kind.NUMBER),
    /** What stands behind the @ of the requester's address. */
    REQUESTER_DOMAIN(Kind.WORD),
    SUBJECT(Kind.TEXT),
    /** The first {@value #MOST_CHARACTERS} characters of the first message; known only while the ticket is being opened. */
    TEXT(Kind.TEXT),
    /** How many files the first message has; known only while the ticket is being opened. */
    ATTACHMENTS(Kind.NUMBER);

    /** So much of a {@link #TEXT} is looked at. */
    public static final int MOST_CHARACTERS = 100_000;

    private final Kind kind;

    Fact(Kind kind) {
        this.kind = kind;
    }

    /** What can be asked of a fact. */
    public enum Kind {
        /** One or several short texts: is, contains. */
        WORD,
        /** A long text: contains. */
        TEXT,
        /** A whole number: at least. */
        NUMBER
    }

    public Kind kind() {
        return kind;
    }

    /** False for what is known only while a ticket is being opened. */
    public boolean isLasting() {
        return this != TEXT && this != ATTACHMENTS;
    }

    /** As it is written in JSON: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fact of that {@link #key}. */
    public static Optional<Fact> ofKey(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return key().replace('_', ' ');
    }
}
