// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Statement;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore.After;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of charges and statements, page by page. */
final class Pages {
    private static final int PAGE = 50;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Pages() {}

    static ChargePage charges(Scope scope, Lines lines, Optional<PageToken> from) {
        String list = lines.getClass().getSimpleName();
        After after = from.map(token -> read(token, list, Pages::after)).orElse(null);
        List<Charge> found = scope.stores().ledger().list(lines, after, PAGE + 1);
        List<Charge> page = found.subList(0, Math.min(found.size(), PAGE));
        Optional<PageToken> next = found.size() > PAGE
                ? Optional.of(token(list + "\n" + page.get(PAGE - 1).at() + "\n"
                        + page.get(PAGE - 1).number()))
                : Optional.empty();
        return new ChargePage(page, next);
    }

    static StatementPage statements(Scope scope, ResellerId reseller, Optional<PageToken> from) {
        String list = "statements";
        int before = from.map(token -> read(token, list, Integer::parseInt)).orElse(Integer.MAX_VALUE);
        List<Statement> found = scope.stores().statements().list(reseller, before, PAGE + 1);
        List<Statement> page = found.subList(0, Math.min(found.size(), PAGE));
        Optional<PageToken> next = found.size() > PAGE
                ? Optional.of(token(list + "\n" + page.get(PAGE - 1).id().number()))
                : Optional.empty();
        return new StatementPage(page, next);
    }

    private static After after(String text) {
        int end = text.indexOf('\n');
        Instant at = Instant.parse(text.substring(0, Math.max(0, end)));
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("nothing was charged then");
        }
        return new After(at, Long.parseLong(text.substring(end + 1)));
    }

    private static PageToken token(String text) {
        return new PageToken(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T read(PageToken token, String list, Function<String, T> rest) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.value()), StandardCharsets.UTF_8);
            if (text.startsWith(list + "\n")) {
                return rest.apply(text.substring(list.length() + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Invalid("page", "is not a page of this list");
        }
        throw new Invalid("page", "is not a page of this list");
    }
}
