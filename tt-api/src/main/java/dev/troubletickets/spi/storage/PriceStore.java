// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes of prices (E5). */
public interface PriceStore {
    /** Under a new number, larger than all before. */
    void add(PriceChange change);

    /** The latest change that had begun by then: the default's, and the reseller's. */
    List<PriceChange> inForce(ResellerId reseller, Instant at);

    /** The latest change that had begun by then, of the default and of each reseller. */
    List<PriceChange> inForce(Instant at);

    /** The reseller's, or the default's if empty; by beginning and then by number, the latest first. */
    List<PriceChange> history(Optional<ResellerId> reseller, int limit);
}
