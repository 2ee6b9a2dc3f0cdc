// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.util.Optional;

/**
 * A reseller as the host knows them (E4).
 *
 * @param parent whom they stand beneath; nobody, if they are the provider's own
 */
public record Reseller(ResellerId id, Optional<ResellerId> parent) {
    public static Reseller of(ResellerId id) {
        return new Reseller(id, Optional.empty());
    }

    public static Reseller beneath(ResellerId parent, ResellerId id) {
        return new Reseller(id, Optional.of(parent));
    }
}
