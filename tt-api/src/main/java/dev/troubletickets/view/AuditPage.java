// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.List;
import java.util.Optional;

/** Lines of the audit, the newest first. */
public record AuditPage(List<AuditLine> lines, Optional<PageToken> next) {
    public AuditPage {
        lines = List.copyOf(lines);
    }
}
