// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.Charge;
import java.util.List;
import java.util.Optional;

/**
 * Charges in the order of time, 50 a page.
 *
 * @param next where the next page begins; empty on the last
 */
public record ChargePage(List<Charge> charges, Optional<PageToken> next) {
    public ChargePage {
        charges = List.copyOf(charges);
    }
}
