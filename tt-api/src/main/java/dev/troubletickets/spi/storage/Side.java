// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.ResellerId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of the provider's support, or of a reseller's, told by the reseller whose customer a ticket is of (E4). Nothing of it is
 * kept with the ticket.
 */
public sealed interface Side {
    /** All tickets. */
    static Side everything() {
        return new Without(Set.of());
    }

    /** @param reseller of the ticket's customer; null for none */
    boolean holds(@Nullable ResellerId reseller);

    /** All but those of these resellers' customers. */
    record Without(Set<ResellerId> resellers) implements Side {
        public Without {
            resellers = Set.copyOf(resellers);
        }

        @Override
        public boolean holds(@Nullable ResellerId reseller) {
            return reseller == null || !resellers.contains(reseller);
        }
    }

    /** Those of no reseller's customers, and those of these. */
    record With(Set<ResellerId> resellers) implements Side {
        public With {
            resellers = Set.copyOf(resellers);
        }

        @Override
        public boolean holds(@Nullable ResellerId reseller) {
            return reseller == null || resellers.contains(reseller);
        }
    }

    /** Those of these resellers' customers alone. */
    record Only(Set<ResellerId> resellers) implements Side {
        public Only {
            resellers = Set.copyOf(resellers);
        }

        @Override
        public boolean holds(@Nullable ResellerId reseller) {
            return reseller != null && resellers.contains(reseller);
        }
    }
}
