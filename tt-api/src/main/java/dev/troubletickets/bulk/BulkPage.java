// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.bulk;

import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/** One page of outcomes, by the tickets' numbers. */
public record BulkPage(List<BulkOutcome> outcomes, Optional<PageToken> next) {
    public BulkPage {
        outcomes = List.copyOf(outcomes);
    }
}
