// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.AuditStore.Numbered;
import dev.troubletickets.view.AuditLine;
import dev.troubletickets.view.AuditPage;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/** Acts that leave no other trace, as the provider's main administrator reads them. */
public final class Audit {
    private static final int PAGE = 100;

    private Audit() {}

    public static AuditPage page(Scope scope, Viewer.Staff staff, Optional<PageToken> from) {
        if (!staff.isMainAdministrator() || staff.reseller().isPresent()) {
            throw new NotPermitted(Refusal.PERMISSION_MISSING);
        }
        long before = from.map(Audit::number).orElse(Long.MAX_VALUE);
        List<Numbered> found = scope.stores().audit().before(before, PAGE + 1);
        List<Numbered> page = found.subList(0, Math.min(PAGE, found.size()));
        Optional<PageToken> next = found.size() > page.size()
                ? Optional.of(
                        new PageToken(String.valueOf(page.get(page.size() - 1).number())))
                : Optional.empty();
        return new AuditPage(page.stream().map(each -> shown(each.line())).toList(), next);
    }

    private static AuditLine shown(Line line) {
        return new AuditLine(line.at(), line.actor(), line.what());
    }

    private static long number(PageToken token) {
        try {
            return Long.parseLong(token.value());
        } catch (NumberFormatException e) {
            throw new Invalid("page", "is not a page of this list");
        }
    }
}
