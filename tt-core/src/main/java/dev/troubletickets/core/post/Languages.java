// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In which language somebody is written to (D7, G17). A customer: the account's as the host tells it now, else the installation's. */
public final class Languages {
    private static final Logger LOG = LoggerFactory.getLogger(Languages.class);

    private Languages() {}

    /** The account's. */
    public static Locale of(Scope scope, Optional<Account> account) {
        return account.map(Account::language)
                .filter(language -> !language.getLanguage().isEmpty())
                .orElse(scope.settings().language());
    }

    /** A technician's own, as they have chosen it, else the installation's (G17). */
    public static Locale of(Scope scope, Viewer.Staff staff) {
        return staff.preferences().language().orElse(scope.settings().language());
    }

    static Locale of(Scope scope, TicketData ticket) {
        AccountId id = ticket.header().account();
        Locale installations = scope.settings().language();
        if (id == null) {
            return installations;
        }
        try {
            return of(scope, scope.people().account(id));
        } catch (Unavailable e) {
            LOG.warn("a mail is written in the installation's language: the directory does not answer", e);
            return installations;
        }
    }
}
