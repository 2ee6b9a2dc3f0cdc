// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A reseller's statements, the newest first, 50 a page.
 *
 * @param next where the next page begins; empty on the last
 */
public record StatementPage(List<Statement> statements, Optional<PageToken> next) {
    public StatementPage {
        statements = List.copyOf(statements);
    }
}
