// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.people.Secret;

/**
 * Where OAuth2 access tokens come from (RFC 6749): the host obtains and renews them, nothing here keeps one. Asked once for each
 * connection, on the thread that makes it, before the server is spoken to. Safe for concurrent use.
 */
@FunctionalInterface
public interface AccessTokens {
    /**
     * A token that is valid now, for the user that the account names; sent by SASL XOAUTH2. Whatever this throws counts as a failed
     * log-in: it is tried again after a pause, and the mailroom names the exception's class.
     */
    Secret current();
}
